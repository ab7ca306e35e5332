"""Which words of two texts are the same ones: in a time that grows with the texts, whatever they
hold.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.correcting.shortest import Effort, Run, shortest

_SMALL = 600
"""So many words on both sides together are compared without looking for words that stand once."""

_MOST = 400
"""Changes after which two stretches count as wholly different."""

_DEEPEST = 12
_STRETCHES = (6, 3, 1)
"""So many words in a row are looked for that stand once on either side; fewer where none do."""

_LOOKS = 700_000
"""Words that are looked at before what is left counts as wholly different."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of either side that is not yet compared."""

    a: int
    a_end: int
    b: int
    b_end: int
    depth: int = 0

    @property
    def size(self) -> int:
        return self.a_end - self.a + self.b_end - self.b

    @property
    def open(self) -> bool:
        """Whether both sides hold something."""
        return self.a < self.a_end and self.b < self.b_end


def same_runs(old: Sequence[str], new: Sequence[str], anchors: Sequence[Run] = ()) -> list[Run]:
    """The runs that both have, in order; `anchors` are some that are known already."""
    return _Matching(old, new).runs(anchors)


def _stretches(words: Sequence[str], length: int) -> list[Hashable]:
    """Every so many words in a row."""
    if length == 1:
        return list(words)
    return list(zip(*(words[at:] for at in range(length)), strict=False))


def alike_once(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """The longest order of things that each side has exactly once."""
    return [(at, there, 1) for at, there in rising(once_each(old, new))]


def once_each(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where the things stand that each side has exactly once, in any order there."""
    once_old, once_new = _once(old), _once(new)
    return [(at, once_new[one]) for one, at in once_old.items() if one in once_new]


def _once(things: Sequence[Hashable]) -> dict[Hashable, int]:
    counted = Counter(things)
    return {one: at for at, one in enumerate(things) if counted[one] == 1}


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs, sorted by the first number, whose second numbers rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_at, there) in enumerate(pairs):
        place = bisect_left(ends, there)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [there]
        last[place : place + 1] = [n]
    found = []
    n = last[-1] if last else -1
    while n >= 0:
        found.append(pairs[n])
        n = before[n]
    return found[::-1]


class _Matching:
    """One comparison; what it looks at is counted, so that none takes for ever."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old, self._new = old, new
        self._found: list[Run] = []
        self._effort = Effort(_LOOKS)

    def runs(self, anchors: Sequence[Run]) -> list[Run]:
        """All of them, neighbours joined."""
        whole = _Gap(0, len(self._old), 0, len(self._new))
        todo = list(self._between(whole, anchors))
        while todo:
            gap = self._trimmed(todo.pop())
            if gap.open:
                todo += self._split(gap)
        return _joined(sorted(self._found))

    def _between(self, gap: _Gap, runs: Sequence[Run]) -> Iterator[_Gap]:
        """Take these runs as found; what lies between them is yet to be compared."""
        self._found += runs
        a, b = gap.a, gap.b
        for at, there, length in runs:
            yield _Gap(a, at, b, there, gap.depth + 1)
            a, b = at + length, there + length
        yield _Gap(a, gap.a_end, b, gap.b_end, gap.depth + 1)

    def _trimmed(self, gap: _Gap) -> _Gap:
        """Without what both sides begin and end with."""
        a, b, a_end, b_end = gap.a, gap.b, gap.a_end, gap.b_end
        while a < a_end and b < b_end and self._old[a] == self._new[b]:
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and self._old[a_end - 1] == self._new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
        known = ((gap.a, gap.b, a - gap.a), (a_end, b_end, gap.a_end - a_end))
        self._found += [run for run in known if run[2]]
        return _Gap(a, a_end, b, b_end, gap.depth)

    def _once(self, gap: _Gap) -> list[Run]:
        """Where stretches of words begin that either side of the gap has once."""
        for length in _STRETCHES:
            old = _stretches(self._old[gap.a : gap.a_end], length)
            new = _stretches(self._new[gap.b : gap.b_end], length)
            found = alike_once(old, new)
            if found:
                return [(a + gap.a, b + gap.b, n) for a, b, n in found]
        return []

    def _split(self, gap: _Gap) -> Iterator[_Gap]:
        """Find what both sides have; what is left to compare comes back."""
        if gap.size > _SMALL and gap.depth < _DEEPEST and (once := self._once(gap)):
            yield from self._between(gap, once)
            return
        if self._effort.left > 0:
            old, new = self._old[gap.a : gap.a_end], self._new[gap.b : gap.b_end]
            found = shortest(old, new, _MOST, self._effort)
            self._found += [(a + gap.a, b + gap.b, n) for a, b, n in found or ()]


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Neighbours as one."""
    joined: list[Run] = []
    for a, b, length in runs:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (a, b):
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + length)
        else:
            joined.append((a, b, length))
    return joined
