"""A line of a coded transcript cut where anything begins or ends in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from qualcoder_nhs.domain.coded_transcript import CodedTranscript, Line, Mark
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn


class Part(StrEnum):
    """What a piece of text is in its turn."""

    LABEL = "label"
    TIME = "time"
    WORDS = "words"
    PLAIN = "plain"  # in no turn


@dataclass(frozen=True)
class Piece:
    """Characters that have the same marks on all of them, by their numbers in the transcript.

    `opens` are the marks that begin with it, `closes` those that end with it. A piece without text
    stands where a line is empty, or where a mark begins with the line end.
    """

    text: str
    part: Part
    marks: tuple[int, ...]
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


class Cutter:
    """Cuts the lines of one transcript; each line looks only at the marks that touch it."""

    def __init__(self, coded: CodedTranscript) -> None:
        self._coded = coded
        self._starts = [mark.span.start for mark in coded.marks]
        self._reach = _furthest(coded.marks)
        self._turns = [turn.whole.start for turn in coded.turns]

    def rows(self) -> Iterator[tuple[Line, list[Piece]]]:
        """Each line with its pieces; an empty one only where a mark begins or ends in it."""
        for line in self._coded.lines():
            pieces = list(self.pieces(line))
            if line.span or pieces[0].opens or pieces[0].closes:
                yield line, pieces

    def pieces(self, line: Line) -> Iterator[Piece]:
        """The line in order, from one cut to the next; one empty piece where it is empty.

        Its line end belongs to it: a mark that begins or ends there does so with the last piece.
        """
        touching = self._touching(Span(line.span.start, line.span.end + 1))
        turn = self._turn(line.span)
        cuts = sorted(_cuts(line.span, [self._coded.marks[at].span for at in touching], turn))
        pairs = list(pairwise(cuts))
        if not pairs or any(self._coded.marks[at].span.start == line.span.end for at in touching):
            pairs.append((line.span.end, line.span.end))
        for place, (start, end) in enumerate(pairs):
            # What lies on the line end alone is at home in the last piece.
            reach = Span(start, end + (place == len(pairs) - 1))
            yield self._piece(Span(start, end), reach, touching, turn)

    def _piece(self, span: Span, reach: Span, touching: list[int], turn: Turn | None) -> Piece:
        marks = self._coded.marks
        over = [at for at in touching if marks[at].span.overlaps(reach)]
        return Piece(
            text=span.of(self._coded.text),
            part=_part(span, turn),
            marks=tuple(over),
            opens=tuple(at for at in over if reach.start <= marks[at].span.start < reach.end),
            closes=tuple(at for at in over if reach.start < marks[at].span.end <= reach.end),
        )

    def _touching(self, span: Span) -> list[int]:
        last = bisect_left(self._starts, span.end)
        first = bisect_right(self._reach, span.start)
        found = range(first, last)
        return [at for at in found if self._coded.marks[at].span.overlaps(span)]

    def _turn(self, line: Span) -> Turn | None:
        at = bisect_right(self._turns, line.end) - 1
        return self._coded.turns[at] if at >= 0 else None


def _furthest(marks: Sequence[Mark]) -> list[int]:
    """For each mark how far it and all before it reach: it only grows, so that it can be sought."""
    reach: list[int] = []
    for mark in marks:
        reach.append(max(mark.span.end, reach[-1] if reach else 0))
    return reach


def _cuts(line: Span, marks: Sequence[Span], turn: Turn | None) -> set[int]:
    edges = {line.start, line.end}
    edges |= {edge for span in marks for edge in (span.start, span.end)}
    parts = (turn.label_at, turn.time_at, turn.words) if turn else ()
    edges |= {edge for span in parts if span for edge in (span.start, span.end)}
    return {edge for edge in edges if line.start <= edge <= line.end}


def _part(span: Span, turn: Turn | None) -> Part:
    if turn is None:
        return Part.PLAIN
    if turn.label_at and turn.label_at.covers(span):
        return Part.LABEL
    if turn.time_at and turn.time_at.covers(span):
        return Part.TIME
    return (
        Part.WORDS if span.start >= turn.words.start and span.end <= turn.words.end else Part.PLAIN
    )
