"""Session: one discussion as it is counted, turn by turn."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.guide import Course
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Function, Group
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.tabled import Place

Voice = tuple[TranscriptId, tuple[ParticipantId, ...]]
"""Who speaks in a turn of a transcript: one participant, or several as one."""

_NOT_COUNTED = (Function.MODERATOR, Function.CO_MODERATOR, Function.NOTE_TAKER)


@dataclass(frozen=True, slots=True)
class Uttered:
    """A turn as it is counted.

    `part_of` is the turn it counts as a part of: its own number, or that of an earlier turn by the
    same speaker from which only a short interjection parts it. `words` are those said in it.
    """

    index: int
    function: Function
    people: tuple[ParticipantId, ...]
    label: str
    span: Span
    words: int
    part_of: int

    @property
    def counts(self) -> bool:
        """Whether it is a participant's, or an unknown voice's: who moderates is left out."""
        return self.function not in _NOT_COUNTED


@dataclass(frozen=True)
class Session:
    """One discussion, or the answers to one open question of a survey."""

    id: TranscriptId
    name: str
    group: Group
    text: str
    turns: tuple[Uttered, ...]
    course: Course
    presences: Mapping[ParticipantId, Presence] = field(default_factory=dict)
    survey: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [turn.span.start for turn in self.turns]

    @cached_property
    def people(self) -> frozenset[ParticipantId]:
        """Who took part: whoever speaks as a participant, or is said to have been there."""
        spoke = {
            person
            for turn in self.turns
            if turn.function is Function.PARTICIPANT
            for person in turn.people
        }
        return frozenset(spoke | set(self.presences))

    def there(self, person: ParticipantId, first: int, last: int) -> bool:
        """Whether somebody who took part was in the room at any time during these turns."""
        known = self.presences.get(person)
        return known is None or known.during(first, last)

    @cached_property
    def places(self) -> dict[int, tuple[Place, Place, Voice]]:
        """Of each turn by its number: where it is, the turn it counts in, and who speaks."""
        key = self.id
        return {
            turn.index: ((key, turn.index), (key, turn.part_of), (key, turn.people))
            for turn in self.turns
        }

    def around(self, span: Span) -> Uttered | None:
        """The turn that has all of the span, where there is such."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and span and self.turns[at].span.end >= span.end:
            return self.turns[at]
        return None

    def touched(self, span: Span) -> Iterator[Uttered]:
        """The turns of which the span has at least one character, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for at in range(first, bisect_left(self._starts, span.end)):
            if self.turns[at].span.overlaps(span):
                yield self.turns[at]

    def turn_near(self, position: int) -> int:
        """The number of the turn that a place belongs to; of the first where it lies before all."""
        at = max(0, bisect_right(self._starts, position) - 1)
        return self.turns[at].index if self.turns else 0
