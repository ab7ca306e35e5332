"""A page as blocks: its paragraphs, and those of its tables that hold talk or figures."""

from collections.abc import Iterable, Iterator
from typing import Any

from qualcoder_nhs.importers.html.html_words import BLOCKS, Paragraph, is_bold, is_read
from qualcoder_nhs.importers.leftovers import columns_told
from qualcoder_nhs.importers.speaker_tables import Block, Row, speaker_table
from qualcoder_nhs.importers.turns import Line

_CELLS = ("td", "th")


def blocks_of(body: Any) -> list[Block]:
    """Everything that a reader of the page sees, in its order."""
    page = _Page()
    page.take(body, bold=False, as_is=False)
    page.end_paragraph()
    return page.blocks


class _Page:
    """Walks through a page; blocks end the paragraph that was going on."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._paragraph = Paragraph()

    def end_paragraph(self) -> None:
        self.blocks.extend(self._paragraph.taken())

    def take(self, element: Any, *, bold: bool, as_is: bool) -> None:
        """The words of an element, and of those in it."""
        self._paragraph.add(element.text or "", bold=bold, as_is=as_is)
        for child in element:
            if child.tag == "br":
                self._paragraph.end_line()
            elif is_read(child):
                self._take_child(child, bold=bold, as_is=as_is)
            self._paragraph.add(child.tail or "", bold=bold, as_is=as_is)

    def _take_child(self, child: Any, *, bold: bool, as_is: bool) -> None:
        if child.tag not in BLOCKS:
            self.take(child, bold=is_bold(child, around=bold), as_is=as_is)
            return
        self.end_paragraph()
        rows = _table(child) if child.tag == "table" else None
        if rows is not None:
            self._take_captions(child)
            self.blocks.append(rows)
        else:
            inner = is_bold(child, around=bold)
            self.take(child, bold=inner, as_is=as_is or child.tag == "pre")
            self.end_paragraph()

    def _take_captions(self, table: Any) -> None:
        for caption in table.findall("caption"):
            self.take(caption, bold=False, as_is=False)
            self.end_paragraph()


def _table(table: Any) -> list[Row] | None:
    """The rows of a table that holds cells; None where it only lays out a page."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    rows = list(_rows(row for row in table.iter("tr") if is_read(row)))
    lines = max((len(cell) for row in rows for cell in row), default=0)
    is_wide = max(map(len, rows), default=0) > 1
    return rows if is_wide and (lines <= 1 or speaker_table(rows)) else None


def _rows(rows: Iterable[Any]) -> Iterator[Row]:
    """The cells by their columns; a cell that reaches into others leaves those empty."""
    reaching: dict[int, int] = {}
    for row in rows:
        cells: Row = []
        below: dict[int, int] = {}
        for cell in (child for child in row if child.tag in _CELLS and is_read(child)):
            _fill(cells, reaching)
            wide, deep = (columns_told(cell.get(name)) for name in ("colspan", "rowspan"))
            for column in range(len(cells), len(cells) + wide):
                below[column] = deep - 1
            cells.extend([_lines(cell), *([] for _more in range(wide - 1))])
        _fill(cells, reaching)
        left = {column: rest - 1 for column, rest in reaching.items()}
        reaching = {column: rest for column, rest in (left | below).items() if rest > 0}
        yield cells


def _fill(cells: Row, reaching: dict[int, int]) -> None:
    """Leave the columns empty that a cell above reaches into."""
    while reaching.get(len(cells), 0) > 0:
        cells.append([])


def _lines(cell: Any) -> list[Line]:
    blocks = blocks_of(cell)
    return [line for line in blocks if isinstance(line, Line)]
