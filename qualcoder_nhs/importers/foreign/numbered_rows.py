"""Rows by the number that other tables call them by, each number once."""

from collections.abc import Callable, Iterable

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row

Leave = Callable[[Row, str], None]
"""Tells of a row that stays out, and why."""


def numbered(rows: Iterable[Row], number: str, leave: Leave) -> dict[int, Row]:
    """The rows by their number, but those that have none, or that of another."""
    found: dict[int, Row] = {}
    for row in rows:
        key = row.number(number)
        if key is None:
            leave(row, _("it has no number in the file"))
        elif key in found:
            leave(row, _("another has its number in the file"))
        else:
            found[key] = row
    return found
