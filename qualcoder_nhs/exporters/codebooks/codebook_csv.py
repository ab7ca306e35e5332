"""Codebooks as CSV that a spreadsheet opens without running anything in it."""

import csv
import re
from pathlib import Path

from qualcoder_nhs.domain.codebook_draft import CodebookDraft
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.exporters.codebooks.codebook_rows import rows_of
from qualcoder_nhs.i18n import N_

_RUNS = re.compile(r"'*[=+\-@＝＋－＠]")


def write(draft: CodebookDraft, path: Path) -> None:
    """The rows of `codebook_rows`, comma separated, in UTF-8 with a BOM so that Excel knows it.

    A cell that begins with `=`, `+`, `-` or `@`, or the full-width form of one, after apostrophes
    or none, gets one apostrophe before it; the importer takes one off, so every text comes back
    equal. No cell begins with a tab or a line end: a codebook has no blanks at the ends of texts.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, lineterminator="\r\n")
        rows.writerows([_guarded(cell) for cell in row] for row in rows_of(draft))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


FORMAT = CodebookFormat("csv", N_("Codebook as a sheet, CSV"), (".csv",), write)
