"""Rows for programs that count: commas, LF, UTF-8, and nothing put before any cell."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from qualcoder_nhs.exporters.whole_file import whole_file


def write_plain_csv(
    path: Path, rows: Iterable[Sequence[str | int]], header: Sequence[str] = ()
) -> None:
    """Write the rows, under a header where there is one.

    Raises:
        NotWritten: when the file cannot be put there.
    """
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        if header:
            table.writerow(header)
        table.writerows(rows)
