"""Summaries out of a workbook of the framework matrix, as it was written by this program."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.framework_workbook import (
    CASE_ID,
    LEADS,
    NO_WORDS,
    ORIGINAL_HEADS,
    CellDraft,
)
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.excel_cells import Numbered, excel_sheets

SUFFIX = ".xlsx"
_MOST_ROWS, _MOST_COLUMNS = 20_000, 400


def is_framework(path: Path) -> bool:
    """Whether a file is such a workbook, to be seen by the column that tells which case is which.

    What cannot be read is none: whoever reads it next says why.
    """
    if path.suffix.casefold() != SUFFIX:
        return False
    try:
        sheets = excel_sheets(path, 1, _MOST_COLUMNS)
    except BadFile:
        return False
    return any(CASE_ID in (cell.strip() for cell in sheet[0][1]) for sheet in sheets if sheet)


def read_framework(path: Path) -> tuple[CellDraft, ...]:
    """Every cell of the sheets that can be taken back, empty ones among them.

    Raises:
        BadFile: when it is no such workbook.
    """
    sheets = [one for one in excel_sheets(path, _MOST_ROWS, _MOST_COLUMNS) if one]
    before = _before(sheets)
    found = [one for sheet in sheets for one in _cells(sheet, before)]
    if not found:
        raise BadFile(path.name, _("it is no workbook of the framework matrix of this program."))
    return tuple(found)


def _before(sheets: list[list[Numbered]]) -> Mapping[tuple[str, str], str] | None:
    for sheet in sheets:
        head = tuple(sheet[0][1][: len(ORIGINAL_HEADS)])
        if head == ORIGINAL_HEADS:
            rows = (row[1] for row in sheet[1:])
            return {(row[0], row[1]): row[2].strip() for row in rows}
    return None


def _cells(
    sheet: list[Numbered], before: Mapping[tuple[str, str], str] | None
) -> Iterator[CellDraft]:
    heads = [cell.strip() for cell in sheet[0][1]]
    if CASE_ID not in heads:
        return
    key = heads.index(CASE_ID)
    for _line, row in sheet[1:]:
        case = row[key].strip() if key < len(row) else ""
        for head, cell in zip(heads[:key], row, strict=False):
            words = cell.strip()
            text = "" if words in NO_WORDS else words
            old = None if before is None else before.get((case, head), "")
            if case and head and not head.startswith(LEADS):
                yield CellDraft(case, head, text, old)
