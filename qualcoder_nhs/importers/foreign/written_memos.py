"""Memos gathered from tables that keep the words, the owner and the date of each in one row."""

from collections.abc import Callable
from datetime import datetime

from qualcoder_nhs.domain.foreign import About, ForeignMemo
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.owners import Owners

Moment = Callable[[Row, str], datetime | None]


class WrittenMemos:
    """The memos taken so far, each with a key of its own."""

    def __init__(self, owners: Owners, moment: Moment) -> None:
        self._owners = owners
        self._moment = moment
        self._found: list[ForeignMemo] = []

    def take(
        self,
        row: Row,
        about: About,
        on: str = "",
        *,
        column: str = "memo",
        title: str = "",
        span: Span | None = None,
    ) -> str:
        """Take what a row has written in a column; the key, empty where nothing is written."""
        words = row.text(column).strip()
        if not words:
            return ""
        memo = ForeignMemo(
            key=f"memo {len(self._found) + 1}",
            words=words,
            about=about,
            on=on,
            span=span,
            coder=self._owners.key(row.line("owner")),
            made=self._moment(row, "date"),
            title=title,
        )
        self._found.append(memo)
        return memo.key

    @property
    def found(self) -> tuple[ForeignMemo, ...]:
        """All that were taken."""
        return tuple(self._found)
