"""Excerpts as CSV: a row each, for spreadsheets and statistics programs.

UTF-8 with a byte order mark (or Excel takes it for another encoding), commas, every cell quoted,
line ends inside cells kept. A cell that a spreadsheet would run as a formula has an apostrophe
before it, and so has one that begins with an apostrophe: taking away one leading apostrophe from
every cell gives the values as they are in the study.
"""

import csv
from pathlib import Path

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import (
    ExcerptFormat,
    ExcerptOptions,
    Pace,
    Progress,
)
from qualcoder_nhs.exporters.excerpts.excerpt_rows import COLUMNS, row
from qualcoder_nhs.exporters.formula_guard import guarded
from qualcoder_nhs.i18n import N_


def write(book: ExcerptBook, path: Path, options: ExcerptOptions, progress: Progress) -> None:
    """Write a header and a row for each excerpt."""
    pace = Pace(len(book.excerpts), progress)
    # Half a surrogate pair is no text and has no place in UTF-8; the rest goes in as it is.
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(COLUMNS)
        for excerpt in pace.over(book.excerpts):
            out.writerow(guarded(str(cell)) for cell in row(excerpt, options))


FORMAT = ExcerptFormat(id="csv", name=N_("CSV table"), suffix=".csv", write=write)
