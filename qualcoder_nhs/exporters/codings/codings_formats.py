"""The formats that codings are written in with every field, and the one door to them."""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.exporters.by_suffix import by_suffix
from qualcoder_nhs.exporters.codings.codings_rows import COLUMNS, document, row
from qualcoder_nhs.exporters.formula_guard import guarded_formula
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.plain_json import write_plain_json
from qualcoder_nhs.exporters.sheets.sheet_cells import Cell, Overflow, Sheet
from qualcoder_nhs.exporters.whole_file import whole_file
from qualcoder_nhs.i18n import _

_WIDE = {"id": 38, "path": 34, "text": 70, "memo": 36, "code": 22, "made": 24}
_WIDTH = 13


def write_all_of_codings(excerpts: Iterable[Excerpt], path: Path) -> None:
    """Write the codings in the format that the suffix of `path` names.

    Raises:
        UnknownSuffix: when no format has this suffix.
        NotWritten: when the file cannot be put there.
    """
    codings_format(path)(excerpts, path)


def codings_format(path: Path) -> Callable[[Iterable[Excerpt], Path], None]:
    """What writes the format that the suffix of a name asks for, in any case of letters.

    Raises:
        UnknownSuffix: when it asks for none of them.
    """
    return by_suffix(FORMATS, path)


def _csv(excerpts: Iterable[Excerpt], path: Path) -> None:
    """As `codings_csv` writes, with the columns after its own that say more."""
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        out.write(",".join(COLUMNS) + "\n")
        table.writerows(map(_guarded, map(row, excerpts)))


def _guarded(cells: Sequence[Cell]) -> list[Cell]:
    return [guarded_formula(cell) if isinstance(cell, str) else cell for cell in cells]


def _xlsx(excerpts: Iterable[Excerpt], path: Path) -> None:
    """Every word is written as a word, so that no cell can run; what is too long goes on."""
    rows = [row(excerpt) for excerpt in excerpts]
    overflow = Overflow(COLUMNS, rows)
    with whole_file(path) as beside:
        workbook = Workbook(beside)
        sheet = Sheet(workbook, _("Codings"), Legible())
        widths = [_WIDE.get(name, _WIDTH) for name in overflow.columns]
        sheet.set_widths(widths)
        sheet.fit_on_paper()
        sheet.add_header(overflow.columns)
        sheet.freeze_and_filter(len(rows), len(overflow.columns))
        for cells in rows:
            sheet.add_high(overflow.spread(cells), widths)
        try:
            workbook.close()
        except FileCreateError as error:
            # It wraps what the disk said, which is what can be put in words.
            raise error.args[0] from error


def _json(excerpts: Iterable[Excerpt], path: Path) -> None:
    write_plain_json(path, {"codings": [document(excerpt) for excerpt in excerpts]})


FORMATS: dict[str, Callable[[Iterable[Excerpt], Path], None]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
}
"""By suffix."""
