"""Cutting passages from a transcript: who said which words of them, and what stands around."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn


class Cutter:
    """One transcript, ready to be cut many times."""

    def __init__(self, transcript: Transcript, voices: Mapping[str, Voice]) -> None:
        self._text = transcript.text
        self._turns = transcript.turns
        self._voices = voices
        self._starts = [turn.words.start for turn in transcript.turns]
        self._ends = [turn.words.end for turn in transcript.turns]

    def said(self, span: Span) -> tuple[Said, ...]:
        """The words of the passage, a piece a turn; the bare passage where it is in no turn."""
        pieces = tuple(
            Said(turn.index, self._voices.get(turn.label), cut, cut.of(self._text))
            for turn in self._touched(span)
            if (cut := turn.words.shared(span))
        )
        return pieces or (Said(None, None, span, span.of(self._text)),)

    def around(self, span: Span, turns: int) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """So many whole turns before and after the turns that the passage touches."""
        if not turns:
            return (), ()
        first, last = self._range(span)
        return (
            tuple(map(self._whole, self._turns[max(0, first - turns) : first])),
            tuple(map(self._whole, self._turns[last : last + turns])),
        )

    def _touched(self, span: Span) -> tuple[Turn, ...]:
        first, last = self._range(span)
        return self._turns[first:last]

    def _range(self, span: Span) -> tuple[int, int]:
        """Turns lie one after another, so both their starts and their ends are in order."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)

    def _whole(self, turn: Turn) -> Said:
        return Said(turn.index, self._voices.get(turn.label), turn.words, turn.words.of(self._text))
