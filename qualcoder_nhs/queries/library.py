"""The transcripts pane: each transcript with who was in the room and how far a coder has come."""

from bisect import bisect_left
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span, united
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Shelved:
    """A transcript in the list. `coded` of `turns_of` participants' turns carry a coding."""

    summary: TranscriptSummary
    who: str
    participants: int
    coded: int
    turns_of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there is nothing to code."""
        return self.coded / self.turns_of if self.turns_of else 0.0


def library(read: Reader, coder: CoderId, layer: str = OPEN) -> tuple[Shelved, ...]:
    """All transcripts with this coder's progress, in the order they came."""
    voices = all_voices(read)
    return tuple(
        _shelved(read, summary, voices.get(summary.id, {}), coder, layer)
        for summary in read.transcript_summaries()
    )


def _shelved(
    read: Reader,
    summary: TranscriptSummary,
    voices: dict[str, Voice],
    coder: CoderId,
    layer: str,
) -> Shelved:
    answering = {label for label, voice in voices.items() if voice.function is Function.PARTICIPANT}
    people = {person for label in answering for person in voices[label].participants}
    roles = {voices[label].role for label in answering}
    turns = [turn.words for turn in read.turns(summary.id) if turn.label in answering]
    codings = read.codings(transcript=summary.id, coder=coder, layer=layer)
    coded = _touched(turns, united(coding.span for coding in codings))
    who = roles.pop() if len(roles) == 1 else ""
    return Shelved(summary, who, len(people), coded, len(turns))


def _touched(turns: list[Span], coded: list[Span]) -> int:
    """How many of the turns share a character with these spans, which lie apart and in order."""
    ends = [span.end for span in coded]
    count = 0
    for turn in turns:
        at = bisect_left(ends, turn.start + 1)
        count += at < len(coded) and coded[at].start < turn.end
    return count
