"""Lines of a page from the words drawn on it: top to bottom, left to right, blanks in gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qualcoder_nhs.importers.paragraphs import Piece, on_one_line
from qualcoder_nhs.importers.pdf.directions import as_read, goes_left
from qualcoder_nhs.importers.pdf.runs import Run

_BLANK = 0.17  # of the size of the letters: a wider gap is a blank
_APART = 0.6  # wider than any blank between words that are not justified
_WIDE = 1.4  # a tab
_SAME_LINE = 0.45
_SAME_PLACE = 0.15
_BELOW = 0.8
_NEAR = 3.0  # points that lines of a column may begin apart


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first gap of a line: how many letters, and where they end."""

    letters: int
    end: float
    next_x: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line as printed, from `x` to `end`, with the number that stood in the margin beside it.

    `runs` are what it was put together from; `right` is how far lines of its column reach.
    """

    pieces: tuple[Piece, ...]
    page: int
    x: float
    end: float
    y: float
    size: float
    opening: Opening | None = None
    number: int | None = None
    runs: tuple[Run, ...] = ()
    right: float | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(words for words, _bold in self.pieces)

    def numbered(self, number: int) -> "Row":
        """The line with its opening taken for a number; without words where it was all."""
        if self.opening is None:
            return replace(self, pieces=(), runs=(), number=number)
        begins = self.opening.next_x
        return replace(
            self,
            pieces=tuple(_without(self.pieces, self.opening.letters)),
            runs=tuple(run for run in self.runs if run.x >= begins),
            x=begins,
            opening=None,
            number=number,
        )

    def beside(self, number: int) -> "Row":
        """The line with a number beside it that stood a little above."""
        return replace(self, number=number)

    def bare(self) -> "Row":
        """The number alone."""
        return replace(self, pieces=(), runs=(), opening=None)

    def cells(self) -> list[str]:
        """The words between gaps that are wider than blanks."""
        found: list[str] = []
        for before, run in zip([None, *self.runs], self.runs, strict=False):
            if before is None or _apart(before, run) > _APART:
                found.append("")
            found[-1] += run.text
        return found

    def without_tabs(self) -> "Row":
        """The line with blanks for what is set apart."""
        pieces = tuple((words.replace("\t", " "), bold) for words, bold in self.pieces)
        return replace(self, pieces=pieces)

    def of(self, runs: Iterable[Run], tab_at: float | None = None) -> "Row":
        """The line with these words alone; `tab_at` is where a column begins."""
        return replace(_row(list(runs), self.page, tab_at), number=self.number, right=self.right)


def rows_of(runs: Iterable[Run], page: int) -> list[Row]:
    """The lines of a page; a line is what stands at one height."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: -each.y):
        first = lines[-1][0] if lines else None
        if first is None or first.y - run.y > _SAME_LINE * max(first.size, run.size):
            lines.append([])
        lines[-1].append(run)
    ordered = (list(_once(sorted(line, key=_place))) for line in lines)
    return [_row(line, page) for line in ordered if any(run.text.strip() for run in line)]


def _place(run: Run) -> float:
    """By where it is drawn; where it ends is told by the font, and not always true."""
    return run.end if run.is_from_right else run.x


def _row(runs: Sequence[Run], page: int, tab_at: float | None = None) -> Row:
    """The runs of one line, in the order in which they are read."""
    written = [each for each in runs if each.text.strip()]
    runs = runs[runs.index(written[0]) :]
    gaps = [_gap(before, run, tab_at) for before, run in zip([None, *runs], runs, strict=False)]
    largest = max(written, key=lambda each: len(each.text))
    return Row(
        tuple(_words(runs, gaps)),
        page,
        written[0].x,
        max(each.end for each in written),
        largest.y,
        largest.size,
        _opening(runs, gaps),
        runs=tuple(runs),
    )


def _opening(runs: Sequence[Run], gaps: Sequence[str]) -> Opening | None:
    letters = 0
    for at, run in enumerate(runs):
        if at and run.text.strip() and _apart(runs[at - 1], run) > _APART:
            return Opening(letters, runs[at - 1].end, run.x)
        letters += len(gaps[at]) + len(run.text)
    return None


def _words(runs: Sequence[Run], gaps: Sequence[str]) -> Iterator[Piece]:
    """The words in the order in which they are read, which is not that in which they are drawn."""
    pieces = [
        (gap, on_one_line(run.text).replace("\t", " "), run.bold)
        for gap, run in zip(gaps, runs, strict=True)
    ]
    from_right = runs[0].is_from_right
    if from_right:
        drawn = [(words + gap, bold) for gap, words, bold in reversed(pieces)]
    else:
        drawn = [(gap + words, bold) for gap, words, bold in pieces]
    if any(goes_left(words) for words, _bold in drawn):
        return iter(as_read(drawn, from_right=from_right))
    return _in_one(drawn if not from_right else [(gap + words, b) for gap, words, b in pieces])


def _in_one(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Letters drawn one by one, as words that are bold or not."""
    for bold, drawn in groupby(pieces, key=lambda piece: piece[1]):
        yield "".join(words for words, _bold in drawn), bold


def _apart(before: Run, run: Run) -> float:
    return (run.x - before.end) / max(before.size, run.size)


def _gap(before: Run | None, run: Run, tab_at: float | None) -> str:
    """What stands between two stretches of words."""
    if before is None:
        return ""
    wide = _apart(before, run)
    if wide > _WIDE or (tab_at is not None and before.x < tab_at - _NEAR <= run.x):
        return "\t"
    blank = _last(before).isspace() or _first(run).isspace()
    below = abs(before.y - run.y) > _BELOW * run.size
    return " " if (below or wide > _BLANK) and not blank else ""


def _last(run: Run) -> str:
    return run.text[:1] if run.is_from_right else run.text[-1:]


def _first(run: Run) -> str:
    return run.text[-1:] if run.is_from_right else run.text[:1]


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
