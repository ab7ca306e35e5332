"""The talk that is counted: which words of a transcript, at which place, and the way back."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from qualcoder_nhs.analysis.agreement.continuum import Continuum, Marks, merged
from qualcoder_nhs.analysis.sentences import sentences
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import words_in
from qualcoder_nhs.domain.transcript import Transcript, Turn

LEADING = frozenset({Function.MODERATOR, Function.CO_MODERATOR, Function.NOTE_TAKER})
"""Who is left out unless the moderator is counted."""

_SOLID = re.compile(r"\S+")


@dataclass(frozen=True)
class Talk:
    """The stretches of a stored text that are counted, end to end, turn by turn.

    Positions on the talk count what is counted and nothing else; `turns` holds the pieces of each
    turn in the stored text, in order.
    """

    name: str
    text: str
    turns: tuple[tuple[Span, ...], ...]

    @cached_property
    def _pieces(self) -> tuple[Span, ...]:
        return tuple(piece for turn in self.turns for piece in turn)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each piece begins on the talk, and where the last one ends."""
        return list(accumulate(map(len, self._pieces), initial=0))

    @cached_property
    def _stored_starts(self) -> list[int]:
        return [piece.start for piece in self._pieces]

    @property
    def length(self) -> int:
        """How much is counted."""
        return self._starts[-1]

    @cached_property
    def spoken(self) -> tuple[Span, ...]:
        """The turns on the talk: they abut and cover it; a turn without words is empty."""
        ends = list(accumulate((sum(map(len, turn)) for turn in self.turns), initial=0))
        return tuple(Span(*edges) for edges in pairwise(ends))

    def heard(self, stored: Span) -> Span:
        """The part of a span of the stored text that is counted, on the talk; empty if none is."""
        return Span(self._position(stored.start), self._position(stored.end))

    def stored(self, heard: Span) -> tuple[Span, ...]:
        """Where a span of the talk stands in the stored text: one span for each turn it touches."""
        return tuple(self._stored_part(heard.shared(turn)) for turn in self._touched(heard))

    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every turn, on the talk; those of which nothing is counted are none."""
        cut = (one for turn in self.turns if turn for one in sentences(self.text, _hull(turn)))
        return tuple(span for span in map(self.heard, cut) if span)

    def words(self) -> tuple[Span, ...]:
        """Where each word lies on the talk."""
        cut = (word for turn in self.turns if turn for word in words_in(self.text, _hull(turn)))
        return tuple(span for span in map(self.heard, cut) if span)

    def continuum(
        self,
        codings: Mapping[str, Iterable[Coding]],
        slugs: Mapping[CodeId, str] | None = None,
        *,
        joined: bool = False,
    ) -> Continuum:
        """What the coders who finished the transcript marked of the talk.

        `codings` are those of this transcript, with a key for each of these coders, whether they
        marked anything or not. Codes go by their ids, or by `slugs` where these are given; `joined`
        is that of `merged`.
        """
        named = slugs or {}
        marks = {coder: self._marks(each, named, joined=joined) for coder, each in codings.items()}
        return Continuum(self.name, self.length, self.spoken, marks)

    def _marks(
        self, codings: Iterable[Coding], slugs: Mapping[CodeId, str], *, joined: bool
    ) -> Marks:
        heard: dict[str, list[Span]] = {}
        for coding in codings:
            code = slugs.get(coding.code, coding.code)
            heard.setdefault(code, []).append(self.heard(coding.span))
        spans = {code: merged(each, joined=joined) for code, each in heard.items()}
        return {code: each for code, each in spans.items() if each}

    def _position(self, stored: int) -> int:
        """How much of what is counted lies before a place in the stored text."""
        at = bisect_right(self._stored_starts, stored) - 1
        if at < 0:
            return 0
        piece = self._pieces[at]
        return self._starts[at] + min(stored - piece.start, len(piece))

    def _touched(self, heard: Span) -> Iterator[Span]:
        first = bisect_right(self.spoken, heard.start, key=lambda turn: turn.end)
        for turn in self.spoken[first:]:
            if turn.start >= heard.end:
                return
            if turn.overlaps(heard):
                yield turn

    def _stored_part(self, part: Span) -> Span:
        first = bisect_right(self._starts, part.start) - 1
        last = bisect_left(self._starts, part.end) - 1
        start = self._pieces[first].start + part.start - self._starts[first]
        return Span(start, self._pieces[last].start + part.end - self._starts[last])


def talk_of(
    transcript: Transcript,
    functions: Mapping[str, Function],
    *,
    moderator: bool = False,
    blanks: bool = True,
    only: Collection[int] | None = None,
) -> Talk:
    """What was said in a transcript.

    `functions` says who the labels are. Moderators and note-takers are left out unless
    `moderator`; white space unless `blanks`; turns whose index is not in `only`, where it is given.
    A transcript without turns is one turn.
    """
    text = transcript.text
    turns = transcript.turns or (Turn(1, "", Span(0, len(text))),)
    words = [
        turn.words
        for turn in turns
        if (moderator or functions.get(turn.label) not in LEADING)
        and (only is None or turn.index in only)
    ]
    return Talk(transcript.name, text, tuple(_pieces(text, span, blanks=blanks) for span in words))


def _pieces(text: str, words: Span, *, blanks: bool) -> tuple[Span, ...]:
    if blanks:
        return (words,) if words else ()
    return tuple(Span(*found.span()) for found in _SOLID.finditer(text, words.start, words.end))


def _hull(turn: tuple[Span, ...]) -> Span:
    return turn[0].hull(turn[-1])
