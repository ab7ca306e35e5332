"""Lines that stand elsewhere in a corrected text: the same words, or nearly, and no others so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qualcoder_nhs.domain.correcting.matching import alike_once, once_each
from qualcoder_nhs.domain.correcting.stretch import Moved, Same
from qualcoder_nhs.domain.correcting.words import words_in
from qualcoder_nhs.domain.span import Span

_LEAST = 4
"""So many words a line must hold to be known again elsewhere."""

_LEAST_NEAR = 6
_NEAR = 0.75
"""The share of words that two lines have in common of which the one is the other, reworded."""

_KEPT = 0.5
"""Of a line that moved, a smaller share stays where it was: words that stand everywhere."""

_MOST = 400
"""More lines than these are not compared with each other."""


class _Line(NamedTuple):
    """A line with its words, and how many of the kept characters are in it and before it."""

    span: Span
    words: Counter[str]
    stays: int = 0
    before: int = 0

    @property
    def size(self) -> int:
        return self.words.total()


def moved_lines(old: str, new: str, same: Sequence[Same]) -> list[Moved]:
    """Where lines of the old text stand in the new one that are out of their order there.

    `same` is what both have in order. Neighbours that moved together are one.
    """
    lines, others = old.split("\n"), new.split("\n")
    at, there = _places(lines), _places(others)
    exact = _alike(lines, others)
    found = [Moved(_span(lines, at, a), _span(others, there, b)) for a, b in exact]
    held, taken = {a for a, _b in exact}, {b for _a, b in exact}
    left = [_line(lines, at, a) for a in range(len(lines)) if a not in held]
    right = [_line(others, there, b) for b in range(len(others)) if b not in taken]
    found += _near(
        list(_away(left, [Span(one.old, one.old_end) for one in same])),
        list(_away(right, [Span(one.new, one.new_end) for one in same])),
    )
    return _joined(sorted(found))


def without_moved(same: Iterable[Same], moved: Sequence[Moved]) -> Iterator[Same]:
    """What both texts have in order, without words that belong to lines that moved."""
    for one in same:
        parts = [one]
        for lines in moved:
            parts = [left for part in parts for left in _without_old(part, lines.old)]
            parts = [left for part in parts for left in _without_new(part, lines.new)]
        yield from parts


def _without_old(one: Same, gone: Span) -> Iterator[Same]:
    for left in Span(one.old, one.old_end).without(gone):
        yield Same(left.start, one.new + left.start - one.old, len(left))


def _without_new(one: Same, gone: Span) -> Iterator[Same]:
    for left in Span(one.new, one.new_end).without(gone):
        yield Same(one.old + left.start - one.new, left.start, len(left))


# ── the same words ───────────────────────────────────────────────────────────────────────────────


def _alike(lines: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that each side has once, but for those that keep their order."""
    in_order = {a for a, _b, _one in alike_once(lines, others)}
    every = once_each(lines, others)
    return [(a, b) for a, b in every if a not in in_order and _spoken(lines[a]) >= _LEAST]


def _spoken(line: str) -> int:
    return sum(word.text[0].isalnum() for word in words_in(line))


# ── nearly the same ──────────────────────────────────────────────────────────────────────────────


def _away(lines: Sequence[_Line], kept: Sequence[Span]) -> Iterator[_Line]:
    """The lines that hold enough, and of which hardly anything stays in its order."""
    at = before = 0
    for line in lines:
        while at < len(kept) and kept[at].end <= line.span.start:
            before += len(kept[at])
            at += 1
        first = len(kept[at].shared(Span(0, line.span.start))) if at < len(kept) else 0
        stays = _staying(line.span, kept, at)
        if line.size >= _LEAST_NEAR and stays < _KEPT * len(line.span):
            yield line._replace(stays=stays, before=before + first)


def _staying(line: Span, kept: Sequence[Span], at: int) -> int:
    """How many characters of a line are kept, where this stretch is the first that reaches it."""
    found = 0
    while at < len(kept) and kept[at].start < line.end:
        found += len(line.shared(kept[at]))
        at += 1
    return found


def _in_place(one: _Line, other: _Line) -> bool:
    """Whether nothing that is kept lies between the two: the line was written anew, not moved."""
    return abs(one.before - other.before) <= one.stays + other.stays


def _near(left: Sequence[_Line], right: Sequence[_Line]) -> Iterator[Moved]:
    """Pairs that are each other's likest, and by far."""
    if not 0 < len(left) <= _MOST or not 0 < len(right) <= _MOST:
        return
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for a, one in enumerate(left):
        for b, other in enumerate(right):
            alike = min(one.size, other.size) >= _NEAR / 2 * max(one.size, other.size)
            if alike and not _in_place(one, other):
                score = 2 * (one.words & other.words).total() / (one.size + other.size)
                if score >= _NEAR:
                    scores[a][b] = score
    fits = Counter(b for found in scores.values() for b in found)
    for a, found in scores.items():
        if len(found) == 1 and fits[next(iter(found))] == 1:
            yield Moved(left[a].span, right[next(iter(found))].span)


# ── lines ────────────────────────────────────────────────────────────────────────────────────────


def _places(lines: Sequence[str]) -> list[int]:
    places, start = [], 0
    for line in lines:
        places.append(start)
        start += len(line) + 1
    return places


def _span(lines: Sequence[str], places: Sequence[int], number: int) -> Span:
    return Span(places[number], places[number] + len(lines[number]))


def _line(lines: Sequence[str], places: Sequence[int], number: int) -> _Line:
    words = (word.text.casefold() for word in words_in(lines[number]) if word.text[0].isalnum())
    return _Line(_span(lines, places, number), Counter(words))


def _joined(moved: Sequence[Moved]) -> list[Moved]:
    """Lines that follow each other in both texts as one."""
    joined: list[Moved] = []
    for one in moved:
        last = joined[-1] if joined else None
        if last and (last.old.end + 1, last.new.end + 1) == (one.old.start, one.new.start):
            joined[-1] = Moved(last.old.hull(one.old), last.new.hull(one.new))
        else:
            joined.append(one)
    return joined
