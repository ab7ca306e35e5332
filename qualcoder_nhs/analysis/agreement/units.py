"""Turns and sentences as units: a continuum on which each of them has length one."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from qualcoder_nhs.analysis.agreement.continuum import Continuum, Marks
from qualcoder_nhs.domain.span import Span, united


class Carries(StrEnum):
    """From when on a unit carries a code: the coder put it on …"""

    ANY = "any"  # any of its characters
    HALF = "half"  # half of its characters, or a whole span lies in it
    WORD = "word"  # at least one whole word of it


@dataclass(frozen=True)
class Units:
    """Parts of a continuum, in order, none empty, none overlapping another.

    `words` say where words lie, for the rule that asks for one.
    """

    spans: Sequence[Span]
    words: Sequence[Span] = field(default=())

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [span.end for span in self.spans]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [word.end for word in self.words]

    def beginning_before(self, position: int) -> int:
        """How many units begin before the position."""
        return bisect_left(self._starts, position)

    def touched(self, span: Span) -> range:
        """The places of the units that share a character with the span."""
        if not span:
            return range(0)
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def carrying(self, spans: Sequence[Span], rule: Carries) -> list[int]:
        """The places of the units that carry a code its coder put on the spans."""
        found = {
            Carries.ANY: self._with_any,
            Carries.HALF: self._with_half,
            Carries.WORD: self._with_word,
        }[rule]
        return sorted(set(found(spans)))

    def _with_any(self, spans: Sequence[Span]) -> Iterator[int]:
        for span in spans:
            yield from self.touched(span)

    def _with_half(self, spans: Sequence[Span]) -> Iterator[int]:
        covered: Counter[int] = Counter()
        for span in united(spans):
            for at in self.touched(span):
                covered[at] += len(self.spans[at].shared(span))
        yield from (at for at, length in covered.items() if 2 * length >= len(self.spans[at]))
        for span in spans:
            yield from (at for at in self.touched(span) if self.spans[at].covers(span))

    def _with_word(self, spans: Sequence[Span]) -> Iterator[int]:
        for span in united(spans):
            first = bisect_left(self._word_starts, span.start)
            stop = bisect_right(self._word_ends, span.end)
            for word in self.words[first:stop]:
                yield from self.touched(word)


def by_unit(continuum: Continuum, units: Units, rule: Carries = Carries.ANY) -> Continuum:
    """The continuum with units for characters: every unit has length one and carries codes whole.

    The spans are places in `units`; turns keep the units that begin in them.
    """
    ends = [units.beginning_before(turn.end) for turn in continuum.turns]
    turns = tuple(Span(*edges) for edges in pairwise([0, *ends]))
    marks = {coder: _carried(each, units, rule) for coder, each in continuum.marks.items()}
    return Continuum(continuum.name, len(units.spans), turns, marks)


def _carried(marks: Marks, units: Units, rule: Carries) -> Marks:
    places = {code: units.carrying(spans, rule) for code, spans in marks.items()}
    return {code: tuple(Span(at, at + 1) for at in each) for code, each in places.items() if each}


def by_turn(
    continuum: Continuum, words: Sequence[Span] = (), rule: Carries = Carries.ANY
) -> Continuum:
    """The continuum with the turns in which something is counted for units."""
    units = Units(tuple(turn for turn in continuum.turns if turn), words)
    return by_unit(continuum, units, rule)
