"""Rows by the number that other tables call them by, each number once."""

from collections.abc import Iterable

from qualcoder_nhs.domain.foreign import Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign_sqlite import Row
from qualcoder_nhs.importers.refi.ledger import Ledger


def numbered(
    rows: Iterable[Row], number: str, kind: Kind, ledger: Ledger, name: str = "name"
) -> dict[int, Row]:
    """The rows by their number; one that has none, or that of another, is told to the ledger."""
    found: dict[int, Row] = {}
    for row in rows:
        key = row.number(number)
        if key is None:
            ledger.leave(kind, row.line(name), _("it has no number in the file"))
        elif key in found:
            ledger.leave(kind, row.line(name), _("another has its number in the file"))
        else:
            found[key] = row
    return found
