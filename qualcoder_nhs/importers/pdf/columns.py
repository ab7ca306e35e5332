"""Text in several columns: read down one and then the next, and across where a line is as wide."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from qualcoder_nhs.importers.pdf.rows import Row, rows_of
from qualcoder_nhs.importers.pdf.runs import Run

_GUTTER = 0.7  # of the size of the letters; blanks of a line are narrower than what parts columns
_NARROWEST = 0.2  # of what is printed; a column of names is narrower
_FEWEST = 4  # lines
_FULL = 0.3  # of a column is filled by half of its lines, in talk with many short turns, too
_AS_MANY = 0.5  # lines at the left for one at the right, or they are names beside words
_AHEAD = 1.5  # points
_MOST_PLACES = 12
_ALIKE = 15.0  # points that columns of several pages begin apart
_WIDE = -1_000  # the column that is all of the page
_MOST = 3  # times that a page is parted
_MOST_LINES = 400
_MOST_RUNS = 8_000  # on a page; one that is full of print has as many letters

Lines = list[Row]


@dataclass(frozen=True)
class _Parted:
    """A page with what is above, left, right and below of where two columns meet."""

    above: Lines
    left: list[Run]
    right: list[Run]
    below: Lines


def in_columns(pages: Sequence[Lines]) -> list[Lines]:
    """The lines of each page in the order in which they are read."""
    found = [list(_read(page, 0, _WIDE)) for page in pages]
    reach: dict[int, float] = defaultdict(lambda: float("-inf"))
    for row, column in (each for page in found for each in page):
        reach[column] = max(reach[column], row.end)
    if set(reach) <= {_WIDE}:
        return list(pages)
    return [[replace(row, right=reach[column]) for row, column in page] for page in found]


def _read(page: Lines, parted: int, column: int) -> Iterator[tuple[Row, int]]:
    """The lines with the column that each stands in, which is told by where it begins."""
    found = _parted(page) if parted < _MOST else None
    if found is None:
        yield from ((row, column) for row in page)
        return
    yield from _read(found.above, parted + 1, _WIDE)
    for runs in (found.left, found.right):
        begins = min(run.x for run in runs if run.text.strip())
        lines = rows_of(runs, page[0].page)
        yield from _read(lines, parted + 1, round(begins / _ALIKE))
    yield from _read(found.below, parted + 1, _WIDE)


def _parted(page: Lines) -> _Parted | None:
    """Where two columns of sentences stand beside each other; None where none do."""
    page = [row for row in page if row.runs]
    if not _FEWEST <= len(page) <= _MOST_LINES or sum(len(row.runs) for row in page) > _MOST_RUNS:
        return None
    gaps = [_stretches(row) for row in page]
    left, right = min(row.x for row in page), max(row.end for row in page)
    edge = _NARROWEST * (right - left)
    best = max(
        (_beside(page, gaps, at) for at in _places(gaps, left + edge, right - edge)),
        key=lambda one: (one[0], one[1]),
        default=(0, 0.0, 0, 0, 0.0),
    )
    lines, _wide, first, last, at = best
    return _split(page, first, last, at) if lines >= _FEWEST else None


Stretch = tuple[float, float]


def _places(lines: Sequence[Sequence[Stretch]], first: float, last: float) -> Iterator[float]:
    """Where a second column may begin: a little ahead of where most parts of lines do."""
    begins = Counter(round(x) for line in lines for x, _end in line if first < x < last)
    yield from (at - _AHEAD for at, _count in begins.most_common(_MOST_PLACES))


def _stretches(row: Row) -> list[Stretch]:
    """The parts of a line between gaps that are wider than blanks."""
    found: list[Stretch] = []
    for run in row.runs:
        if not run.text.strip():
            continue
        if found and run.x - found[-1][1] < _GUTTER * row.size:
            found[-1] = (found[-1][0], max(found[-1][1], run.end))
        else:
            found.append((run.x, run.end))
    return found


Found = tuple[int, float, int, int, float]
"""How many lines the shorter column has, how far they lie apart, the lines they are, and where."""


def _beside(page: Lines, lines: Sequence[Sequence[Stretch]], at: float) -> Found:
    """The most lines below each other that nothing crosses at a place."""
    best: Found = (0, 0.0, 0, 0, at)
    first = 0
    for number in range(len(page) + 1):
        crossed = number == len(page) or any(x < at < end for x, end in lines[number])
        if crossed:
            best = max(best, _columns(lines, first, number, at))
            first = number + 1
    return best


def _columns(lines: Sequence[Sequence[Stretch]], first: int, last: int, at: float) -> Found:
    """Whether these lines are two columns of sentences there."""
    nothing: Found = (0, 0.0, first, last, at)
    left = list(_extents([[s for s in line if s[1] <= at] for line in lines[first:last]]))
    right = list(_extents([[s for s in line if s[0] >= at] for line in lines[first:last]]))
    if min(len(left), len(right)) < _FEWEST or len(left) < _AS_MANY * len(right):
        return nothing
    least = _NARROWEST * (max(end for _x, end in right) - min(x for x, _end in left))
    if not _is_filled(left, least) or not _is_filled(right, least):
        return nothing
    apart = min(x for x, _end in right) - max(end for _x, end in left)
    return (min(len(left), len(right)), apart, first, last, at)


def _extents(lines: Sequence[Sequence[Stretch]]) -> Iterator[Stretch]:
    """From where to where each line reaches."""
    for line in lines:
        if line:
            yield line[0][0], line[-1][1]


def _is_filled(column: Sequence[Stretch], least: float) -> bool:
    """Whether lines run to the end of a column, as sentences do, and it is wide enough for them."""
    begin, end = min(x for x, _end in column), max(end for _x, end in column)
    return end - begin > least and median(end - x for x, end in column) > _FULL * (end - begin)


def _split(page: Lines, first: int, last: int, at: float) -> _Parted:
    runs = [run for row in page[first:last] for run in row.runs]
    return _Parted(
        page[:first],
        [run for run in runs if run.x < at],
        [run for run in runs if run.x >= at],
        page[last:],
    )
