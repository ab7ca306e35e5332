"""Which turn of a corrected transcript is which of the old one: the one that has its words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.correcting.following import Fate, Following
from qualcoder_nhs.domain.correcting.matching import rising
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


@dataclass(frozen=True)
class TurnMap:
    """The new number of each old turn that is still there, and the new turns that were none."""

    numbers: dict[int, int]
    gone: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def moved(self) -> tuple[int, ...]:
        """The old turns that do not stand in their order any more: the fewest that can be so."""
        kept = {old for old, _new in rising(list(self.numbers.items()))}
        return tuple(old for old in self.numbers if old not in kept)

    def first_from(self, turn: int) -> int | None:
        """The new number of this turn, or else of the next one that is still there."""
        return next((self.numbers[n] for n in sorted(self.numbers) if n >= turn), None)

    def last_until(self, turn: int) -> int | None:
        """The new number of this turn, or else of the last one before it that is still there."""
        return next((self.numbers[n] for n in sorted(self.numbers)[::-1] if n <= turn), None)

    def within(self, turns: Sequence[int]) -> tuple[int, ...]:
        """The new numbers of these turns, each once and in order."""
        return tuple(sorted({self.numbers[n] for n in turns if n in self.numbers}))


def turn_map(following: Following, old: Sequence[Turn], new: Sequence[Turn]) -> TurnMap:
    """Each old turn goes where most of its words are."""
    places = _Places(following, new)
    numbers = {}
    for turn in old:
        found = places.of(turn)
        if found is not None:
            numbers[turn.index] = found
    gone = tuple(turn.index for turn in old if turn.index not in numbers)
    known = set(numbers.values())
    return TurnMap(numbers, gone, tuple(one.index for one in new if one.index not in known))


class _Places:
    def __init__(self, following: Following, new: Sequence[Turn]) -> None:
        self._following, self._new = following, new
        self._starts = [turn.whole.start for turn in new]

    def of(self, turn: Turn) -> int | None:
        """The number of the new turn with most of what was said, or else of the whole turn."""
        span = turn.words or turn.whole
        followed = self._following.passage(span)
        if followed.fate is Fate.LOST:
            return None
        counted: dict[int, int] = {}
        for kept in self._following.difference.kept(span):
            self._count(counted, Span(kept.new, kept.new_end))
        if moved := self._following.difference.moved_with(span):
            part = moved.old.shared(span)
            self._count(counted, self._following.passage(part).new)
        if not counted:
            self._count(counted, followed.new)
        return max(counted, key=lambda n: (counted[n], -n), default=None)

    def _count(self, counted: dict[int, int], span: Span) -> None:
        for turn in self._touching(span):
            shared = len(turn.whole.shared(span))
            counted[turn.index] = counted.get(turn.index, 0) + shared

    def _touching(self, span: Span) -> Iterator[Turn]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for turn in self._new[first:]:
            if turn.whole.start >= span.end:
                return
            if turn.whole.overlaps(span):
                yield turn
