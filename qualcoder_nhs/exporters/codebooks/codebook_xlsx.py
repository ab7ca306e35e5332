"""Codebooks as Excel workbooks: a sheet of codes, a sheet of sets, every cell plain text."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from qualcoder_nhs.domain.codebook_draft import LEVEL, PLAIN_FIELDS, CodebookDraft
from qualcoder_nhs.domain.errors import TooLongForCell
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.exporters.codebooks.codebook_rows import Row, code_rows, set_rows
from qualcoder_nhs.exporters.sheets.sheet_cells import fit_on_paper, row_height
from qualcoder_nhs.i18n import N_, _

CELL = 32_767
WIDE, MIDDLE, NARROW = 48, 26, 14


def write(draft: CodebookDraft, path: Path) -> None:
    """Header frozen and filtered, text wrapped. Every cell is written as a string, so none runs.

    Raises:
        TooLongForCell: when a text does not fit into a cell.
        OSError: when the file cannot be written.
    """
    sheets = {_("Codebook"): code_rows(draft)}
    if draft.sets:
        sheets[_("Sets")] = set_rows(draft)
    for rows in sheets.values():
        _refuse_long(rows)
    book = xlsxwriter.Workbook(path)
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for title, rows in sheets.items():
        _fill(book.add_worksheet(title), rows, head, text)
    try:
        book.close()
    except FileCreateError as error:
        # It wraps what the disk said, which is what our caller can put in words.
        raise error.args[0] from error


def _fill(sheet: Worksheet, rows: Sequence[Row], head: Format, text: Format) -> None:
    widths = [_width(column) for column in rows[0]]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for number, row in enumerate(rows):
        sheet.set_row(number, row_height(row, widths))
        for at, cell in enumerate(row):
            if cell:
                sheet.write_string(number, at, cell, text if number else head)
    sheet.freeze_panes(1, 0)
    fit_on_paper(sheet)
    sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)


def _width(column: str) -> int:
    if column.replace(" ", "_") in {*PLAIN_FIELDS, "why", "members"}:
        return WIDE
    return MIDDLE if column.startswith((LEVEL, "set")) else NARROW


def _refuse_long(rows: Sequence[Row]) -> None:
    for row in rows:
        if any(len(cell) > CELL for cell in row):
            name = next((cell for cell in row if cell), "")
            raise TooLongForCell(name=name[:60], most=CELL)


FORMAT = CodebookFormat("xlsx", N_("Codebook as a sheet, Excel"), (".xlsx",), write)
