"""The memo page: all memos of the study, changed in place, each with a way to what it is on."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.actions.memos import ChangeMemo, KeepPrivate, WriteMemo
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import MemoId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.memo_list import ListedMemo, memo_list
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.memos.editor import MemoEditor
from qualcoder_nhs.ui.memos.memo_model import MemoModel, on_words
from qualcoder_nhs.ui.memos.memo_painter import MemoPainter
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.working.live import Live

LIST_WIDTH = 560


class MemoRows(QListView):
    """The list; Enter goes to what a memo is on."""

    jump_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.jump_wanted.emit()
        else:
            super().keyPressEvent(event)


class MemoPage(QWidget):
    """Asks for the memos and writes what is changed in them.

    `jump` carries a transcript and a span, None for the whole transcript; `code_wanted` the code
    that a memo is on.
    """

    jump = Signal(object, object)
    code_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._live: Live | None = None
        self._number, self._stale = 0, True
        self.memos = MemoModel(self)
        self.painter = MemoPainter(theme, self.memos)
        self.new = button(_("New memo on the study"))
        self.header = PageHeader(_("Memos"), self.new)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in memos"))
        self.field.setAccessibleName(_("Find in memos"))
        self.list = MemoRows()
        self.empty = wrapped("", Size.BODY, "second")
        self.editor = MemoEditor(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.list.setModel(self.memos)
        self.list.setItemDelegate(self.painter)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(_("All memos"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        left = QWidget()
        on_ground(left, "paper")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        for part in (self.field, self.empty):
            inset = QVBoxLayout()
            inset.setContentsMargins(16, 0, 16, 4)
            inset.addWidget(part)
            column.addLayout(inset)
        column.addWidget(self.list, 1)
        on_ground(self.editor, "side")
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(left)
        panes.addWidget(self.editor)
        panes.setSizes([LIST_WIDTH, LIST_WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(panes, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._seek)
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.jump_wanted.connect(self._jump)
        self.editor.jump_wanted.connect(self._jump)
        self.editor.changed.connect(self._change)
        self.editor.written.connect(self._write)
        self.editor.privacy_changed.connect(self._keep_private)
        self.new.clicked.connect(self._begin)

    # ── for the window that hosts it ─────────────────────────────────────────────────────────

    def attach(self, live: Live | None) -> None:
        """Show the memos of this study; of None, nothing."""
        self.editor.keep()
        self._live, self._stale = live, True
        self._number += 1
        writable = live is not None and live.study.writable
        self.editor.set_writable(writable=writable)
        self.new.setEnabled(writable)
        self._show(())
        self.editor.show_nothing()
        self._follow()

    def refresh(self, changes: Changes) -> None:
        """Something in the study changed; asked again at once, or when the page is seen."""
        del changes
        self._stale = True
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.editor.set_theme(theme)
        self.list.viewport().update()

    def keep(self) -> None:
        """Keep what was typed; before the study closes."""
        self.editor.keep()

    # ── asking and showing ───────────────────────────────────────────────────────────────────

    def _follow(self) -> None:
        if self._live is not None and self._stale and self.isVisible():
            self._stale = False
            self._number += 1
            self._live.ask(self._taking(self._number), self, memo_list)

    def _taking(self, number: int) -> Callable[[tuple[ListedMemo, ...]], None]:
        def take(memos: tuple[ListedMemo, ...]) -> None:
            if number == self._number:
                self._show(memos)

        return take

    def _show(self, memos: tuple[ListedMemo, ...]) -> None:
        before = self.editor.memo
        self.memos.show(memos)
        place = self.memos.place_of(before.id) if before else -1
        if place >= 0:
            self.list.setCurrentIndex(self.memos.index(place))
        elif before is not None:
            self.editor.show_nothing()
        if self.list.hasFocus() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.memos.index(0))
        self._count()

    def _seek(self, words: str) -> None:
        self.editor.keep()
        self.memos.seek(words)
        self._count()

    def _count(self) -> None:
        shown = ngettext("{n} memo", "{n} memos", self.memos.total)
        sought = self.field.text().strip()
        self.header.say(_("{} of {}").format(f"{len(self.memos.rows):,}", shown))
        nothing = _("No memo has “{}”.").format(sought) if sought else _("No memos yet.")
        self.empty.setText("" if self.memos.rows else nothing)
        self.empty.setVisible(not self.memos.rows)

    @property
    def _current(self) -> ListedMemo | None:
        place = self.list.currentIndex().row()
        return self.memos.rows[place] if 0 <= place < len(self.memos.rows) else None

    def _look(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        listed = self.memos.rows[current.row()]
        by = f"{listed.coder} · {moment(listed.memo.changed)}"
        has_place = listed.transcript is not None or listed.memo.code is not None
        own = self._live is not None and listed.memo.coder == self._live.coder
        self.editor.show_memo(listed.memo, on_words(listed), by, has_place=has_place, own=own)

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def _jump(self) -> None:
        listed = self._current
        if listed is None:
            return
        if listed.transcript is not None:
            self.jump.emit(listed.transcript, listed.span)
        elif listed.memo.code is not None:
            self.code_wanted.emit(listed.memo.code)

    def _change(self, memo: str, text: str) -> None:
        if self._live is not None:
            self._live.run(ChangeMemo(MemoId(memo), text))

    def _keep_private(self, memo: str, private: bool) -> None:  # noqa: FBT001 - as the signal has it
        if self._live is not None:
            self._live.run(KeepPrivate(MemoId(memo), private))

    def _write(self, text: str) -> None:
        if self._live is not None:
            self._live.run(WriteMemo(text))

    def _begin(self) -> None:
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.editor.begin(_("the study"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
