"""Opens memos to write on: asks the study for what is there, and keeps what was typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.domain.ids import CodeId, CodingId, ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.widgets.memo_dialog import MemoDialog
from qualcoder_nhs.ui.working.live import Live

Fresh = Callable[[str], WriteMemo]


class MemoDesk(QObject):
    """The coder's own memo on a thing is opened again; another coder's is left alone."""

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def on_coding(self, coding: CodingId, name: str) -> None:
        """Open the memo of a coding."""
        self._ask("coding", coding, name, lambda text: WriteMemo(text, coding=coding))

    def on_code(self, code: CodeId, name: str) -> None:
        """Open the memo of a code."""
        self._ask("code", code, name, lambda text: WriteMemo(text, code=code))

    def on_theme(self, theme: ThemeId, name: str) -> None:
        """Open the memo of a theme."""
        self._ask("theme", theme, name, lambda text: WriteMemo(text, theme=theme))

    def on_transcript(self, transcript: TranscriptId, name: str) -> None:
        """Open the memo of a transcript."""
        self._ask(
            "transcript", transcript, name, lambda text: WriteMemo(text, transcript=transcript)
        )

    def on_passage(self, transcript: TranscriptId, span: Span) -> None:
        """Open the memo of these words, or a new one."""

        def opened(memos: list[Memo]) -> None:
            here = [memo for memo in memos if memo.span == span]
            self._open(here, _("this passage"), lambda text: WriteMemo(text, transcript, span=span))

        self._live.ask(opened, self, Reader.memos_on, "transcript", transcript)

    def _ask(self, column: str, thing: str, name: str, fresh: Fresh) -> None:
        def opened(memos: list[Memo]) -> None:
            self._open([memo for memo in memos if memo.span is None], name, fresh)

        self._live.ask(opened, self, Reader.memos_on, column, thing)

    def _open(self, memos: list[Memo], name: str, fresh: Fresh) -> None:
        own = next((memo for memo in memos if memo.coder == self._live.coder), None)

        def keep(text: str) -> None:
            self._live.run(ChangeMemo(own.id, text) if own else fresh(text))

        text, writable = own.text if own else "", self._live.study.writable
        MemoDialog(name, text, keep, self._window, writable=writable).open()
