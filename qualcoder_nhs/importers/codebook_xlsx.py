"""Codebooks as Excel workbooks: values only, every sheet that has a known header."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebook_rows import MOST_ROWS, Line, codebook_from
from qualcoder_nhs.importers.safety import excel_file

MOST_COLUMNS = 80


def read(path: Path) -> ParsedCodebook:
    """The codebook; rows that cannot be read are left out and listed.

    Raises:
        BadFile: when it is no workbook or no column is known.
    """
    import openpyxl  # noqa: PLC0415  (half a second, and numpy with it: when a workbook is read)

    content = excel_file(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            book = openpyxl.load_workbook(content, read_only=True, data_only=True)
            tables = [
                list(_lines(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)))
                for sheet in book.worksheets
            ]
            book.close()
    except Exception as error:  # a hostile workbook raises whatever its reader stumbles on
        raise BadFile(path.name, _("it is damaged or no Excel workbook.")) from error
    return codebook_from(path.name, tables)


def _lines(rows: Iterable[Iterable[object]]) -> Iterator[Line]:
    """The rows in which something stands; sheets are often formatted far below that."""
    told = 0
    for number, row in enumerate(rows, start=1):
        cells = [_words(cell) for cell in row]
        if any(cells):
            told += 1
            yield Line(number, cells)
        if told > MOST_ROWS:
            return


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).replace("_x000D_\n", "\n")


FORMAT = CodebookFormat("xlsx", N_("Codebook as a sheet, Excel"), (".xlsx", ".xlsm"), read)
