"""Memos as rows of a list: what each is on, by whom, when, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from qualcoder_nhs.domain.ids import MemoId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.memo_list import ListedMemo
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.widgets.row_model import RowModel


def on_words(listed: ListedMemo) -> str:
    """What a memo is on."""
    if listed.span is not None and listed.memo.coding is None:
        return _("a passage in {}").format(listed.on)
    return listed.on


class MemoModel(RowModel[ListedMemo]):
    """The memos that hold the words looked for, newest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[ListedMemo, ...] = ()
        self._sought = ""

    def show(self, memos: Sequence[ListedMemo]) -> None:
        """Show other memos."""
        self._all = tuple(reversed(memos))
        self._sift()

    def seek(self, words: str) -> None:
        """Show only those with these words, or on or by somebody with them."""
        self._sought = words.strip().casefold()
        self._sift()

    @property
    def total(self) -> int:
        """How many there are, sought or not."""
        return len(self._all)

    def place_of(self, memo: MemoId) -> int:
        """The row of a memo, or -1."""
        places = (at for at, listed in enumerate(self.rows) if listed.memo.id == memo)
        return next(places, -1)

    def _sift(self) -> None:
        self.put(one for one in self._all if self._sought in _searched(one))

    def shown(self, row: ListedMemo) -> str:
        return row.memo.text

    def spoken(self, row: ListedMemo) -> str:
        when = moment(row.memo.changed)
        return f"{on_words(row)}, {row.coder}, {when}: {row.memo.text}"


def _searched(listed: ListedMemo) -> str:
    return f"{listed.on} {listed.coder} {listed.memo.text}".casefold()
