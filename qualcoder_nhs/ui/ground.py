"""The plain surfaces that pages are laid out on, in a colour of the theme, with thin edges."""

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.ui.theme import Theme, colour


class Ground(QWidget):
    """A surface in the colour of one token.

    `edges` names the sides that have a line: any of the letters `l t r b`.
    """

    def __init__(self, theme: Theme, token: str, edges: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._token = token
        self._edges = edges

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(getattr(self.theme.tokens, self._token)))
        painter.setPen(QPen(colour(self.theme.tokens.line), 1))
        right, foot = self.width() - 0.5, self.height() - 0.5
        lines = {
            "l": QLineF(0.5, 0, 0.5, foot),
            "t": QLineF(0, 0.5, right, 0.5),
            "r": QLineF(right, 0, right, foot),
            "b": QLineF(0, foot, right, foot),
        }
        painter.drawLines([lines[side] for side in self._edges])
        painter.end()
