"""The plain files of an archive: a table each, a text each, and a page that explains them."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from qualcoder_nhs.domain.archive import ArchiveCell, ArchiveTable, ArchiveText
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.exporters.formula_guard import guarded_formula
from qualcoder_nhs.i18n import _

README = "README.txt"
TEXTS = "transcripts"

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


def write_tables(tables: Iterable[ArchiveTable], folder: Path) -> None:
    """Each table as CSV: UTF-8, commas, LF; words that a spreadsheet would run are guarded."""
    for table in tables:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(name for name, _meaning in table.columns)
            out.writerows(map(_guarded, table.rows))


def _guarded(cells: Sequence[ArchiveCell]) -> list[ArchiveCell]:
    return [guarded_formula(cell) if isinstance(cell, str) else cell for cell in cells]


def write_texts(texts: Iterable[ArchiveText], folder: Path) -> dict[str, str]:
    """Each text to the character, in UTF-8 with LF; the name of its file by its id."""
    (folder / TEXTS).mkdir()
    names: dict[str, str] = {}
    taken: set[str] = set()
    for one in texts:
        name = unique_name(_NOT_IN_NAMES.sub("_", one.name).strip(". ") or "_", taken)
        taken |= {name, name.casefold()}
        names[one.id] = f"{TEXTS}/{name}.txt"
        content = one.text.encode("utf-8", "surrogatepass")
        (folder / names[one.id]).write_bytes(content)
    return names


def write_readme(
    folder: Path,
    heading: Sequence[str],
    tables: Sequence[ArchiveTable],
    others: Sequence[tuple[str, str]],
) -> None:
    """Name each file and each column. `others` are files and what they are."""
    guard = _(
        "Tables are CSV in UTF-8 with commas. A cell that begins with one of = + - @ has an "
        "apostrophe before it, so that no spreadsheet runs it; it is no part of the words."
    )
    lines = [*heading, "", *(f"{name}\n    {what}" for name, what in others), "", guard, ""]
    for table in tables:
        lines.append(
            _("{file}: a row is {what}.").format(file=f"{table.name}.csv", what=table.a_row)
        )
        width = max(len(name) for name, _meaning in table.columns)
        lines += [f"    {name:<{width}}  {meaning}" for name, meaning in table.columns]
        lines.append("")
    (folder / README).write_text("\n".join(lines), encoding="utf-8", newline="\n")
