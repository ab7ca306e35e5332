"""Turns begun by hand: a stretch of talk cut where somebody else begins, or a time mark stands."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


@dataclass(frozen=True)
class Beginning:
    """What begins at a place inside a turn.

    `label` begins to speak; None where whoever speaks goes on. `time_at` is the time mark that
    stands there before the words and is none of them, `time` what it says, in seconds.
    """

    label: str | None = None
    time_at: Span | None = None
    time: float | None = None


def turns_begun(
    text: str, turns: Iterable[Turn], begun: Mapping[int, Beginning]
) -> tuple[Turn, ...]:
    """The turns cut at the places of `begun`, with what begins there.

    A new turn has no label in the text. A place that lies inside no turn's words changes nothing.
    """
    places = sorted(begun)
    pieces = (piece for turn in turns for piece in _cut(text, turn, places, begun))
    return tuple(replace(turn, index=index) for index, turn in enumerate(pieces, 1))


def _cut(
    text: str, turn: Turn, places: list[int], begun: Mapping[int, Beginning]
) -> Iterator[Turn]:
    start, end = turn.words.start, turn.words.end
    inside = places[bisect_left(places, start + 1) : bisect_left(places, end)]
    ends = [*inside, end]
    yield replace(turn, words=_trimmed(text, start, ends[0]))
    label = turn.label
    for place, stop in zip(inside, ends[1:], strict=True):
        one = begun[place]
        label = one.label or label
        first = _past_blanks(text, one.time_at.end, stop) if one.time_at else place
        words = _trimmed(text, first, stop)
        yield Turn(turn.index, label, words, time_at=one.time_at, time=one.time)


def _past_blanks(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the blanks at the end; the words of an empty piece stay where it begins."""
    return Span(start, start + len(text[start:end].rstrip()))
