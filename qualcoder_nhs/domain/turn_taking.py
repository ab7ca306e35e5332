"""Turns begun by hand: a stretch of talk cut where somebody else begins to speak."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


def turns_begun(text: str, turns: Iterable[Turn], begun: Mapping[int, str]) -> tuple[Turn, ...]:
    """The turns cut at the places of `begun`, where the label given there begins to speak.

    A new turn has no label in the text. A place that lies inside no turn's words changes nothing.
    """
    places = sorted(begun)
    pieces = (piece for turn in turns for piece in _cut(text, turn, places, begun))
    return tuple(replace(turn, index=index) for index, turn in enumerate(pieces, 1))


def _cut(text: str, turn: Turn, places: list[int], begun: Mapping[int, str]) -> Iterator[Turn]:
    start, end = turn.words.start, turn.words.end
    inside = places[bisect_left(places, start + 1) : bisect_left(places, end)]
    ends = [*inside, end]
    yield replace(turn, words=_trimmed(text, start, ends[0]))
    for place, stop in zip(inside, ends[1:], strict=True):
        yield Turn(turn.index, begun[place], _trimmed(text, place, stop))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the blanks at the end; the words of an empty piece stay where it begins."""
    return Span(start, start + len(text[start:end].rstrip()))
