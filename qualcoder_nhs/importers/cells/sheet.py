"""Tables of words: a CSV file, the first sheet of a workbook, or cells copied from a sheet."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.excel_cells import Numbered, excel_sheets
from qualcoder_nhs.importers.cells.table_text import decoded

MOST_ROWS = 20_000
EXCEL = (".xlsx", ".xlsm")
SHEETS = (".csv", ".tsv", *EXCEL)

_DELIMITERS = "\t,;|"
_GUARDS = tuple("=+-@")


@dataclass(frozen=True)
class Sheet:
    """A header, and rows with the line each stands on; every row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(path: Path) -> Sheet:
    """The table in a file.

    Raises:
        BadFile: when it is no table, has a header only, or too many rows.
    """
    if path.suffix.casefold() in EXCEL:
        sheets = [one for one in excel_sheets(path, MOST_ROWS) if one]
        lines = sheets[0] if sheets else []
    else:
        text, _encoding = decoded(path)
        lines = list(rows_of_text(path.name, text))
    if len(lines) > MOST_ROWS:
        raise BadFile(path.name, _("it has more than {n} rows.").format(n=f"{MOST_ROWS:,}"))
    sheet = _sheet(lines)
    if not sheet.rows:
        raise BadFile(path.name, _("there are no rows beneath a header in it."))
    return sheet


def pasted_sheet(text: str) -> Sheet:
    """The table in words that were copied from a sheet, with its header; never raises."""
    return _sheet(list(rows_of_text("", text, lenient=True)))


def pasted_cells(text: str) -> list[list[str]]:
    """Rows of cells that were copied from a sheet, without looking for a header."""
    rows = csv.reader(StringIO(text, newline=""), delimiter="\t")
    try:
        return [[cell.strip() for cell in row] or [""] for row in islice(rows, MOST_ROWS)]
    except csv.Error:
        return [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]


def rows_of_text(name: str, text: str, *, lenient: bool = False) -> Iterator[Numbered]:
    """The rows of a CSV with the line each begins on, whatever divides its cells.

    Raises:
        BadFile: when it is none, unless `lenient`.
    """
    told = text[:4].casefold() == "sep="
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text))
    begins = 1
    try:
        for row in islice(rows, MOST_ROWS + 3):
            if any(cell.strip() for cell in row) and not (told and begins == 1):
                yield begins, [_unguarded(cell) for cell in row]
            begins = rows.line_num + 1
    except csv.Error as error:
        if not lenient:
            raise BadFile(name, _("it is no CSV: {why}.").format(why=error)) from error


def delimiter_of(text: str) -> str:
    """What divides cells: as the file says, else what divides its first line into most."""
    if text[:4].casefold() == "sep=":
        return text[4:5] or ","
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _GUARDS else cell


def _sheet(lines: list[Numbered]) -> Sheet:
    if not lines:
        return Sheet((), ())
    columns = tuple(cell.strip() for cell in lines[0][1])
    while columns and not columns[-1]:
        columns = columns[:-1]
    width = len(columns)
    rows = tuple(
        (number, tuple([*(cell.strip() for cell in cells), *[""] * width][:width]))
        for number, cells in lines[1:]
    )
    return Sheet(columns, rows)
