"""Writing a memo: one box that never loses what was typed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, transcript_font
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_FROM_EDGE, _FROM_TOP = 16, 96


class MemoDialog(QDialog):
    """Shows a memo's words. `then` gets them when the box is left, if they are others now.

    Leaving keeps, whichever way: Undo takes it back by name. A memo without words goes.
    """

    def __init__(
        self, on: str, text: str, then: Callable[[str], None], parent: QWidget, *, writable: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Memo"))
        self.resize(440, 320)
        self._stand_aside(parent.window())
        self._before, self._then = text, then
        self.words = QPlainTextEdit(text)
        self.words.setFont(transcript_font(15))
        self.words.setTabChangesFocus(True)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setReadOnly(not writable)
        self.words.setAccessibleName(_("Memo on {thing}").format(thing=on))
        self._lay_out(on)
        keep = QShortcut(QKeySequence("Ctrl+Return"), self)
        keep.activated.connect(self.accept)
        self.finished.connect(self._hand_over)

    def _stand_aside(self, window: QWidget) -> None:
        """At the window's right, so that the words written about stay in sight."""
        left = window.width() - self.width() - _FROM_EDGE
        self.move(window.mapToGlobal(QPoint(max(0, left), _FROM_TOP)))

    def _lay_out(self, on: str) -> None:
        keep = button(_("Keep"), "primary")
        keep.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Ctrl Enter keeps it; so does Esc."), Size.SMALL, "quiet"), 1)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(_("Memo on {thing}").format(thing=on), Size.HEADING))
        column.addWidget(self.words, 1)
        column.addLayout(foot)
        self.words.setFocus()

    def _hand_over(self) -> None:
        text = self.words.toPlainText().strip()
        if text != self._before.strip():
            self._then(text)
