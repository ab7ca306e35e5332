"""The transcripts pane: each transcript with who was in the room and how far a coder has come."""

from bisect import bisect_left
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span, united
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.queries.rounds import turns_in
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Shelved:
    """A transcript in the list. `coded` of `turns_of` turns to code carry a coding.

    To code are the participants' turns, in a round those it has of the transcript; `taking_part`
    is False where it has none. `finished` is what the coder said. Where `survey`, those who take
    part answered a survey and were in no room.
    """

    summary: TranscriptSummary
    who: str
    participants: int
    coded: int
    turns_of: int
    taking_part: bool = True
    finished: bool = False
    survey: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there is nothing to code."""
        return self.coded / self.turns_of if self.turns_of else 0.0


def library(read: Reader, coder: CoderId, layer: str = OPEN) -> tuple[Shelved, ...]:
    """All transcripts with this coder's progress, in the order they came."""
    voices, shelf = all_voices(read), _Shelf(read, coder, layer)
    return tuple(
        shelf.row(summary, voices.get(summary.id, {})) for summary in read.transcript_summaries()
    )


class _Shelf:
    """Makes the rows of one coder in one layer."""

    def __init__(self, read: Reader, coder: CoderId, layer: str) -> None:
        self._read, self._coder, self._layer = read, coder, layer
        self._round = read.round_of(layer)
        self._surveys = read.surveys()
        said = (one for one in read.finishes(layer) if one.coder == coder)
        self._finished = {one.transcript for one in said}

    def row(self, summary: TranscriptSummary, voices: dict[str, Voice]) -> Shelved:
        """One transcript."""
        answering = {
            label for label, voice in voices.items() if voice.function is Function.PARTICIPANT
        }
        people = {person for label in answering for person in voices[label].participants}
        roles = {voices[label].role for label in answering}
        turns = self._to_code(summary.id, answering)
        codings = self._read.codings(transcript=summary.id, coder=self._coder, layer=self._layer)
        return Shelved(
            summary,
            roles.pop() if len(roles) == 1 else "",
            len(people),
            _touched(turns, united(coding.span for coding in codings)),
            len(turns),
            self._round is None or self._round.portion(summary.id) is not None,
            summary.id in self._finished,
            summary.id in self._surveys,
        )

    def _to_code(self, transcript: TranscriptId, answering: set[str]) -> list[Span]:
        turns = self._read.turns(transcript)
        if self._round is None:
            return [turn.words for turn in turns if turn.label in answering]
        portion = self._round.portion(transcript)
        numbers = turns_in(self._read, portion) if portion else frozenset()
        return [turn.words for turn in turns if turn.index in numbers]


def _touched(turns: list[Span], coded: list[Span]) -> int:
    """How many of the turns share a character with these spans, which lie apart and in order."""
    ends = [span.end for span in coded]
    count = 0
    for turn in turns:
        at = bisect_left(ends, turn.start + 1)
        count += at < len(coded) and coded[at].start < turn.end
    return count
