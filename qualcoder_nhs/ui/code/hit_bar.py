"""The scroll bar with a mark for every hit of the search."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.theme import colour

MARK = 2


class HitBar(QScrollBar):
    """Marks where in the whole transcript the words were found.

    `places` gives the heights of the hits in the document.
    """

    def __init__(self, state: DeskState, places: Callable[[], list[float]]) -> None:
        super().__init__()
        self._state = state
        self._places = places

    def marks(self) -> list[float]:
        """The heights of the marks in the bar."""
        whole = max(1, self.maximum() + self.pageStep())
        return [place / whole * self.height() for place in self._places()]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = colour(self._state.theme.tokens.ink)
        for height in self.marks():
            painter.fillRect(QRectF(2, height, self.width() - 4, MARK), ink)
        painter.end()
