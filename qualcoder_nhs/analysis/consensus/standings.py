"""Where each participant of a group stands to a proposition, as counted and as corrected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.analysis.consensus.shapes import Shaped, shape_of
from qualcoder_nhs.analysis.consensus.stands import Taken, taken
from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.voices import parts
from qualcoder_nhs.domain.consensus import Correction, Position, Proposition, Shape, Stand
from qualcoder_nhs.domain.guide import Asked
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.interaction import interaction_codes

SUBSTANCE = 30
"""From so many words on a turn is taken to give a reason or an example."""


@dataclass(frozen=True)
class Standing:
    """One participant's cell. `counted` is None for whoever was out while the question was open.

    `path` are the stands they took one after the other, each change once; `turns` what they are
    read from.
    """

    person: ParticipantId
    counted: Position | None
    path: tuple[Stand, ...] = ()
    turns: tuple[Taken, ...] = ()
    correction: Correction | None = None

    @property
    def shown(self) -> Position | None:
        """What the analyst says, else what was counted."""
        return Position(self.correction.value) if self.correction else self.counted

    @property
    def corrected(self) -> bool:
        """Whether the analyst says something else than was counted."""
        return self.shown is not self.counted


@dataclass(frozen=True)
class Group:
    """One line of the matrix. `shaped` follows from the cells as shown; None where nobody has
    marked yet whether the question was asked.

    `first` is who spoke first while the question was open; `unclear` are turns that say both.
    """

    session: Session
    asked: Asked
    cells: tuple[Standing, ...]
    first: ParticipantId | None = None
    shaped: Shaped | None = None
    correction: Correction | None = None
    unclear: tuple[int, ...] = ()

    @property
    def shape_words(self) -> str:
        """The shape as shown: the analyst's, else by the rule."""
        if self.correction is not None:
            value = self.correction.value
            return Shape(value).words if value in set(Shape) else value
        return self.shaped.words if self.shaped else ""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Everything that was set by hand here."""
        own = [one.correction for one in self.cells] + [self.correction]
        return tuple(one for one in own if one is not None)


def groups(
    material: Material, proposition: Proposition, words: int = SUBSTANCE
) -> tuple[Group, ...]:
    """A line for each discussion; surveys have none, since nobody there answers another."""
    sessions = (one for one in material.sessions if not one.survey)
    return tuple(group(material, one, proposition, words) for one in sessions)


def group(
    material: Material, session: Session, proposition: Proposition, words: int = SUBSTANCE
) -> Group:
    """Where the participants of one discussion stand."""
    question = proposition.question
    asked = Asked.ASKED if question is None else session.course.asked(question)
    if asked is not Asked.ASKED:
        shaped = Shaped(Shape.NOT_ASKED) if asked is Asked.NOT_ASKED else None
        return Group(session, asked, (), shaped=shaped)
    by_hand = _by_hand(material, session, proposition)
    said = taken(material, session, proposition)
    cells = tuple(
        replace(one, correction=by_hand.get(one.person))
        for one in _counted(material, session, proposition, said, words)
    )
    return Group(
        session,
        asked,
        cells,
        _first(session, proposition),
        shape_of([one.shown for one in cells], eased=_eased(cells)),
        by_hand.get(None),
        tuple(one.turn for one in said.values() if one.stand is None),
    )


def _counted(
    material: Material,
    session: Session,
    proposition: Proposition,
    said: Mapping[int, Taken],
    words: int,
) -> Iterator[Standing]:
    content, there = _content(material, session), _present(session, proposition)
    for person in sorted(session.people, key=lambda one: by_number(material.people[one].name)):
        one = _standing(session, person, said, content, words)
        yield one if person in there or one.turns else replace(one, counted=None)


def by_number(name: str) -> tuple[int, str]:
    """P2 before P10."""
    return len(name), name


def _by_hand(
    material: Material, session: Session, proposition: Proposition
) -> Mapping[ParticipantId | None, Correction]:
    return {
        one.participant: one
        for one in material.written.corrections
        if (one.proposition, one.transcript) == (proposition.id, session.id)
    }


def _present(session: Session, proposition: Proposition) -> frozenset[ParticipantId]:
    open_then = parts(session, proposition.question)
    return frozenset(
        person
        for person in session.people
        if any(session.there(person, part.first, part.last) for part in open_then)
    )


def _standing(
    session: Session,
    person: ParticipantId,
    said: Mapping[int, Taken],
    content: frozenset[int],
    words: int,
) -> Standing:
    own = [said[one.index] for one in session.turns if person in one.people and one.index in said]
    stood = [(one, one.stand) for one in own if one.stand is not None]
    if not stood:
        return Standing(person, Position.NO_RESPONSE, turns=tuple(own))
    path = _path(stand for _one, stand in stood)
    last = path[-1]
    held = [one for one, stand in stood if stand is last]
    substance = any(_substantial(session, one, content, words) for one in held)
    return Standing(person, last.at(substance=substance), path, tuple(own))


def _path(stands: Iterable[Stand]) -> tuple[Stand, ...]:
    path: list[Stand] = []
    for one in stands:
        if not path or path[-1] is not one:
            path.append(one)
    return tuple(path)


def _substantial(session: Session, one: Taken, content: frozenset[int], words: int) -> bool:
    enough = session.turns[one.turn - 1].words >= words
    return one.builds or enough or one.turn in content


def _content(material: Material, session: Session) -> frozenset[int]:
    """The turns that have a code which says what they are about, not what they do in the talk."""
    book = material.codebook
    known = (code for code in interaction_codes(book) if code in book.by_id)
    families = {book.root(code).id for code in known}
    own = [one for one in material.codings if one.transcript == session.id]
    about = [one for one in own if book.root(one.code).id not in families]
    return frozenset(hit.turn.index for hit in hits(material, about) if hit.turn is not None)


def _first(session: Session, proposition: Proposition) -> ParticipantId | None:
    """The participant who speaks first while the question is open."""
    for part in parts(session, proposition.question):
        for turn in session.turns[part.first - 1 : part.last]:
            if turn.counts and turn.words and turn.people:
                return turn.people[0]
    return None


def _eased(cells: Sequence[Standing]) -> bool:
    """Whether somebody changed sides, or went along with the other side at a point."""
    return any(len(one.path) > 1 or any(turn.eases for turn in one.turns) for one in cells)
