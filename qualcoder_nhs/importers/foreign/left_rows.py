"""Rows of another program's file that stay out, with what is written in them."""

from qualcoder_nhs.domain.foreign import Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.numbered_rows import Leave
from qualcoder_nhs.importers.refi.ledger import Ledger

_SHOWN = 80


def memo_leaver(kind: Kind, ledger: Ledger) -> Leave:
    """Tells the ledger of a row that stays out, and of what is written in it."""

    def leave(row: Row, why: str) -> None:
        ledger.leave(kind, row.line("name"), why)
        leave_memo(row, ledger)

    return leave


def leave_memo(row: Row, ledger: Ledger, why: str = "") -> None:
    """What is written in a row stays out, where something is."""
    if row.line("memo"):
        name = shortened(row.text("memo"))
        ledger.leave(Kind.MEMOS, name, why or _("what it is written on stays out"))


def shortened(words: str) -> str:
    """Words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
