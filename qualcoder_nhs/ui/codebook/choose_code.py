"""Choosing a code from the whole codebook by typing: where to move to, what to merge into."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.codebook.finding import matches
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.labels import button, label, wrapped

_CODE = Qt.ItemDataRole.UserRole


class ChooseCode(QDialog):
    """Asks for one of the codes; `then` gets the one that was chosen.

    With `top` there is one more row, for no code at all, in these words.
    """

    def __init__(
        self,
        question: str,
        codebook: Codebook,
        offered: Iterable[Code],
        then: Callable[[CodeId | None], None],
        parent: QWidget,
        top: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.resize(460, 420)
        self._codebook, self._offered, self._then, self._top = codebook, list(offered), then, top
        self.letters, self.listed = QLineEdit(), QListWidget()
        self.letters.setPlaceholderText(_("Find a code"))
        self.letters.setAccessibleName(_("Find a code"))
        self.listed.setAccessibleName(_("Codes"))
        self.listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listed.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the name stands at the end
        self._choose = button(_("Choose"), "primary")
        self._lay_out(question)
        self.letters.textChanged.connect(self._fill)
        self.listed.itemActivated.connect(lambda _item: self.accept())
        self._choose.clicked.connect(self.accept)
        self._fill("")

    def _lay_out(self, question: str) -> None:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self._choose)
        self._choose.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(question, Size.HEADING))
        column.addWidget(self.letters)
        column.addWidget(self.listed, 1)
        self._nothing = label("", Size.SMALL, "second")
        column.addWidget(self._nothing)
        column.addLayout(foot)

    def _fill(self, letters: str) -> None:
        self.listed.clear()
        if self._top and not letters.strip():
            self.listed.addItem(_item(self._top, None))
        for code in self._offered:
            if matches(code, letters):
                self.listed.addItem(_item(self._codebook.path(code.id), code.id))
        self.listed.setCurrentRow(0)
        self._choose.setEnabled(self.listed.count() > 0)
        nothing = _("No code matches “{letters}”.").format(letters=letters)
        self._nothing.setText("" if self.listed.count() else nothing)

    def accept(self) -> None:
        """Hand the chosen code over."""
        item = self.listed.currentItem()
        if item is not None:
            self._then(item.data(_CODE))
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the list while one types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            row = self.listed.currentRow() + step
            self.listed.setCurrentRow(max(0, min(self.listed.count() - 1, row)))
        else:
            super().keyPressEvent(event)


def _item(words: str, code: CodeId | None) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setData(_CODE, code)
    return item
