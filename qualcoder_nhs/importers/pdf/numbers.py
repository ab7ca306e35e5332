"""Numbers in the margin: of lines, as for hearings, or of paragraphs, as MAXQDA prints them."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.taken import LINE_NUMBERS, PARAGRAPH_NUMBERS, Taken

_LONGEST = 5
_FEWEST = 3
_IN_LINE = 8.0  # points that numbers of one column differ by, at one of their ends
_IN_TURN = 0.9  # of the numbers follow on the one before
_STEPS = {1, 5, 10}
_EVERY_LINE = 0.95


def without_numbers(rows: Sequence[Row], taken: Taken) -> tuple[list[Row], bool]:
    """The lines without their numbers, and whether these told where each paragraph begins.

    Numbers count that stand to the left of the words, in a column, and grow.
    """
    beside = [row for row in rows if _number(row) is not None and row.opening]
    pages = len({row.page for row in rows})
    if len(beside) < max(_FEWEST, min(pages, len(rows) // 40)) or not _grow(beside):
        return list(rows), False
    column = _Column(beside)
    found = [row.numbered(_number(row) or 0) if column.holds(row) else row for row in rows]
    numbered = [row for row in found if row.number is not None]
    kind = LINE_NUMBERS if _on_every_line(found) else PARAGRAPH_NUMBERS
    for row in numbered:
        taken.take(kind, str(row.number))
    return found, kind == PARAGRAPH_NUMBERS


class _Column:
    """Where the numbers stand: ranged at the left or at the right."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.left = median(row.x for row in rows)
        self.right = median(row.opening.end for row in rows if row.opening)

    def holds(self, row: Row) -> bool:
        if _number(row) is None:
            return False
        end = row.opening.end if row.opening else row.end
        return abs(row.x - self.left) < _IN_LINE or abs(end - self.right) < _IN_LINE


def _number(row: Row) -> int | None:
    """The number that opens a line, or is all of it."""
    opening = row.text[: row.opening.letters] if row.opening else row.text
    digits = opening.strip()
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST
    return int(digits) if is_number else None


def _grow(rows: Sequence[Row]) -> bool:
    """Whether the numbers follow on each other, from page to page or anew on each."""
    steps = [(later.page > first.page, _step(first, later)) for first, later in pairwise(rows)]
    usual = [1, *(step for _turned, step in steps if step in _STEPS)]
    each = max(set(usual), key=usual.count)
    fitting = sum(step == each or (turned and step <= each) for turned, step in steps)
    return fitting >= _IN_TURN * len(steps)


def _step(first: Row, later: Row) -> int:
    return (_number(later) or 0) - (_number(first) or 0)


def _on_every_line(rows: Sequence[Row]) -> bool:
    """Numbers of lines stand on each, or on each fifth or tenth of a count that goes on."""
    numbers = [row.number for row in rows if row.number is not None]
    steps = [later - first for first, later in pairwise(numbers)]
    if steps and sum(step in _STEPS - {1} for step in steps) > len(steps) / 2:
        return True
    return len(numbers) >= _EVERY_LINE * len(rows)
