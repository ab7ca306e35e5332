"""Which spans meet a place in the text, found without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from qualcoder_nhs.domain.span import Span

T = TypeVar("T")


class IntervalIndex(Generic[T]):
    """Things with spans, sorted by start then end, with the greatest length known.

    A look-up costs a bisection and the things that begin within that length before the place.
    """

    def __init__(self, things: Iterable[T], span_of: Callable[[T], Span]) -> None:
        listed = list(things)
        pairs = sorted((span_of(thing), at) for at, thing in enumerate(listed))
        self.things = [listed[at] for _, at in pairs]
        self._spans = [span for span, _ in pairs]
        self._starts = [span.start for span in self._spans]
        self._longest = max((len(span) for span in self._spans), default=0)

    def __len__(self) -> int:
        return len(self.things)

    def overlapping(self, span: Span) -> Iterator[T]:
        """What shares a character with the span, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        stop = bisect_left(self._starts, span.end)
        for at in range(first, stop):
            if self._spans[at].end > span.start:
                yield self.things[at]

    def touching(self, position: int) -> Iterator[T]:
        """What a caret at the position stands in or at the edge of, in order."""
        first = bisect_left(self._starts, position - self._longest)
        stop = bisect_right(self._starts, position)
        for at in range(first, stop):
            if self._spans[at].end >= position:
                yield self.things[at]

    def after(self, span: Span, thing: T | None = None) -> Iterator[T]:
        """What comes behind the span in order, or behind the thing that has it; nearest first."""
        at = bisect_right(self._spans, span) if thing is None else self._place(span, thing) + 1
        yield from self.things[at:]

    def before(self, span: Span, thing: T | None = None) -> Iterator[T]:
        """What comes before the span in order, or before the thing that has it; nearest first."""
        stop = bisect_left(self._spans, span) if thing is None else self._place(span, thing)
        yield from reversed(self.things[:stop])

    def _place(self, span: Span, thing: T) -> int:
        at = bisect_left(self._spans, span)
        while at < len(self.things) and self._spans[at] == span and self.things[at] != thing:
            at += 1
        return at
