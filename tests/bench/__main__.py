"""`python -m tests.bench [WORD ...]`: measure and print each figure beside its limit.

A bench is a function in a module of its own that returns its rows; it stands in REGISTRY. Words
choose the benches whose module has one of them in its name.
"""

import sys
from collections.abc import Callable, Iterable

from tests.bench.agreement import agreement
from tests.bench.correcting import correcting
from tests.bench.desk import desk
from tests.bench.exports import exports
from tests.bench.importers import importers
from tests.bench.merging import merging
from tests.bench.row import Row
from tests.bench.start import start
from tests.bench.store import store
from tests.bench.tables import tables
from tests.bench.themes import themes

Bench = Callable[[], Iterable[Row]]

# One line adds a bench: the function, in the order of the table.
REGISTRY: tuple[Bench, ...] = (
    start,
    desk,
    correcting,
    store,
    importers,
    exports,
    agreement,
    tables,
    themes,
    merging,
)

COLUMNS = ("what", "figure", "at most", "measured limit", "ratio", "")


def main(words: list[str]) -> int:
    """Print the table; the status tells of a figure above what it may be."""
    rows = [row for bench in chosen(words) for row in bench()]
    print_table([COLUMNS, *(cells(row) for row in rows)])
    return 1 if any(row.figure > row.limit for row in rows) else 0


def chosen(words: list[str]) -> list[Bench]:
    """The benches that the words name; all of them where there are no words."""
    if not words:
        return list(REGISTRY)
    return [bench for bench in REGISTRY if any(word in bench.__module__ for word in words)]


def cells(row: Row) -> tuple[str, ...]:
    """A row as it is printed; the ratio is of the figure to the measured limit."""
    against = f"{row.measured:,.1f} {row.unit}" if row.measured else ""
    ratio = f"{row.figure / row.measured:.1f}" if row.measured else ""
    verdict = "above" if row.figure > row.limit else "ok"
    figure, limit = (f"{value:,.1f} {row.unit}" for value in (row.figure, row.limit))
    return (row.what, figure, limit, against, ratio, verdict)


def print_table(lines: list[tuple[str, ...]]) -> None:
    """Print columns, words to the left and numbers to the right."""
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    for what, *numbers in lines:
        right = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))
        sys.stdout.write("  ".join((what.ljust(widths[0]), *right)).rstrip() + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
