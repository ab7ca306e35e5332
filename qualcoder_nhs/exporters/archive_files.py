"""The plain files of an archive: a table each, a text each, and a page that explains them."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from qualcoder_nhs.domain.archive import TEXTS, ArchiveCell, ArchiveTable, ArchiveText
from qualcoder_nhs.exporters.formula_guard import guarded_formula
from qualcoder_nhs.i18n import _

README = "README.txt"


def write_tables(tables: Iterable[ArchiveTable], folder: Path) -> None:
    """Each table as CSV: UTF-8, commas, LF; words that a spreadsheet would run are guarded."""
    for table in tables:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(name for name, _meaning in table.columns)
            out.writerows(map(_guarded, table.rows))


def _guarded(cells: Sequence[ArchiveCell]) -> list[ArchiveCell]:
    return [guarded_formula(cell) if isinstance(cell, str) else cell for cell in cells]


def write_texts(texts: Iterable[ArchiveText], folder: Path) -> None:
    """Each text to the character, in UTF-8 with LF."""
    (folder / TEXTS).mkdir()
    for one in texts:
        content = one.text.encode("utf-8", "surrogatepass")
        (folder / one.file).write_bytes(content)


def write_readme(
    folder: Path,
    heading: Sequence[str],
    tables: Sequence[ArchiveTable],
    others: Sequence[tuple[str, str]],
) -> None:
    """Name each file and each column. `others` are files and what they are."""
    guard = _(
        "Tables are CSV in UTF-8 with commas, and begin with the names of their columns. In Excel "
        "open them by Data, From Text/CSV: after a double click letters may be garbled. A cell is "
        "empty where there is nothing to say. Words that begin with = + - @, a tab or a line end, "
        "after apostrophes or not, have one apostrophe more before them, so that no spreadsheet "
        "runs them; it is no part of the words."
    )
    lines = [*heading, "", *(f"{name}\n    {what}" for name, what in others), "", guard, ""]
    for table in tables:
        lines.append(
            _("{file}: one row for each {what}.").format(file=f"{table.name}.csv", what=table.each)
        )
        width = max(len(name) for name, _meaning in table.columns)
        lines += [f"    {name:<{width}}  {meaning}" for name, meaning in table.columns]
        lines.append("")
    (folder / README).write_text("\n".join(lines), encoding="utf-8", newline="\n")
