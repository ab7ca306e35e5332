"""Tables of talk, with or without lines around them: who speaks, and the words beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.runs import Run
from qualcoder_nhs.importers.pdf.taken import REPEATED, Taken
from qualcoder_nhs.importers.talk_sheets.talk_columns import plain_title, speaks_of

_NEAR = 3.0  # points that lines of a column may begin apart
_FEWEST = 3  # rows of a table
_SHARE = 0.6  # of the lines belong to it
_WIDEST = 0.8  # of the page is taken by names and times at most
_WIDER = 1.15  # than lines of one cell lie apart: another row begins
_LONGEST_TITLES = 80
_NEARLY_ALL = 0.8
_IN_THE_MIDDLE = 0.5  # of the names stand beside the middle of what they say

Lines = Sequence[Row]


@dataclass(frozen=True)
class _Parts:
    """A line of a table: what stands ahead of the words, and the words."""

    row: Row
    ahead: tuple[Run, ...]
    words: tuple[Run, ...]


def with_names_ahead(pages: Sequence[list[Row]], taken: Taken) -> list[list[Row]]:
    """The pages of a table with a tab between names and words, and each name where they begin.

    Pages that are no table of talk are left as they are.
    """
    at = _where_words_begin([row for page in pages for row in page if row.runs])
    if at is None:
        return list(pages)
    parted = [[_parts(row, at) for row in page] for page in pages]
    apart = _WIDER * _pitch(parted)
    by_cells = _stand_in_the_middle(parted, apart) or _are_stacked(parted, apart)
    titles: set[str] = set()
    found = []
    for page in parted:
        lines = _named_first(page, apart) if by_cells else page
        found.append(list(_told(lines, at, titles, taken)))
    return found


def _where_words_begin(rows: Lines) -> float | None:
    """Where the column of words begins; None where there is none beside one of names."""
    if not rows:
        return None
    starts = Counter(
        round(run.x)
        for row in rows
        for before, run in pairwise(run for run in row.runs if run.text.strip())
        if run.x - before.end > row.size / 2
    )
    for at, count in starts.most_common(3):
        parts = [_parts(row, at) for row in rows]
        named = sum(bool(one.ahead and one.words) for one in parts)
        lines = sum(bool(one.words) for one in parts)
        wide = max(row.end for row in rows) - min(row.x for row in rows)
        beside = at - min(row.x for row in rows) <= _WIDEST * wide
        if min(count, named) >= _FEWEST and lines >= _SHARE * len(rows) and beside:
            return at
    return None


def _parts(row: Row, at: float) -> _Parts:
    """Nothing ahead and no words where the line reaches over both, or is no line of the table."""
    ahead = tuple(run for run in row.runs if run.x < at - _NEAR)
    words = tuple(run for run in row.runs if run.x >= at - _NEAR)
    written = [run for run in words if run.text.strip()]
    crosses = any(run.end > at + 1 and run.text.strip() for run in ahead)
    if crosses or (written and abs(written[0].x - at) > _NEAR):
        return _Parts(row, (), ())
    if not any(run.text.strip() for run in ahead):
        ahead = ()
    return _Parts(row, ahead, tuple(written and words))


def _pitch(pages: Sequence[Sequence[_Parts]]) -> float:
    """How far apart lines of one cell lie."""
    gaps = [
        first.row.y - later.row.y
        for page in pages
        for first, later in pairwise(one for one in page if one.words)
        if not later.ahead
    ]
    if len(gaps) > 1:
        return quantiles(gaps, n=4)[0]
    lines = (first.row.y - later.row.y for page in pages for first, later in pairwise(page))
    return min((gap for gap in lines if gap > 0), default=float("inf"))


def _cells(page: Sequence[_Parts], apart: float) -> Iterator[list[_Parts]]:
    """The lines of a page cut where the words lie further apart than lines of one cell."""
    cell: list[_Parts] = []
    last: _Parts | None = None
    for one in page:
        if not one.words and not one.ahead:
            yield from (lines for lines in (cell, [one]) if lines)
            cell, last = [], None
            continue
        if last is not None and one.words and last.row.y - one.row.y > apart:
            ends = _end(cell, one)
            yield cell[:ends]
            cell = cell[ends:]
        cell.append(one)
        last = one if one.words else last
    if cell:
        yield cell


def _end(cell: Sequence[_Parts], after: _Parts) -> int:
    """How many lines belong to a cell; names at its end may be those of the next."""
    for at in range(len(cell) - 1, 0, -1):
        if cell[at].words:
            return len(cell)
        y = cell[at].row.y
        if cell[at - 1].row.y - y > y - (cell[at + 1 :] or [after])[0].row.y:
            return at
    return len(cell)


def _are_stacked(pages: Iterable[Sequence[_Parts]], apart: float) -> bool:
    """Whether names have lines of their own below the first, and no cell has a second name."""
    cells = [cell for page in pages for cell in _cells(page, apart)]
    named = [[bool(one.ahead) for one in cell] for cell in cells]
    named = [lines for lines in named if any(lines)]
    from_top = sum(lines == sorted(lines, reverse=True) for lines in named)
    further = sum(bool(one.ahead and not one.words) for cell in cells for one in cell)
    return further > 1 and from_top > _NEARLY_ALL * len(named)


def _stand_in_the_middle(pages: Iterable[Sequence[_Parts]], apart: float) -> bool:
    """Whether names stand beside the middle of what they say, as browsers set cells."""
    first = later = 0
    for cell in (cell for page in pages for cell in _cells(page, apart)):
        names = [at for at, one in enumerate(cell) if one.ahead]
        if len(names) == 1 and sum(bool(one.words) for one in cell) > 2:
            first += names[0] == 0
            later += names[0] > 0
    return later > _IN_THE_MIDDLE * (first + later)


def _named_first(page: Sequence[_Parts], apart: float) -> Iterator[_Parts]:
    """The lines with what stands ahead of a cell put ahead of its first line."""
    for cell in _cells(page, apart):
        ahead = tuple(run for one in cell for run in one.ahead)
        written = [one for one in cell if one.words or not one.ahead]
        if not ahead or not written:
            yield from cell
            continue
        yield _Parts(written[0].row, ahead, written[0].words)
        yield from (_without_name(one) for one in written[1:])


def _without_name(one: _Parts) -> _Parts:
    return _Parts(one.row.of(one.words), (), one.words) if one.ahead else one


def _told(lines: Iterable[_Parts], at: float, titles: set[str], taken: Taken) -> Iterator[Row]:
    """The lines again; titles of columns are told once, and are nobody's words."""
    for one in lines:
        title = one.row.text
        if title in titles:
            taken.take(REPEATED, title)
        elif _are_titles(one.row):
            titles.add(title)
            yield one.row.without_tabs()
        else:
            yield one.row.of((*one.ahead, *one.words), at) if one.ahead else one.row


def _are_titles(row: Row) -> bool:
    """Whether the line names columns: one of them who speaks, and the last what is said."""
    if not row.runs or len(row.text) > _LONGEST_TITLES:
        return False
    *names, words = map(plain_title, row.cells())
    return speaks_of(names, words)
