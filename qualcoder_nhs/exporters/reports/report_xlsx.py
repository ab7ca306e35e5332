"""A report as an Excel workbook: a sheet for each table, every figure a number, formulas named."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from qualcoder_nhs.domain.report import Cell, Column, Estimate, Measures, Report, Table
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.reports.report_format import ReportFormat
from qualcoder_nhs.exporters.sheets.sheet_cells import LONGEST, fit_on_paper, row_height
from qualcoder_nhs.i18n import N_, _

_FORMATS = {Measures.COUNT: "#,##0", Measures.SHARE: "0%", Measures.FIGURE: "#,##0.0##"}
_ESTIMATE = "0.000"
_LONGEST_NAME = 31
_WIDEST, _NAME, _ABOUT = 60, 30, 100
"""Letters that a column of words, and the words about a report, have room for."""
_NUMBER, _DEEPEST = 11, 10
_LINE = 15
"""Points; programs other than Excel do not grow a row for words that wrap."""


def write(report: Report, path: Path) -> None:
    """Write all tables, those that pages leave out among them. Words stay words: no cell runs."""
    workbook = Workbook(path)
    book = _Book(workbook)
    book.about(report)
    for table in report.tables:
        book.table(table)
    book.formulas(report.tables)
    workbook.set_properties(
        {"title": report.title, "author": report.author, "created": report.made}
    )
    try:
        workbook.close()
    except FileCreateError as error:
        # It wraps what the disk said, which is what our caller can put in words.
        raise error.args[0] from error


class _Book:
    """The workbook while it is filled."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._legible = Legible()
        plain = {"valign": "top"}
        self._words = workbook.add_format(plain)
        self._wrapped = workbook.add_format({**plain, "text_wrap": True})
        self._head = workbook.add_format(
            {**plain, "bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#F0EDE8"}
        )
        self._numbers = {
            form: workbook.add_format({**plain, "num_format": form})
            for form in (*_FORMATS.values(), _ESTIMATE)
        }
        left = {**plain, "align": "left"}
        self._deep = [workbook.add_format({**left, "indent": depth}) for depth in range(_DEEPEST)]

    def about(self, report: Report) -> None:
        """The method box, the headline, the words for the paper and the notes."""
        sheet = self._sheet(_("About"), [_NAME, _ABOUT])
        lines: list[tuple[str, str]] = [(report.title, report.subtitle), *report.facts]
        lines += [(_("Headline"), " ".join((report.headline, *report.details)))]
        for prose in report.prose:
            lines += [(prose.title, paragraph) for paragraph in prose.paragraphs]
            lines += prose.points
        lines += [(_("Note"), note) for note in report.notes]
        for at, (name, value) in enumerate(lines):
            sheet.set_row(at, row_height((name, value), (_NAME, _ABOUT)))
            self._write(sheet, at, 0, name, self._head)
            self._write(sheet, at, 1, value, self._wrapped)

    def table(self, table: Table) -> None:
        """One sheet; a figure takes four columns: value, lower limit, upper limit, why not."""
        spread = list(_spread(table.columns))
        sheet = self._sheet(table.name, _widths(table))
        sheet.set_row(0, 3 * _LINE)
        for at, (column, part) in enumerate(spread):
            self._write(sheet, 0, at, f"{column.title}{part}", self._head)
        sheet.freeze_panes(1, 1)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(spread) - 1)
        for at, row in enumerate(table.rows):
            wrapped = [cell for cell in row if isinstance(cell, str) and _is_wrapped(cell)]
            sheet.set_row(at + 1, row_height(wrapped, [_WIDEST] * len(wrapped)))
            self._row(sheet, at + 1, row, table.columns, table.depths[at] if table.depths else 0)

    def _row(
        self, sheet: Any, line: int, row: Sequence[Cell], columns: Sequence[Column], depth: int
    ) -> None:
        place = 0
        for column, cell in zip(columns, row, strict=True):
            if column.measures is Measures.ESTIMATE:
                found = cell if isinstance(cell, Estimate) else Estimate(None)
                for part in (found.value, found.low, found.high):
                    self._number(sheet, line, place, part, _ESTIMATE)
                    place += 1
                self._write(sheet, line, place, found.why, self._words)
            elif isinstance(cell, str):
                self._write(
                    sheet,
                    line,
                    place,
                    cell,
                    self._look(cell) if place else self._deep[min(depth, _DEEPEST - 1)],
                )
            elif isinstance(cell, int | float):
                form = _FORMATS.get(column.measures, _FORMATS[Measures.COUNT])
                self._number(sheet, line, place, cell, form)
            place += 1

    def _look(self, words: str) -> Any:
        return self._wrapped if _is_wrapped(words) else self._words

    def formulas(self, tables: Sequence[Table]) -> None:
        """What each figure is, and after whom."""
        sheet = self._sheet(_("Formulas"), [26, 30, 100])
        for at, title in enumerate((_("Sheet"), _("Figure"), _("How it comes about"))):
            self._write(sheet, 0, at, title, self._head)
        named = [
            (table.name, column.title, column.formula)
            for table in tables
            for column in table.columns
            if column.formula
        ]
        for line, words in enumerate(named, 1):
            for at, said in enumerate(words):
                self._write(sheet, line, at, said, self._words)

    def _sheet(self, name: str, widths: Sequence[float]) -> Any:
        sheet = self._workbook.add_worksheet(name[:_LONGEST_NAME])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        fit_on_paper(sheet)
        return sheet

    def _write(self, sheet: Any, line: int, column: int, words: str, look: Any) -> None:
        if words:
            sheet.write_string(line, column, self._legible(words)[:LONGEST], look)

    def _number(self, sheet: Any, line: int, column: int, value: float | None, form: str) -> None:
        if value is not None:
            sheet.write_number(line, column, value, self._numbers[form])


def _spread(columns: Sequence[Column]) -> Iterator[tuple[Column, str]]:
    """Every column of the sheet: that of the table, and what is added to its title."""
    for column in columns:
        yield column, ""
        if column.measures is Measures.ESTIMATE:
            yield column, _(", low")
            yield column, _(", high")
            yield column, _(", why")


def _is_wrapped(words: str) -> bool:
    """Several lines are, and what no column has room for."""
    return "\n" in words or len(words) > _WIDEST


def _widths(table: Table) -> list[float]:
    found: list[float] = []
    for at, column in enumerate(table.columns):
        if column.measures is Measures.ESTIMATE:
            found += [_NUMBER] * 4
        elif column.measures is Measures.WORDS:
            longest = max((len(str(row[at])) for row in table.rows), default=0)
            found.append(min(_WIDEST, max(_NUMBER, longest + 2)))
        else:
            found.append(_NUMBER)
    return found


FORMAT = ReportFormat(id="xlsx", name=N_("Excel workbook"), suffix=".xlsx", write=write)
