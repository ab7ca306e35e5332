"""What each turn says of a proposition: voiced, coded, or answering a turn that says something."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.voices import parts
from qualcoder_nhs.domain.consensus import Proposition, Stand
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.links import Link, LinkKind


class Way(Enum):
    """How it is known what a turn says."""

    VOICED = auto()
    CODED = auto()
    LINKED = auto()


@dataclass(frozen=True)
class Taken:
    """What one turn says of a proposition, and how that is known.

    Without a `stand` it says both, so that nobody is counted by it. `eases` where it goes along
    with a turn that says the opposite. `builds` where it adds to what it answers.
    """

    turn: int
    stand: Stand | None
    way: Way
    links: tuple[Link, ...] = ()
    eases: bool = False
    builds: bool = False


def taken(material: Material, session: Session, proposition: Proposition) -> dict[int, Taken]:
    """Every turn that says something of the proposition, by its number and in order.

    What the analyst marked as voicing it goes before its codings, and these before its links. A
    link that joins says what its target says, one that parts says the opposite, over any number
    of turns; a question says nothing.
    """
    open_then = parts(session, proposition.question)
    voiced = _voiced(material, session, proposition)
    coded = _coded(material, session, proposition)
    links = _links(material, session)
    found: dict[int, Taken] = {}
    for turn in (one.index for one in session.turns):
        if any(turn in part for part in open_then):
            one = _of(turn, voiced.get(turn), coded.get(turn), links.get(turn, []), found)
            if one is not None:
                found[turn] = one
    return found


def _of(
    turn: int,
    voiced: Collection[Stand] | None,
    coded: Collection[Stand] | None,
    links: Iterable[Link],
    before: dict[int, Taken],
) -> Taken | None:
    told = [(link, stand) for link in links if (stand := _said(link, before)) is not None]
    own = voiced or coded or {stand for _link, stand in told}
    if not own:
        return None
    way = Way.VOICED if voiced else Way.CODED if coded else Way.LINKED
    stand = next(iter(own)) if len(own) == 1 else None
    followed = tuple(link for link, _stand in told)
    joined = {said for link, said in told if link.kind.joins}
    builds = any(link.kind is LinkKind.BUILD for link in followed)
    return Taken(turn, stand, way, followed, bool(stand and stand.other in joined), builds)


def _said(link: Link, before: dict[int, Taken]) -> Stand | None:
    """What a link makes its turn say."""
    target = before.get(link.target)
    if target is None or target.stand is None:
        return None
    if link.kind.joins:
        return target.stand
    return target.stand.other if link.kind.parts else None


def _voiced(
    material: Material, session: Session, proposition: Proposition
) -> dict[int, set[Stand]]:
    found: dict[int, set[Stand]] = defaultdict(set)
    for one in material.written.voicings:
        if (one.proposition, one.transcript) == (proposition.id, session.id):
            found[one.turn].add(Stand.AGREES if one.holds else Stand.DISSENTS)
    return found


def _coded(material: Material, session: Session, proposition: Proposition) -> dict[int, set[Stand]]:
    """Codes that are gone say nothing; a code speaks for those below it too."""
    found: dict[int, set[Stand]] = defaultdict(set)
    sides = (
        (Stand.AGREES, proposition.codes_for),
        (Stand.DISSENTS, proposition.codes_against),
    )
    for stand, codes in sides:
        wanted = _with_those_below(material, codes)
        own = [
            one for one in material.codings if one.transcript == session.id and one.code in wanted
        ]
        for hit in hits(material, own):
            if hit.turn is not None:
                found[hit.turn.index].add(stand)
    return found


def _with_those_below(material: Material, codes: Iterable[CodeId]) -> frozenset[CodeId]:
    book = material.codebook
    known = (book.descendants(code) for code in codes if code in book.by_id)
    return frozenset().union(*known)


def _links(material: Material, session: Session) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = defaultdict(list)
    for link in material.links:
        if link.transcript == session.id:
            found[link.turn].append(link)
    return found
