"""A table whose cells have passages behind them: what the heat map and the small tables share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from qualcoder_nhs.ui.agreement.report.passages_pane import About

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellsView(QTableView):
    """`looked_at` bears what stands behind the cell one is at, `opened` wants its words."""

    looked_at = Signal(object)
    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def about(self) -> About | None:
        """What stands behind the cell one is at; nothing unless a table says so."""
        return None

    def tell(self) -> None:
        """Say what one is looking at, where anything stands behind it."""
        about = self.about
        if about is not None:
            self.looked_at.emit(about)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers() and self.about is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
