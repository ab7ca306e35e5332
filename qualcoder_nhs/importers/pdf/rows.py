"""Lines of a page from the words drawn on it: top to bottom, left to right, blanks in gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qualcoder_nhs.importers.paragraphs import Piece, on_one_line
from qualcoder_nhs.importers.pdf.drawing import Run

_BLANK = 0.17  # of the size of the letters: a wider gap is a blank
_APART = 0.6  # wider than any blank between words that are not justified
_WIDE = 1.4  # a tab
_SAME_LINE = 0.45
_SAME_PLACE = 0.15


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first gap of a line: how many letters, and where they end."""

    letters: int
    end: float
    next_x: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line as printed, from `x` to `end`, with the number that stood in the margin beside it."""

    pieces: tuple[Piece, ...]
    page: int
    x: float
    end: float
    y: float
    size: float
    opening: Opening | None = None
    number: int | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(words for words, _bold in self.pieces)

    def numbered(self, number: int) -> "Row":
        """The line with its opening taken for a number; without words where it was all."""
        if self.opening is None:
            return replace(self, pieces=(), number=number)
        pieces = tuple(_without(self.pieces, self.opening.letters))
        return replace(self, pieces=pieces, x=self.opening.next_x, opening=None, number=number)

    def beside(self, number: int) -> "Row":
        """The line with a number beside it that stood a little above."""
        return replace(self, number=number)

    def bare(self) -> "Row":
        """The number alone."""
        return replace(self, pieces=(), opening=None)


def rows_of(runs: Iterable[Run], page: int) -> list[Row]:
    """The lines of a page; a line is what stands at one height."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: -each.y):
        first = lines[-1][0] if lines else None
        if first is None or first.y - run.y > _SAME_LINE * max(first.size, run.size):
            lines.append([])
        lines[-1].append(run)
    ordered = (list(_once(sorted(line, key=lambda each: each.x))) for line in lines)
    return [_row(line, page) for line in ordered if any(run.text.strip() for run in line)]


def _row(runs: Sequence[Run], page: int) -> Row:
    written = [each for each in runs if each.text.strip()]
    runs = runs[runs.index(written[0]) :]
    pieces: list[Piece] = []
    opening: Opening | None = None
    for before, run in zip([None, *runs], runs, strict=False):
        gap = _gap(before, run)
        if before and opening is None and run.text.strip() and _apart(before, run) > _APART:
            opening = Opening(sum(len(words) for words, _bold in pieces), before.end, run.x)
        pieces.append((gap + on_one_line(run.text).replace("\t", " "), run.bold))
    largest = max(written, key=lambda each: len(each.text))
    end = max(each.end for each in written)
    return Row(tuple(_in_one(pieces)), page, written[0].x, end, largest.y, largest.size, opening)


def _in_one(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Letters drawn one by one, as words that are bold or not."""
    for bold, drawn in groupby(pieces, key=lambda piece: piece[1]):
        yield "".join(words for words, _bold in drawn), bold


def _apart(before: Run, run: Run) -> float:
    return (run.x - before.end) / max(before.size, run.size)


def _gap(before: Run | None, run: Run) -> str:
    """What stands between two stretches of words."""
    if before is None:
        return ""
    wide = _apart(before, run)
    if wide > _WIDE:
        return "\t"
    blank = before.text[-1:].isspace() or run.text[:1].isspace()
    return " " if wide > _BLANK and not blank else ""


def _once(runs: Sequence[Run]) -> Iterator[Run]:
    """Words drawn twice over each other, to look bold, are said once."""
    before: Run | None = None
    for run in runs:
        near = _SAME_PLACE * run.size
        again = before is not None and run.text == before.text and run.text.strip()
        if before is None or not again or abs(run.x - before.x) > near:
            yield run
            before = run


def _without(pieces: Iterable[Piece], letters: int) -> Iterator[Piece]:
    """The pieces behind so many letters, without the gap that follows."""
    begun = False
    for words, bold in pieces:
        left = words[letters:]
        letters = max(0, letters - len(words))
        left = left if begun else left.lstrip()
        if left:
            begun = True
            yield left, bold
