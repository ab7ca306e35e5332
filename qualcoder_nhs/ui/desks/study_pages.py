"""The pages of the Study desk, and the list at the left that leads to them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import label

_WIDTH = 176
_PAGE = Qt.ItemDataRole.UserRole


class StudyPages(QWidget):
    """`shown` bears the id of the page that came into view."""

    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._makes: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(_("Pages about the study"))
        self._stack, left = QStackedWidget(), QWidget()
        on_ground(left, "side", "right")
        left.setFixedWidth(grown(_WIDTH))
        column = QVBoxLayout(left)
        column.setContentsMargins(6, 12, 6, 12)
        heading = label(_("Study"), Size.SMALL_LABEL, "second")
        heading.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self._stack, 1)
        self.list.setProperty("look", "pages")
        self.list.currentRowChanged.connect(self._go)

    def add_page(self, name: str, words: str, make: Callable[[], QWidget]) -> None:
        """Put one more page below the others; it is made when it is first gone to."""
        self._makes[name] = make
        item = QListWidgetItem(words)
        item.setData(_PAGE, name)
        self.list.addItem(item)
        if self.list.count() == 1:
            self.list.setCurrentRow(0)

    def go_to(self, name: str) -> None:
        """Show a page, with the keys in it."""
        self.list.setCurrentRow(list(self._makes).index(name))
        self._pages[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """The page that is shown."""
        page = self._pages.get(self.open)
        return [page] if page else []

    @property
    def open(self) -> str:
        """The id of the page that is shown."""
        return list(self._makes)[max(0, self.list.currentRow())]

    def _go(self, _row: int) -> None:
        if self.open not in self._pages:
            page = self._pages[self.open] = self._makes[self.open]()
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[self.open])
        self.shown.emit(self.open)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # rows made before the window had its look are too low
        self.shown.emit(self.open)
