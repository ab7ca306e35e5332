"""Filling an Excel sheet: words as words, numbers as numbers, and what no cell can hold."""

from collections.abc import Sequence
from typing import Any

from qualcoder_nhs.exporters.legible import Legible

LONGEST = 32_767
"""How much a cell of Excel holds, in UTF-16 units; it cuts off what is longer."""

_A4 = 9
_LINE, _HIGHEST, _LOOSE = 15, 409, 1.1
"""Points of a line and of the highest row, and the room that whole words waste at line ends."""

Cell = str | int


def row_height(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """The points that wrapped words need in columns of these widths: few programs see to it."""
    needed = (
        sum(1 + int(len(line) * _LOOSE / width) for line in cell.splitlines())
        for cell, width in zip(cells, widths, strict=True)
        # A cheap look first: most cells are words or numbers that need one line.
        if isinstance(cell, str) and (len(cell) * _LOOSE >= width or "\n" in cell)
    )
    return min(_HIGHEST, _LINE * max(needed, default=1))


def fit_on_paper(sheet: Any) -> None:
    """Print a sheet across the page, as wide as one, its first row on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


class Sheet:
    """A sheet that is filled row by row from the top; text wraps and stands at the top of cells."""

    def __init__(self, workbook: Any, name: str, legible: Legible) -> None:
        self._sheet = workbook.add_worksheet(name)
        self._legible = legible
        self._next = 0
        self._plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F0EDE8"}
        )

    def set_widths(self, widths: Sequence[float]) -> None:
        """How wide the columns are, in characters."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def freeze_and_filter(self, rows: int, columns: int) -> None:
        """Keep the first row in sight and let every column be filtered."""
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, rows, columns - 1)

    def fit_on_paper(self) -> None:
        """Print it across the page, as wide as one, its first row on each."""
        fit_on_paper(self._sheet)

    def add_header(self, cells: Sequence[str]) -> None:
        """A row of column names."""
        self._add(cells, self._bold)

    def add(self, cells: Sequence[Cell]) -> None:
        """A row of values; none may be longer than `LONGEST`."""
        self._add(cells, self._plain)

    def add_high(self, cells: Sequence[Cell], widths: Sequence[float]) -> None:
        """A row of values as high as its words need at these widths: few programs see to it."""
        self._sheet.set_row(self._next, row_height(cells, widths))
        self._add(cells, self._plain)

    def add_pattern(self, columns: int) -> int:
        """A row without words that looks as rows of values do; tell its number, counted from 1."""
        for column in range(columns):
            self._sheet.write_blank(self._next, column, None, self._plain)
        self._next += 1
        return self._next

    def _add(self, cells: Sequence[Cell], look: Any) -> None:
        row, number, words = self._next, self._sheet.write_number, self._sheet.write_string
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                number(row, column, cell, look)
            elif cell:
                words(row, column, self._legible(cell), look)
        self._next += 1


class Overflow:
    """Cells that are too long, spread over columns of their own after the others.

    `columns` are those given and, where some cell needs them, `text (2)`, `text (3)` and so on.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        parts = [1] * len(columns)
        for cells in rows:
            for column, cell in enumerate(cells):
                # A cheap look first: most cells could not be too long, whatever they hold.
                if isinstance(cell, str) and len(cell) * 2 > LONGEST:
                    parts[column] = max(parts[column], len(pieces(cell)))
        self._more = {column: count - 1 for column, count in enumerate(parts) if count > 1}
        self.columns = (
            *columns,
            *(f"{columns[at]} ({n + 2})" for at, count in self._more.items() for n in range(count)),
        )

    def spread(self, cells: Sequence[Cell]) -> list[Cell]:
        """A row over `columns`; put together again in order, its pieces are the cell."""
        if not self._more:
            return list(cells)
        row, after = list(cells), []
        for column, count in self._more.items():
            first, *rest = pieces(str(cells[column])) or [""]
            row[column] = first
            after += [*rest, *[""] * (count - len(rest))]
        return [*row, *after]


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """The text in as few pieces as fit a cell each, never cut inside a character."""
    found: list[str] = []
    start = room = 0
    for at, character in enumerate(text):
        units = 2 if character > "\uffff" else 1
        if room + units > longest:
            found.append(text[start:at])
            start, room = at, 0
        room += units
    return [*found, text[start:]]
