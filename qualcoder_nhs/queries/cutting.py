"""Cutting passages from a transcript: who said which words of them, and what stands around."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn

# From the first line with a word in it to the last: brackets and stars before a label are none.
_WORDY = re.compile(r"[^\n]*\w(?:.*\w)?[^\n]*", re.DOTALL)


class Cutter:
    """One transcript, ready to be cut many times."""

    def __init__(self, transcript: Transcript, voices: Mapping[str, Voice]) -> None:
        self._text = transcript.text
        self._turns = transcript.turns
        self._voices = voices
        self._starts = [turn.words.start for turn in transcript.turns]
        self._wholes = [turn.whole.start for turn in transcript.turns]
        self._ends = [turn.words.end for turn in transcript.turns]

    def said(self, span: Span) -> tuple[Said, ...]:
        """All words of the passage, a piece a turn, and pieces for what nobody is said to say.

        Labels and time marks are no words, unless the passage has nothing else.
        """
        return tuple(self._pieces(span)) or (Said(None, None, span, span.of(self._text)),)

    def whole(self, span: Span) -> tuple[Said, ...]:
        """All of the turns that the passage touches; none where it touches none."""
        first, last = self._range(span)
        return tuple(map(self._whole, self._turns[first:last]))

    def around(self, span: Span, turns: int) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """So many whole turns before and after the turns that the passage touches."""
        if not turns:
            return (), ()
        first, last = self._range(span)
        return (
            tuple(map(self._whole, self._turns[max(0, first - turns) : first])),
            tuple(map(self._whole, self._turns[last : last + turns])),
        )

    def _pieces(self, span: Span) -> Iterator[Said]:
        first, _last = self._range(span)
        at = max(span.start, self._turns[first - 1].whole.end if first else 0)
        for turn in self._turns[first : bisect_left(self._wholes, span.end)]:
            yield from self._unheard(at, turn.whole.start)
            if cut := turn.words.shared(span):
                yield Said(turn.index, self._voices.get(turn.label), cut, cut.of(self._text))
            at = max(at, turn.whole.end)
        yield from self._unheard(at, span.end)

    def _unheard(self, start: int, end: int) -> Iterator[Said]:
        """What stands between turns, or before the first one, where that is words."""
        found = _WORDY.search(self._text, start, end) if start < end else None
        if found:
            span = Span(*found.span())
            yield Said(None, None, span, span.of(self._text))

    def _range(self, span: Span) -> tuple[int, int]:
        """Turns lie one after another, so both their starts and their ends are in order."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)

    def _whole(self, turn: Turn) -> Said:
        return Said(turn.index, self._voices.get(turn.label), turn.words, turn.words.of(self._text))
