"""Which propositions a turn may voice: those of the question that was open, and those of none."""

from dataclasses import dataclass

from qualcoder_nhs.domain.guide import Course
from qualcoder_nhs.domain.ids import PropositionId, QuestionId, TranscriptId
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class OfferedVoicing:
    """A proposition in the analyst's words, with its question's name where it has one.

    `holds` says whether the turn voices it or the opposite; None where it does neither yet.
    """

    proposition: PropositionId
    text: str
    question: str
    holds: bool | None


def voicing_offer(read: Reader, transcript: TranscriptId, turn: int) -> tuple[OfferedVoicing, ...]:
    """The propositions in order, as the turn stands to them now."""
    turns = len(read.turns(transcript))
    open_then = Course(tuple(read.askings(transcript)), turns).at(turn)
    voiced = {
        one.proposition: one.holds
        for one in read.voicings()
        if (one.transcript, one.turn) == (transcript, turn)
    }
    names: dict[QuestionId | None, str] = {one.id: one.name for one in read.questions()}
    return tuple(
        OfferedVoicing(one.id, one.text, names.get(one.question, ""), voiced.get(one.id))
        for one in read.propositions()
        if one.question in (None, open_then)
    )
