"""Cells of a report as people read them."""

from string import ascii_lowercase

from qualcoder_nhs.domain.report import Cell, Column, Estimate, Measures, Table
from qualcoder_nhs.i18n import _

NOTHING = ""


class Printed:
    """The rows of a table as they are printed on a page.

    What is undefined reads `n/a a`, and `reasons` say below the table what `a` stands for; figures
    whose interval is missing for a reason carry the letter, too.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._letters: dict[str, str] = {}
        self.rows = [
            [self._words(cell, of) for cell, of in zip(row, table.columns, strict=True)]
            for row in printed(table)
        ]

    @property
    def note(self) -> str:
        """What stands below the table."""
        reasons = [f"{letter} {why}." for why, letter in self._letters.items()]
        return " ".join(part for part in (self._table.note, more(self._table), *reasons) if part)

    def _words(self, cell: Cell, column: Column) -> str:
        if cell is None:
            return NOTHING
        if isinstance(cell, str):
            return cell
        if isinstance(cell, Estimate):
            return f"{_estimate(cell)} {self._letter(cell.why)}".strip()
        if column.measures is Measures.SHARE:
            return f"{cell:.0%}"
        return f"{cell:,.0f}" if column.measures is Measures.COUNT else number(cell)

    def _letter(self, why: str) -> str:
        """`a` for the first reason of the table, `b` for the next; there are never 26."""
        if not why:
            return ""
        return self._letters.setdefault(why, ascii_lowercase[len(self._letters) % 26])


def _estimate(cell: Estimate) -> str:
    if cell.value is None:
        return _("n/a")
    if cell.low is None or cell.high is None:
        return number(cell.value)
    return f"{number(cell.value)} [{number(cell.low)}, {number(cell.high)}]"


def number(value: float) -> str:
    """Two decimals, with a real minus; never `-0.00`."""
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def right(column: Column) -> bool:
    """Whether the column stands against its right edge."""
    return column.measures in (Measures.COUNT, Measures.SHARE, Measures.FIGURE)


def printed(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """The rows that a page shows."""
    return table.rows if table.shown is None else table.rows[: table.shown]


def more(table: Table) -> str:
    """How many rows a page does not show; nothing where it shows all."""
    hidden = len(table.rows) - len(printed(table))
    if not hidden:
        return ""
    return _("{n} more rows are in the Excel workbook.").format(n=f"{hidden:,}")
