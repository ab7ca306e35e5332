"""Links and exchanges as they are counted: who answers whom, in how many exchanges of how many."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.ids import GroupId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.links import Exchange, Link, exchanges
from qualcoder_nhs.domain.voices import loudest_of

Wanted = Callable[[Link], bool]


@dataclass(frozen=True)
class LinkCount:
    """How widely links of a kind are made, every number over its denominator.

    `participants` are those whose turns answer so, of all who were there; several coders who link
    the same two turns in the same way count once. `exchanges` hold at least one such link, of all
    that begin in the scope. `loudest` gives the largest share of the answers, and
    who is `as_loud` gives as many.
    """

    links: int
    groups: frozenset[GroupId]
    groups_of: int
    participants: frozenset[ParticipantId]
    participants_of: int
    exchanges: int
    exchanges_of: int
    loudest: ParticipantId | None
    as_loud: frozenset[ParticipantId]
    share: float
    turns: tuple[tuple[TranscriptId, int], ...]


def linked(material: Material, scope: Scope, wanted: Wanted) -> LinkCount:
    """Count the links that are wanted, from turns of the scope by those who are looked at."""
    held = _held(material, scope)
    found = [one for one in held if wanted(one)]
    said = {(one.transcript, one.turn, one.target, one.kind): one for one in found}
    voices: Counter[ParticipantId] = Counter()
    for one in said.values():
        voices.update(_speaking(material, scope, one))
    every = exchanges(held)
    most, others = loudest_of(voices)
    return LinkCount(
        links=len(said),
        groups=frozenset(material.by_id[one.transcript].group.id for one in found),
        groups_of=len(scope.groups),
        participants=frozenset(voices),
        participants_of=len(scope.participants),
        exchanges=sum(_holds(one, wanted) for one in every),
        exchanges_of=len(every),
        loudest=most,
        as_loud=others,
        share=voices[most] / voices.total() if most else 0.0,
        turns=tuple(dict.fromkeys((one.transcript, one.turn) for one in found)),
    )


def _holds(one: Exchange, wanted: Wanted) -> bool:
    return any(wanted(link) for link in one.links)


def _held(material: Material, scope: Scope) -> list[Link]:
    """The links whose answer lies in the scope; whoever moderates answers nobody."""
    rooms = {one.id: list(scope.stretches(one)) for one in scope.sessions}
    return [
        link
        for link in material.links
        if any(link.turn in part for part in rooms.get(link.transcript, ()))
        if _speaking(material, scope, link) or not _known(material, link)
    ]


def _known(material: Material, link: Link) -> bool:
    """Whether it is known who speaks."""
    return bool(material.by_id[link.transcript].turns[link.turn - 1].people)


def _speaking(material: Material, scope: Scope, link: Link) -> frozenset[ParticipantId]:
    turn = material.by_id[link.transcript].turns[link.turn - 1]
    return scope.present[link.transcript] & frozenset(turn.people)
