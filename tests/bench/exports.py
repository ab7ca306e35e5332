"""How long 20,000 excerpts take on their way to CSV, Excel and Word."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from docx import Document
from xlsxwriter import Workbook

from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from qualcoder_nhs.exporters.excerpts.excerpt_rows import row
from tests.bench.row import Row
from tests.exporters.books import large_book

COUNT = 20_000
TRIES = 3

# Seconds, from the table of speeds.
LIMITS = {".csv": 1.0, ".xlsx": 3.0, ".docx": 20.0}


def exports() -> Iterable[Row]:
    """Each format beside its library on its own: plain rows, or a finished document saved again."""
    book = large_book(COUNT)
    cells = [row(excerpt, EVERYTHING) for excerpt in book.excerpts]
    alone: dict[str, Callable[[Path], None]] = {
        ".csv": lambda path: _csv_alone(cells, path),
        ".xlsx": lambda path: _xlsx_alone(cells, path),
        ".docx": _docx_alone,
    }
    with TemporaryDirectory() as folder:
        for suffix, limit in LIMITS.items():
            path = Path(folder) / f"excerpts{suffix}"
            figure = _best(lambda path=path: write_excerpts(book, path))
            measured = _best(lambda path=path, write=alone[suffix]: write(path))
            what = f"{COUNT:,} excerpts to {suffix[1:].upper()}"
            yield Row(what, figure * 1000, limit * 1000, measured * 1000, "ms")


def _best(work: Callable[[], None]) -> float:
    """CPU seconds, the best of a few."""
    return min(_timed(work) for _ in range(TRIES))


def _timed(work: Callable[[], None]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def _csv_alone(cells: list[tuple[str | int, ...]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(cells)


def _xlsx_alone(cells: list[tuple[str | int, ...]], path: Path) -> None:
    workbook = Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    for number, one in enumerate(cells):
        sheet.write_row(number, 0, one)
    workbook.close()


def _docx_alone(path: Path) -> None:
    """python-docx opens the finished document and saves it; making it would take it minutes."""
    Document(str(path)).save(str(path))
