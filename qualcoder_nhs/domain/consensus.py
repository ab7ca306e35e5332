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


class Position(StrEnum):
    """Where a participant stood to a proposition (Onwuegbuzie and others, 2009)."""

    AGREES = "A"
    AGREES_WITH_SUBSTANCE = "A+"
    DISSENTS = "D"
    DISSENTS_WITH_SUBSTANCE = "D+"
    NO_RESPONSE = "."


class Shape(StrEnum):
    """What a group made of a proposition."""

    SHARED = "shared"
    ONE_DISSENTER = "shared, one dissenter"
    SPLIT = "split"
    ONE_VOICE = "one voice"
    REJECTED = "rejected"
    DROPPED = "dropped"
    NOT_ASKED = "not asked"


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
