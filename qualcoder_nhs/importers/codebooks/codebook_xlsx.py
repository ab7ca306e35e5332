"""Codebooks as Excel workbooks: values only, every sheet that has a known header."""

from pathlib import Path

from qualcoder_nhs.i18n import N_
from qualcoder_nhs.importers.cells.excel_cells import excel_sheets
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_rows import MOST_ROWS, Line, codebook_from


def read(path: Path) -> ParsedCodebook:
    """The codebook; rows that cannot be read are left out and listed.

    Raises:
        BadFile: when it is no workbook or no column is known.
    """
    sheets = excel_sheets(path, MOST_ROWS, indented=True)
    tables = [[Line(number, cells) for number, cells in sheet] for sheet in sheets]
    return codebook_from(path.name, tables)


FORMAT = CodebookFormat("xlsx", N_("Codebook as a sheet, Excel"), (".xlsx", ".xlsm"), read)
