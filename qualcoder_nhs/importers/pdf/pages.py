"""The lines on the pages of a document, as far as they lie on the sheet."""

from math import isfinite
from typing import Any

from qualcoder_nhs.importers.pdf.directions import is_from_right
from qualcoder_nhs.importers.pdf.drawing import Hand
from qualcoder_nhs.importers.pdf.matrices import moved, times, turned
from qualcoder_nhs.importers.pdf.rows import Row, rows_of
from qualcoder_nhs.importers.pdf.runs import Run
from qualcoder_nhs.importers.pdf.taken import BEYOND, TURNED, Taken

_NEAR = 2.0  # points that a line may lie beyond the edge and still show


def lines_of_pages(reader: Any, taken: Taken) -> list[list[Row]]:
    """The lines of each page; what is turned, or lies beyond the sheet, is taken out.

    Where most words go from right to left, places are counted from the right.
    """
    hand = Hand(reader)
    pages = [_shown(hand, page, taken) for page in reader.pages]
    from_right = is_from_right(run.text for page in pages for run in page)
    if from_right:
        pages = [[run.from_right() for run in page] for page in pages]
    return [rows_of(page, number) for number, page in enumerate(pages)]


def _shown(hand: Hand, page: Any, taken: Taken) -> list[Run]:
    left, bottom, right, top = map(float, page.cropbox)
    wide, high = abs(right - left), abs(top - bottom)
    quarter = int(page.get("/Rotate", 0) or 0)
    placed = times(moved(-min(left, right), -min(bottom, top)), turned(quarter, wide, high))
    if quarter % 180:
        wide, high = high, wide
    runs = hand.page(page, placed)
    shown = [run for run in runs if run.upright and _lies_on(run, wide, high)]
    _tell(runs, shown, taken)
    return shown


def _lies_on(run: Run, wide: float, high: float) -> bool:
    if not isfinite(run.x + run.end + run.y + run.size):
        return False
    return -_NEAR < run.y < high + _NEAR and run.end > -_NEAR and run.x < wide + _NEAR


def _tell(runs: list[Run], shown: list[Run], taken: Taken) -> None:
    """Say what is not shown; numbers beyond the sheet are what MAXQDA draws there."""
    kept = set(map(id, shown))
    for kind, upright in ((TURNED, False), (BEYOND, True)):
        words = "".join(
            run.text for run in runs if id(run) not in kept and run.upright is upright
        ).strip()
        if words and not words.isdecimal():
            taken.take(kind, words)
