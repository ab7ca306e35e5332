"""Attribute: what can be said of participants and of groups, and the values that are offered."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.ids import AttributeId, ParticipantId, PresenceId, TranscriptId

FEW_PEOPLE = 3
"""A description that fewer people share than this may give somebody away."""


class Subject(StrEnum):
    """What an attribute is said of."""

    PARTICIPANT = "participant"
    GROUP = "group"


@dataclass(frozen=True)
class Attribute:
    """One line of the study's list of attributes.

    `key` is what people's and groups' attributes are kept under and files call it
    (`organisation_type`), `name` what screens call it. `values` are offered; other words are
    allowed, and none at all means unknown. What is `identifying` is left out of attributions.
    """

    id: AttributeId
    subject: Subject
    key: str
    name: str
    values: tuple[str, ...] = ()
    identifying: bool = False
    position: int = 0


@dataclass(frozen=True)
class Presence:
    """From which turn to which a participant was in the room: both count, and None is the end.

    Whoever speaks in a transcript and has no such line was there for all of it.
    """

    id: PresenceId
    transcript: TranscriptId
    participant: ParticipantId
    first: int | None = None
    last: int | None = None

    def during(self, first: int, last: int) -> bool:
        """Whether they were there for at least one of these turns."""
        return (self.first or 1) <= last and (self.last is None or first <= self.last)


def rare(people: Iterable[Mapping[str, str]], keys: Iterable[str]) -> dict[tuple[str, ...], int]:
    """The combinations of values that fewer than `FEW_PEOPLE` people share, and how many do.

    An unknown value is the empty word; a person of whom nothing at all is known is no combination.
    """
    wanted = tuple(keys)
    combined = Counter(tuple(one.get(key, "") for key in wanted) for one in people)
    return {
        values: number for values, number in combined.items() if number < FEW_PEOPLE and any(values)
    }
