"""The words in the cells of an Excel workbook: values only, sheet by sheet."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.excel_size import refuse_endless
from qualcoder_nhs.importers.safety import excel_file

MOST_COLUMNS = 80
_MOST_BLANK = 20_000
"""Rows with nothing in them, after which nobody has written more."""

Numbered = tuple[int, list[str]]
"""A row with its number, counted from 1."""


def excel_sheets(
    path: Path, most_rows: int, most_columns: int = MOST_COLUMNS, *, indented: bool = False
) -> list[list[Numbered]]:
    """The rows of each sheet in which something stands, at most one more than `most_rows`.

    Where what is `indented` matters, blanks stand ahead of words that are shown so.

    Raises:
        BadFile: when it is no workbook, or holds far more than any table.
    """
    return [rows for _title, rows in named_sheets(path, most_rows, most_columns, indented=indented)]


def named_sheets(
    path: Path, most_rows: int, most_columns: int = MOST_COLUMNS, *, indented: bool = False
) -> list[tuple[str, list[Numbered]]]:
    """The same with the title of each sheet.

    Raises:
        BadFile: when it is no workbook, or holds far more than any table.
    """
    import openpyxl  # noqa: PLC0415  (half a second, and numpy with it: when a workbook is read)

    content = excel_file(path)
    refuse_endless(path, content, most_rows + _MOST_BLANK)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            book = openpyxl.load_workbook(content, read_only=True, data_only=True)
            read = _shown if indented else _words
            tables = []
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
                rows = sheet.iter_rows(max_col=most_columns, values_only=not indented)
                tables.append((sheet.title, _alike(list(_rows(rows, most_rows, read)))))
            book.close()
    except Exception as error:  # a hostile workbook raises whatever its reader stumbles on
        raise BadFile(path.name, _("it is damaged or no Excel workbook.")) from error
    return tables


def _rows(
    rows: Iterable[Iterable[Any]], most: int, read: Callable[[Any], str]
) -> Iterator[Numbered]:
    """Sheets are often formatted far below their last row; some say that they have a million."""
    told = last = 0
    for number, row in enumerate(rows, start=1):
        cells = [read(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            told, last = told + 1, number
            yield number, cells
        if told > most or number - last > _MOST_BLANK:
            return


def _alike(rows: list[Numbered]) -> list[Numbered]:
    """All rows as wide as the widest."""
    width = max((len(cells) for _number, cells in rows), default=0)
    return [(number, cells + [""] * (width - len(cells))) for number, cells in rows]


def _shown(cell: Any) -> str:
    """The words of a cell with two blanks ahead for each step that it is indented."""
    words = _words(cell.value)
    by = cell.alignment.indent if words and cell.alignment else 0
    return "  " * round(by or 0) + words


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).replace("_x000D_\n", "\n")
