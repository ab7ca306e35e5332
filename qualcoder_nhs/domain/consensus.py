"""Proposition: what a group agrees or disagrees with; who did, as counted and as corrected."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    ParticipantId,
    PropositionId,
    QuestionId,
    TranscriptId,
    VoicingId,
)
from qualcoder_nhs.i18n import N_, _


class Position(StrEnum):
    """Where a participant stood to a proposition (Onwuegbuzie and others, 2009)."""

    AGREES = "A"
    AGREES_WITH_SUBSTANCE = "A+"
    DISSENTS = "D"
    DISSENTS_WITH_SUBSTANCE = "D+"
    NO_RESPONSE = "."

    @property
    def stand(self) -> "Stand | None":
        """The side it is on; None where nothing was said."""
        return {"A": Stand.AGREES, "D": Stand.DISSENTS}.get(self.value[0])


class Stand(StrEnum):
    """For a proposition, or against it."""

    AGREES = "A"
    DISSENTS = "D"

    @property
    def other(self) -> "Stand":
        """The opposite."""
        return Stand.DISSENTS if self is Stand.AGREES else Stand.AGREES

    def at(self, *, substance: bool) -> Position:
        """The position of whoever stands so, with or without an example or a reason."""
        return Position(f"{self.value}+" if substance else self.value)


class Shape(StrEnum):
    """What a group made of a proposition."""

    SHARED = "shared"
    ONE_DISSENTER = "shared, one dissenter"
    SPLIT = "split"
    ONE_VOICE = "one voice"
    REJECTED = "rejected"
    DROPPED = "dropped"
    NOT_ASKED = "not asked"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_SHAPES[self])


_SHAPES = {
    Shape.SHARED: N_("shared"),
    Shape.ONE_DISSENTER: N_("shared, one dissenter"),
    Shape.SPLIT: N_("split"),
    Shape.ONE_VOICE: N_("one voice"),
    Shape.REJECTED: N_("rejected"),
    Shape.DROPPED: N_("dropped"),
    Shape.NOT_ASKED: N_("not asked"),
}


@dataclass(frozen=True)
class Proposition:
    """A claim that a question put to the groups, in the analyst's words.

    A coding with one of the codes of `codes_for` takes its side, one of `codes_against` the other.
    """

    id: PropositionId
    question: QuestionId | None
    text: str
    codes_for: tuple[CodeId, ...] = ()
    codes_against: tuple[CodeId, ...] = ()
    position: int = 0


@dataclass(frozen=True)
class Voicing:
    """A turn that says the proposition, or, where it does not hold it, the opposite.

    What is linked to such a turn takes its stand from the link.
    """

    id: VoicingId
    proposition: PropositionId
    transcript: TranscriptId
    turn: int
    holds: bool = True


@dataclass(frozen=True)
class Correction:
    """What the analyst says instead of what was counted: of a participant, or of a group's shape.

    `id` is the proposition's, the transcript's and, for a cell, the participant's, joined by `/`:
    there is one at most. `value` is a `Position` or, without a participant, a `Shape` or words.
    """

    id: str
    proposition: PropositionId
    transcript: TranscriptId
    participant: ParticipantId | None
    value: str
    by: CoderId
    made: datetime
