"""Links as CSV, for other programs and to come back; with the words of both turns for people."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from qualcoder_nhs.domain.dialogue import LinkLine
from qualcoder_nhs.exporters.formula_guard import guarded_formula
from qualcoder_nhs.exporters.whole_file import whole_file

COLUMNS = (
    "transcript",
    "turn",
    "target",
    "kind",
    "coder",
    "layer",
    "who",
    "whom",
    "words",
    "target_words",
)


def write_links(links: Iterable[LinkLine], out: TextIO) -> None:
    """Write the header and a row for each. `out` must not translate line ends."""
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    out.write(",".join(COLUMNS) + "\n")
    for one in links:
        link = one.link
        told = (one.who, one.whom, one.answer.text, one.answered.text)
        row = (guarded_formula(one.transcript), link.turn, link.target, link.kind.value)
        table.writerow(
            (
                *row,
                guarded_formula(one.coder),
                guarded_formula(one.layer),
                *map(guarded_formula, told),
            )
        )


def write_links_file(links: Iterable[LinkLine], path: Path) -> None:
    """Write them to a file, which appears whole or not at all.

    Raises:
        NotWritten: when the file cannot be put there.
    """
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="") as out:
        write_links(links, out)
