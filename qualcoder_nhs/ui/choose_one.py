"""Choosing one of several things by typing: whose words, which proposition."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.labels import button, wrapped

_KEY = Qt.ItemDataRole.UserRole


class ChooseOne(QDialog):
    """Asks for one of the things offered, each a key with its words.

    `then` gets the key of the one that was chosen, and whether the `tick` was set, where there is
    one.
    """

    def __init__(
        self,
        question: str,
        offered: Sequence[tuple[str, str]],
        then: Callable[[str, bool], None],
        parent: QWidget,
        tick: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.resize(460, 380)
        self._offered, self._then = offered, then
        self.letters, self.listed = QLineEdit(), QListWidget()
        self.letters.setPlaceholderText(_("Type to find"))
        self.letters.setAccessibleName(_("Find in {}").format(question))
        self.listed.setAccessibleName(question)
        self.listed.setWordWrap(True)
        self.tick = QCheckBox(tick)
        if not tick:
            self.tick.hide()
        self.choose = button(_("Choose"), "primary")
        self._lay_out(question)
        self.letters.textChanged.connect(self._fill)
        self.listed.itemActivated.connect(lambda _item: self.accept())
        self.choose.clicked.connect(self.accept)
        self._fill("")

    def _lay_out(self, question: str) -> None:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.tick, 1)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.choose)
        self.choose.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(question, Size.HEADING))
        column.addWidget(self.letters)
        column.addWidget(self.listed, 1)
        column.addLayout(foot)

    def _fill(self, letters: str) -> None:
        self.listed.clear()
        sought = letters.strip().casefold()
        for key, words in self._offered:
            if sought in words.casefold():
                item = QListWidgetItem(words)
                item.setData(_KEY, key)
                self.listed.addItem(item)
        self.listed.setCurrentRow(0)
        self.choose.setEnabled(self.listed.count() > 0)

    def accept(self) -> None:
        """Hand the chosen one over."""
        item = self.listed.currentItem()
        if item is not None:
            self._then(str(item.data(_KEY)), self.tick.isChecked())
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the list while one types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            row = self.listed.currentRow() + step
            self.listed.setCurrentRow(max(0, min(self.listed.count() - 1, row)))
        else:
            super().keyPressEvent(event)
