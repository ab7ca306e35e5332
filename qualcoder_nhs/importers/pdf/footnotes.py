"""Footnotes: small print at the foot of a page, and the raised number in the talk that calls it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.runs import Run
from qualcoder_nhs.importers.pdf.taken import FOOTNOTES, Taken

_SMALLER = 0.93  # than the letters of the talk
_SMALL = 0.8  # than the letters beside it: a number that is raised
_RAISED = 0.1
_CALL = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_NOTE = re.compile(rf"\s*({_CALL.pattern})[.)]?\s*\S")


def without_footnotes(pages: Sequence[list[Row]], taken: Taken) -> list[list[Row]]:
    """The pages without notes that a raised number on the same page calls, and without that."""
    usual = _usual_size(row for page in pages for row in page)
    return [_without(page, usual, taken) for page in pages]


def _usual_size(rows: Iterable[Row]) -> float:
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _without(page: list[Row], usual: float, taken: Taken) -> list[Row]:
    calls = {call: row for row in page if row.size > _SMALLER * usual for call in _calls(row)}
    begins = next((at for at, row in enumerate(page) if _begins(row, usual, calls)), None)
    if begins is None:
        return page
    notes = list(_notes(page[begins:], usual))
    for row in notes:
        taken.take(FOOTNOTES, row.text)
    told = {found[1] for row in notes if (found := _NOTE.match(row.text))}
    kept = (row for row in page if row not in notes)
    return [_without_calls(row, told) for row in kept]


def _begins(row: Row, usual: float, calls: Iterable[str]) -> bool:
    found = _NOTE.match(row.text)
    return found is not None and found[1] in calls and row.size < _SMALLER * usual


def _notes(rows: Iterable[Row], usual: float) -> Iterator[Row]:
    """The small print, up to what is set as large as the talk; a page number stays."""
    for row in rows:
        if row.size > _SMALLER * usual or row.text.strip().isdecimal():
            return
        yield row


def _calls(row: Row) -> Iterator[str]:
    for run in row.runs:
        if _is_call(run, row):
            yield run.text.strip()


def _is_call(run: Run, row: Row) -> bool:
    small = run.size < _SMALL * row.size and run.y - row.y > _RAISED * run.size
    return small and bool(_CALL.fullmatch(run.text.strip()))


def _without_calls(row: Row, told: set[str]) -> Row:
    kept = [run for run in row.runs if not (_is_call(run, row) and run.text.strip() in told)]
    is_less = len(kept) < len(row.runs) and any(run.text.strip() for run in kept)
    return row.of(kept) if is_less else row
