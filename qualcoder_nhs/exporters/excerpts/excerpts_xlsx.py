"""Excerpts as an Excel workbook: a row each on the first sheet, what they are on the second."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import (
    ExcerptFormat,
    ExcerptOptions,
    Pace,
    Progress,
)
from qualcoder_nhs.exporters.excerpts.excerpt_rows import COLUMNS, row
from qualcoder_nhs.exporters.excerpts.sheet_about import fill_about
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.sheets.sheet_cells import Cell, Overflow, Sheet
from qualcoder_nhs.exporters.sheets.sheet_rows import put_rows
from qualcoder_nhs.i18n import N_, _

_WIDE = {"path": 34, "text": 70, "memo": 36, "attribution": 34, "role": 22, "reference": 16}
_WIDTH = 13


def write(book: ExcerptBook, path: Path, options: ExcerptOptions, progress: Progress) -> None:
    """Write both sheets. Every word is written as a word, so that no cell can run.

    A cell longer than Excel can hold goes on in a column of its own at the end of the row.
    """
    legible = Legible()
    rows = [_legible(row(excerpt, options), legible) for excerpt in book.excerpts]
    overflow = Overflow(COLUMNS, rows)
    # Rows wait in a file of their own until the workbook is closed; it goes, whatever happens.
    with TemporaryDirectory() as waiting:
        bare = Path(waiting) / "bare.xlsx"
        workbook = Workbook(bare, {"constant_memory": True, "tmpdir": waiting})
        try:
            at = _fill(workbook, book, options, legible, overflow.columns)
        except BaseException:
            _let_go(workbook)
            raise
        _close(workbook)
        filled = (overflow.spread(cells) for cells in Pace(len(rows), progress).over(rows))
        put_rows(bare, path, filled, _widths(overflow.columns), at=at, count=len(rows))


def _legible(cells: Sequence[Cell], legible: Legible) -> list[Cell]:
    return [legible(cell) if isinstance(cell, str) else cell for cell in cells]


def _fill(
    workbook: Any,
    book: ExcerptBook,
    options: ExcerptOptions,
    legible: Legible,
    columns: Sequence[str],
) -> int:
    """All but the excerpts; tell the row that they begin at, where the pattern for them stands."""
    workbook.set_properties({"title": book.study, "author": book.coder, "created": book.made})
    sheet = Sheet(workbook, _("Excerpts"), legible)
    _set_columns(sheet, columns, len(book.excerpts))
    at = sheet.add_pattern(len(columns))
    fill_about(Sheet(workbook, _("About"), legible), book, options, legible)
    return at


def _set_columns(sheet: Sheet, columns: Sequence[str], rows: int) -> None:
    sheet.set_widths(_widths(columns))
    sheet.add_header(columns)
    sheet.freeze_and_filter(rows, len(columns))
    sheet.fit_on_paper()


def _widths(columns: Sequence[str]) -> list[int]:
    return [_WIDE.get(column.split(" ")[0], _WIDTH) for column in columns]


def _let_go(workbook: Any) -> None:
    """Close the waiting files of a workbook that will not be finished."""
    for sheet in workbook.worksheets():
        sheet.row_data_fh.close()


def _close(workbook: Any) -> None:
    try:
        workbook.close()
    except FileCreateError as error:
        _let_go(workbook)
        # It wraps what the disk said, which is what our caller can put in words.
        raise error.args[0] from error


FORMAT = ExcerptFormat(id="xlsx", name=N_("Excel workbook"), suffix=".xlsx", write=write)
