"""The difference between two texts: the stretches that both have, and what stands between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from qualcoder_nhs.domain.correcting.matching import alike_once, same_runs
from qualcoder_nhs.domain.correcting.moving import moved_lines, without_moved
from qualcoder_nhs.domain.correcting.rewording import reworded
from qualcoder_nhs.domain.correcting.shortest import Effort, Run
from qualcoder_nhs.domain.correcting.sliding import slid
from qualcoder_nhs.domain.correcting.stretch import Change, Moved, Same
from qualcoder_nhs.domain.correcting.words import (
    Word,
    alike,
    beginning_alike,
    ending_alike,
    words_in,
)
from qualcoder_nhs.domain.span import Span

_PAIRS = 100_000
"""Pairs of words whose letters are compared before what is left counts as wholly different."""


@dataclass(frozen=True)
class Difference:
    """Two texts with the stretches that both have, in order, and lines that `moved` out of it."""

    old: str
    new: str
    same: tuple[Same, ...]
    moved: tuple[Moved, ...] = ()

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What differs, in order."""
        ends = (Same(0, 0, 0), *self.same, Same(len(self.old), len(self.new), 0))
        return tuple(
            Change(Span(one.old_end, other.old), Span(one.new_end, other.new))
            for one, other in pairwise(ends)
            if (one.old_end, one.new_end) != (other.old, other.new)
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [one.old for one in self.same]

    @cached_property
    def _change_starts(self) -> list[int]:
        return [one.old.start for one in self.changes]

    def change_over(self, position: int) -> Change:
        """The change in which a character of the old text went, or was written anew."""
        return self.changes[bisect_right(self._change_starts, position) - 1]

    def kept(self, span: Span) -> Iterator[Same]:
        """The parts of a passage of the old text that both have."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for one in self.same[first:]:
            if one.old >= span.end:
                return
            start, end = max(one.old, span.start), min(one.old_end, span.end)
            if start < end:
                yield Same(start, one.new + start - one.old, end - start)

    def moved_with(self, span: Span) -> Moved | None:
        """The lines that moved with most of this passage in them; None where none did."""
        shared = [one for one in self.moved if one.old.overlaps(span)]
        return max(shared, key=lambda one: len(one.old.shared(span)), default=None)

    def first_kept(self, position: int) -> int | None:
        """Where the character at a place of the old text stands in the new one, if it does."""
        return next((one.new for one in self.kept(Span(position, position + 1))), None)


def difference(old: str, new: str, *, moving: bool = True) -> Difference:
    """How two texts differ, word by word; nothing where they are the same.

    Where `moving`, lines are looked for that stand elsewhere.
    """
    if old == new:
        return Difference(old, new, (Same(0, 0, len(old)),) if old else ())
    was, becomes = lines_apart(old, new)
    if len(was) < len(old):
        return difference_within(old, new, was, becomes, moving=moving)
    before, after = words_in(old), words_in(new)
    lines = _lines(old, before, new, after)
    runs = same_runs([word.text for word in before], [word.text for word in after], lines)
    blocks = list(_blocks(_Two(old, before, new, after), runs))
    same = list(slid(old, new, list(_grown(old, new, blocks))))
    moved = moved_lines(old, new, same) if moving else []
    return Difference(old, new, tuple(without_moved(same, moved)), tuple(moved))


def lines_apart(old: str, new: str) -> tuple[Span, Span]:
    """Where two texts differ, in whole lines: each begins and ends as the other does around it."""
    first = old.rfind("\n", 0, beginning_alike(old, new)) + 1
    one, other = old[first:], new[first:]
    alike = beginning_alike(one[::-1], other[::-1])
    line_end = one.find("\n", len(one) - alike)
    last = 0 if line_end < 0 else len(one) - line_end
    return Span(first, len(old) - last), Span(first, len(new) - last)


def difference_within(
    old: str, new: str, was: Span, becomes: Span, *, moving: bool = True
) -> Difference:
    """The same where it is known that only this passage of the old text became that of the new."""
    inner = difference(was.of(old), becomes.of(new), moving=moving)
    moved = (Same(one.old + was.start, one.new + becomes.start, one.length) for one in inner.same)
    rest = Same(was.end, becomes.end, len(old) - was.end)
    around = (Same(0, 0, was.start), *moved, rest)
    lines = ((one.old.shifted(was.start), one.new.shifted(becomes.start)) for one in inner.moved)
    same = tuple(one for one in around if one.length)
    return Difference(old, new, same, tuple(Moved(*each) for each in lines))


# ── words ────────────────────────────────────────────────────────────────────────────────────────


class _Two(NamedTuple):
    """Both texts with their words."""

    old: str
    before: Sequence[Word]
    new: str
    after: Sequence[Word]


def _lines(old: str, before: Sequence[Word], new: str, after: Sequence[Word]) -> list[Run]:
    """Lines that stand once on either side, as runs of words."""
    lines, others = old.split("\n"), new.split("\n")
    at, there = _first_words(lines, before), _first_words(others, after)
    found = ((at[a], there[b], at[a + 1] - at[a]) for a, b, _one in alike_once(lines, others))
    return [run for run in found if run[2]]


def _first_words(lines: Sequence[str], words: Sequence[Word]) -> list[int]:
    """How many words come before each line, and before the end."""
    ends = accumulate((len(line) + 1 for line in lines), initial=0)
    starts = [word.start for word in words]
    return [bisect_left(starts, end) for end in ends]


def _blocks(two: _Two, runs: Sequence[Run]) -> Iterator[Same]:
    """What the words have that are the same ones, and those in between that were spelt anew."""
    at = there = 0
    effort = Effort(_PAIRS)
    for a, b, length in (*runs, (len(two.before), len(two.after), 0)):
        for one, other in reworded(two.before[at:a], two.after[there:b], effort):
            yield from _shared(one, other)
        if length:
            yield from _run(two, a, b, length)
        at, there = a + length, b + length


def _run(two: _Two, a: int, b: int, length: int) -> Iterator[Same]:
    """The words of a run, as one where the blanks between them are the same too."""
    first, last = two.before[a], two.before[a + length - 1]
    other, other_last = two.after[b], two.after[b + length - 1]
    if two.old[first.start : last.end] == two.new[other.start : other_last.end]:
        yield Same(first.start, other.start, last.end - first.start)
        return
    for one, there in zip(two.before[a : a + length], two.after[b : b + length], strict=True):
        yield Same(one.start, there.start, len(one.text))


# ── characters ───────────────────────────────────────────────────────────────────────────────────


def _grown(old: str, new: str, blocks: Sequence[Same]) -> Iterator[Same]:
    """The blocks with the blanks beside them, neighbours as one."""
    held: Same | None = None
    for block in _bridged(old, new, blocks):
        if held is not None and (held.old_end, held.new_end) == (block.old, block.new):
            held = Same(held.old, held.new, held.length + block.length)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _shared(one: Word, other: Word) -> Iterator[Same]:
    """What two words begin and end with alike: nothing, perhaps, but each stands for the other."""
    first = alike(one.text, other.text)
    last = ending_alike(one.text[first:], other.text[first:])
    yield Same(one.start, other.start, first)
    yield Same(one.end - last, other.end - last, last)


def _bridged(old: str, new: str, blocks: Sequence[Same]) -> Iterator[Same]:
    """The blocks with the blanks between them that both texts have."""
    at, there = 0, 0
    for block in (*blocks, Same(len(old), len(new), 0)):
        before, after = old[at : block.old], new[there : block.new]
        first = _blanks(before, after)
        last = _blanks(before[first:][::-1], after[first:][::-1])
        if first:
            yield Same(at, there, first)
        if last:
            yield Same(block.old - last, block.new - last, last)
        yield block
        at, there = block.old_end, block.new_end


def _blanks(one: str, other: str) -> int:
    """How many blanks both begin with alike."""
    alike = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs or not mine.isspace():
            break
        alike += 1
    return alike
