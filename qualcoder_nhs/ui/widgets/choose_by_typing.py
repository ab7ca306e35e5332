"""A dialog in which one of many things is chosen by typing: what all such questions share."""

from collections.abc import Callable, Iterable

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
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_KEY = Qt.ItemDataRole.UserRole

Rows = Callable[[str], Iterable[tuple[str, str | None]]]


class ChooseByTyping(QDialog):
    """Asks a question whose answers are listed, fewer of them with each letter.

    `rows` gives the answers for the letters typed so far, each as its words and its key; `chosen`
    is called once, with the key of the answer. Where `tick` has words there is a box beside it.
    """

    def __init__(
        self,
        question: str,
        find: str,
        rows: Rows,
        chosen: Callable[[str | None], None],
        parent: QWidget,
        *,
        answers: str,
        tick: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.resize(460, 400)
        self._rows, self._chosen = rows, chosen
        self.letters, self.listed = QLineEdit(), QListWidget()
        self.letters.setPlaceholderText(find)
        self.letters.setAccessibleName(find)
        self.listed.setAccessibleName(answers)
        self.tick = QCheckBox(tick)
        self.tick.setHidden(not tick)
        self.choose = button(_("Choose"), "primary")
        self._nothing = label("", Size.SMALL, "second")
        self._lay_out(question)
        self.letters.textChanged.connect(self._fill)
        self.listed.itemActivated.connect(lambda _item: self.accept())
        self.choose.clicked.connect(self.accept)
        self._fill("")

    def _lay_out(self, question: str) -> None:
        leave = button(_("Leave it"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.tick)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.choose)
        self.choose.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(wrapped(question, Size.HEADING))
        column.addWidget(self.letters)
        column.addWidget(self.listed, 1)
        column.addWidget(self._nothing)
        column.addLayout(foot)

    def _fill(self, letters: str) -> None:
        self.listed.clear()
        for words, key in self._rows(letters.strip()):
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            self.listed.addItem(item)
        self.listed.setCurrentRow(0)
        found = self.listed.count() > 0
        self.choose.setEnabled(found)
        nothing = _("Nothing matches “{letters}”.").format(letters=letters.strip())
        self._nothing.setText("" if found or not letters.strip() else nothing)

    def accept(self) -> None:
        """Hand the chosen one over."""
        item = self.listed.currentItem()
        if item is not None:
            self._chosen(item.data(_KEY))
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the list while one types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            row = self.listed.currentRow() + step
            self.listed.setCurrentRow(max(0, min(self.listed.count() - 1, row)))
        else:
            super().keyPressEvent(event)
