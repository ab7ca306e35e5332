"""The small memo editor: what is typed is kept when it is left, and Undo takes it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, transcript_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.short_label import ShortLabel

_PIXELS = 15


class MemoText(QPlainTextEdit):
    """Words; `left` when somebody goes elsewhere or says that they are done with Ctrl Enter."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if done and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class MemoEditor(QWidget):
    """Shows one memo, or an empty page for a new one.

    `changed` carries a memo's id and its new words, none to remove it; `written` the words of a new
    one; `jump_wanted` comes when its place is asked for. `privacy_changed` carries a memo's id and
    whether it is to stay in this file.
    """

    changed = Signal(str, str)
    written = Signal(str)
    jump_wanted = Signal()
    privacy_changed = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._memo: Memo | None = None
        self._kept = ""
        self.heading = ShortLabel(Size.HEADING)
        self.by = wrapped("", Size.SMALL, "second")
        self._writable = True
        self.text = MemoText()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(_("Write a memo"))
        self.text.left.connect(self.keep)
        self.jump = button(_("Go to its place"))
        self.remove = button(_("Remove memo"))
        self.jump.clicked.connect(self.jump_wanted)
        self.remove.clicked.connect(self._remove)
        self.private = QCheckBox(_("Private: stays here when a pack is returned"))
        self.private.clicked.connect(self._say_private)
        buttons = QHBoxLayout()
        buttons.addWidget(self.jump)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for part in (self.heading, self.by, self.text):
            column.addWidget(part, int(part is self.text))
        column.addWidget(self.private)
        column.addLayout(buttons)
        column.addStretch(0)
        self.set_theme(theme)
        self.show_nothing()

    def set_theme(self, theme: Theme) -> None:
        """Take another face."""
        self.text.setFont(transcript_font(_PIXELS, theme.face))

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._open(None, "", _("Choose a memo to read it here."), "", has_place=False)
        self.text.hide()

    def set_writable(self, *, writable: bool) -> None:
        """Whether words can be changed here."""
        self._writable = writable
        self.text.setReadOnly(not writable)

    def show_memo(
        self, memo: Memo, on: str, by: str, *, has_place: bool, own: bool = False
    ) -> None:
        """Show a memo. Words typed into it and not kept yet stay; `own` ones can be private."""
        if self._memo is not None and memo.id == self._memo.id and self._typed != self._kept:
            self._memo, self._kept = memo, memo.text
            return
        self._open(memo, on, by, memo.text, has_place=has_place)
        self.private.setVisible(own and self._writable)
        self.private.setChecked(memo.private)

    def begin(self, on: str) -> None:
        """An empty page for a new memo."""
        self._open(None, on, "", "", has_place=False)
        self.text.setFocus()

    def keep(self) -> None:
        """Hand over what was typed, if anything was."""
        if self._typed == self._kept:
            return
        self._kept = self._typed
        if self._memo is not None:
            self.changed.emit(self._memo.id, self._typed)
        elif self._typed.strip():
            self.written.emit(self._typed)

    @property
    def memo(self) -> Memo | None:
        """The one that is shown; None for a new one."""
        return self._memo

    @property
    def _typed(self) -> str:
        return self.text.toPlainText()

    def _open(self, memo: Memo | None, on: str, by: str, words: str, *, has_place: bool) -> None:
        self.keep()
        self._memo, self._kept = memo, words
        self.text.show()
        if words != self._typed:
            self.text.setPlainText(words)
        self.heading.setText(on)
        self.by.setText(by)
        self.text.setAccessibleName(_("Memo on {}").format(on))
        self.jump.setVisible(has_place)
        self.remove.setVisible(memo is not None and self._writable)
        self.private.hide()

    def _say_private(self, private: bool) -> None:  # noqa: FBT001 - as Qt's signal has it
        if self._memo is not None:
            self.privacy_changed.emit(self._memo.id, private)

    def _remove(self) -> None:
        if self._memo is not None:
            gone, self._kept = self._memo.id, self._typed
            self.show_nothing()
            self.changed.emit(gone, "")
