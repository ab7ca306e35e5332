"""Codings as CSV, for other programs and to come back: what goes in comes out, to the character.

UTF-8 without a mark, commas, LF between rows, words quoted and numbers bare. Words that a
spreadsheet would run as a formula get one apostrophe before them, which the importer takes off.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.exporters.formula_guard import guarded_formula
from qualcoder_nhs.exporters.whole_file import whole_file

COLUMNS = ("transcript", "coder", "code", "start", "end", "memo", "flags", "layer")
"""In this order; `code` is a slug, flags are joined by `;`."""


def write_codings(codings: Iterable[CodingDraft], out: TextIO) -> None:
    """Write the header and a row for each. `out` must not translate line ends."""
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    out.write(",".join(COLUMNS) + "\n")
    for one in codings:
        flags = ";".join(flag.value for flag in one.flags)
        who = map(guarded_formula, (one.transcript, one.coder, one.code))
        table.writerow(
            (*who, one.start, one.end, guarded_formula(one.memo), flags, guarded_formula(one.layer))
        )


def write_codings_file(codings: Iterable[CodingDraft], path: Path) -> None:
    """Write them to a file, which appears whole or not at all.

    Raises:
        NotWritten: when the file cannot be put there.
    """
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="") as out:
        write_codings(codings, out)
