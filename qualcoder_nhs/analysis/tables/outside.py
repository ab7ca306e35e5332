"""A table as it leaves the program: no words that are flagged as identifying."""

from dataclasses import replace

from qualcoder_nhs.analysis.tables.few import without_few
from qualcoder_nhs.domain.tabled import Entry, Row, Tabled
from qualcoder_nhs.i18n import _, ngettext


def as_it_leaves(tabled: Tabled) -> tuple[Tabled, str]:
    """The table without kinds of people that few are, and without flagged words.

    The sentences say how much of it is not told; they stand among the notes, too.
    """
    safe, told = without_few(tabled)
    kept = sum(any(one.outside is not None for one in row.entries) for row in safe.rows)
    if not kept:
        return safe, told
    rows = ngettext("{n} row", "{n} rows", kept)
    veiled = _("Words flagged as identifying are left out of {rows}.").format(rows=rows)
    table = replace(safe, rows=tuple(map(_veiled, safe.rows)), notes=(*safe.notes, veiled))
    return table, f"{told} {veiled}".strip()


def _veiled(row: Row) -> Row:
    return replace(row, entries=tuple(map(_outside, row.entries)))


def _outside(entry: Entry) -> Entry:
    return entry if entry.outside is None else replace(entry, words=entry.outside, outside=None)
