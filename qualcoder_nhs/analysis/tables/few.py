"""A table as it leaves the program: whoever is one of few is not told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualcoder_nhs.analysis.tables.share_bars import share_chart
from qualcoder_nhs.domain.attributes import FEW_PEOPLE
from qualcoder_nhs.domain.chart import ShareChart
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import _, ngettext


def without_few(tabled: Tabled) -> tuple[Tabled, str]:
    """The table without kinds of people that few are, and without entries that few stand behind.

    The sentence says how much of it is not told; it stands among the notes, too. Tables that are
    not of kinds of people stay as they are: in those nobody is described.
    """
    axes: tuple[Head | Row, ...] = (*tabled.heads, *tabled.rows)
    if all(one.people is None for one in axes):
        return tabled, ""
    kept = [at for at, head in enumerate(tabled.heads) if not _is_few(head)]
    rows = tuple(_thinned(row, kept) for row in _told_apart(tabled.rows))
    heads = tuple(tabled.heads[at] for at in kept)
    told = _told(len(tabled.heads) - len(heads), len(tabled.rows) - len(rows), rows)
    named = (note for note in tabled.notes if note != tabled.few)
    caption = tabled.caption.replace(f" {tabled.few}", "") if tabled.few else tabled.caption
    is_shares = isinstance(tabled.chart, ShareChart)
    safe = replace(
        tabled,
        heads=heads,
        rows=rows,
        notes=(*named, told) if told else tuple(named),
        caption=f"{caption} {told}".rstrip() if caption else "",
        chart=share_chart(tabled.title, heads, rows) if is_shares else tabled.chart,
    )
    return safe, told


def _is_few(one: Head | Row) -> bool:
    return one.people is not None and 0 < one.people < FEW_PEOPLE


def _told_apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of kinds that are not few, with what stands below them."""
    deeper_than: int | None = None
    for row in rows:
        if deeper_than is not None and row.depth > deeper_than:
            continue
        deeper_than = row.depth if _is_few(row) else None
        if deeper_than is None:
            yield row


def _thinned(row: Row, kept: Sequence[int]) -> Row:
    return replace(row, entries=tuple(_hidden(row.entries[at]) for at in kept))


def _hidden(entry: Entry) -> Entry:
    if not 0 < len(entry.there) < FEW_PEOPLE:
        return entry
    return Entry(_hidden_words())


def _hidden_words() -> str:
    return _("fewer than {n} there").format(n=FEW_PEOPLE)


def _told(heads: int, rows: int, left: Sequence[Row]) -> str:
    """How much is not told, in the place of the sentence that names it in the window."""
    cells = sum(entry.words == _hidden_words() for row in left for entry in row.entries)
    parts = [
        ngettext("{n} column", "{n} columns", heads) if heads else "",
        ngettext("{n} row", "{n} rows", rows) if rows else "",
        ngettext("{n} cell", "{n} cells", cells) if cells else "",
    ]
    some = ", ".join(part for part in parts if part)
    if not some:
        return ""
    words = _("Not told, since fewer than {n} people are meant, who may be recognised: {some}.")
    return words.format(n=FEW_PEOPLE, some=some)
