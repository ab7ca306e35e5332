"""Bars of a table in which entries stand over those who were there."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.domain.chart import ShareChart, ShareRow
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row
from qualcoder_nhs.i18n import _

MOST = 60
"""Bars that a page has room for; above it only families are drawn, or only the last column."""


def share_chart(title: str, heads: Sequence[Head], rows: Sequence[Row]) -> ShareChart:
    """A bar for each row, and below it one for each column where there is room for them.

    Where there is none, families stand for what lies below them; where that is still too much, the
    last column for all. The note says so.
    """
    note = _("▲ hatched: one person holds more than half of the turns.")
    families = [row for row in rows if row.depth == 1]
    several = len(heads) > 1
    if several and len(rows) * len(heads) > MOST >= len(families) * len(heads):
        rows, told = families, _("Of families; the table has the codes below them.")
        note = f"{note} {told}"
    apart = several and len(rows) * len(heads) <= MOST
    if several and not apart:
        note = f"{note} {_('Of everybody together; the table has the columns apart.')}"
    bars = tuple(bar for row in rows for bar in _bars(heads, row, apart=apart))
    return ShareChart(title, _("Participants, of those present"), bars, note)


def _bars(heads: Sequence[Head], row: Row, *, apart: bool) -> Iterator[ShareRow]:
    yield _bar(row.name, row.depth - 1, row.entries[-1])
    if apart:
        for head, entry in zip(heads[:-1], row.entries[:-1], strict=True):
            yield _bar(head.title, row.depth, entry)


def _bar(name: str, depth: int, entry: Entry) -> ShareRow:
    there = len(entry.there)
    value = entry.number / there if there and entry.number is not None else None
    return ShareRow(name, depth, value, entry.words, entry.mark is Mark.ONE_VOICE)
