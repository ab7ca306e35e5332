"""Bars of a table in which entries stand over those who were there."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.domain.chart import ShareChart, ShareRow
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row
from qualcoder_nhs.i18n import _

MOST = 60
"""Bars that a page has room for; above it only the last column is drawn."""


def share_chart(title: str, heads: Sequence[Head], rows: Sequence[Row]) -> ShareChart:
    """A bar for each row, and below it one for each column where there is room for them."""
    apart = len(heads) > 1 and len(rows) * len(heads) <= MOST
    bars = tuple(bar for row in rows for bar in _bars(heads, row, apart=apart))
    note = _("▲ hatched: one person holds more than half of the turns.")
    if len(heads) > 1 and not apart:
        note = " ".join((note, _("Drawn for {all}; fewer codes are drawn column by column.")))
        note = note.format(all=heads[-1].title[:1].lower() + heads[-1].title[1:])
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
