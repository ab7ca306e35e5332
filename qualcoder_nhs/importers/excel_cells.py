"""The words in the cells of an Excel workbook: values only, sheet by sheet."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.safety import excel_file

MOST_COLUMNS = 80

Numbered = tuple[int, list[str]]
"""A row with its number, counted from 1."""


def excel_sheets(
    path: Path, most_rows: int, most_columns: int = MOST_COLUMNS
) -> list[list[Numbered]]:
    """The rows of each sheet in which something stands, at most one more than `most_rows`.

    Raises:
        BadFile: when it is no workbook.
    """
    import openpyxl  # noqa: PLC0415  (half a second, and numpy with it: when a workbook is read)

    content = excel_file(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            book = openpyxl.load_workbook(content, read_only=True, data_only=True)
            tables = [
                list(_rows(sheet.iter_rows(max_col=most_columns, values_only=True), most_rows))
                for sheet in book.worksheets
            ]
            book.close()
    except Exception as error:  # a hostile workbook raises whatever its reader stumbles on
        raise BadFile(path.name, _("it is damaged or no Excel workbook.")) from error
    return tables


def _rows(rows: Iterable[Iterable[object]], most: int) -> Iterator[Numbered]:
    """Sheets are often formatted far below their last row."""
    told = 0
    for number, row in enumerate(rows, start=1):
        cells = [_words(cell) for cell in row]
        if any(cells):
            told += 1
            yield number, cells
        if told > most:
            return


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
