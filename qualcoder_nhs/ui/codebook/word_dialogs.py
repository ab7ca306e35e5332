"""The dialogs that ask for words about a code: what it is split into, what a new idea means."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped


class AskWords(QDialog):
    """Asks for words; `then` gets them. Ctrl Enter says yes."""

    def __init__(
        self, question: str, told: str, yes: str, then: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.resize(460, 300)
        self._then = then
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(question)
        self.words.setTabChangesFocus(True)
        self._yes, leave = button(yes, "primary"), button(_("Leave it"))
        self._yes.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Ctrl Enter"), Size.SMALL, "quiet"), 1)
        foot.addWidget(leave)
        foot.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(question, Size.HEADING))
        column.addWidget(wrapped(told, look="second"))
        column.addWidget(self.words, 1)
        column.addLayout(foot)

    def accept(self) -> None:
        """Hand the words over."""
        self._then(self.words.toPlainText())
        super().accept()
