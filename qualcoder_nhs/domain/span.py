"""Span: a half-open range of code points in a stored text, and its algebra."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.errors import BadSpan


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points from `start` up to, and without, `end`.

    Spans order by start, then end. An empty span is a place between two characters.

    Raises:
        BadSpan: when start is negative or lies after end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise BadSpan(start=self.start, end=self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end

    def of(self, text: str) -> str:
        """The quote: these characters of the text."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character. Abutting spans do not."""
        return self.start < other.end and other.start < self.end and bool(self) and bool(other)

    def covers(self, other: "Span") -> bool:
        """Whether every character of the other is in this one too."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: "Span") -> "Span":
        """What both have; empty, at the later start, where they have nothing in common."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))

    def hull(self, other: "Span") -> "Span":
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> "Span":
        """The same length, `by` characters further on (back, where negative)."""
        return Span(self.start + by, self.end + by)

    def without(self, other: "Span") -> Iterator["Span"]:
        """What is left of this span when the other is taken out: none, one or two pieces."""
        if not self.overlaps(other):
            yield self
            return
        if self.start < other.start:
            yield Span(self.start, other.start)
        if other.end < self.end:
            yield Span(other.end, self.end)


def united(spans: Iterable[Span]) -> list[Span]:
    """The same characters in the fewest spans, in order. Abutting spans become one."""
    result: list[Span] = []
    for span in sorted(span for span in spans if span):
        if result and span.start <= result[-1].end:
            result[-1] = result[-1].hull(span)
        else:
            result.append(span)
    return result
