"""The shadow of a box that lies over the window, drawn beside it so that the box stays its size."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CARD

REACH = 6
_STROKES = ((1, 0.10), (3, 0.06), (5, 0.03))
"""How far out each of the nested strokes lies, and how much of it is seen."""

_FOLLOWED = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.ZOrderChange,
)


class Shadow(QWidget):
    """Comes and goes with its box, right under it, while the box lies over `window`.

    Clicks go through it.
    """

    def __init__(self, box: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._box = box
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() in _FOLLOWED:
            self._follow()
        return False

    def _follow(self) -> None:
        lies_over = self._box.parentWidget() is self.parentWidget()
        self.setVisible(lies_over and self._box.isVisible())
        if lies_over:
            self.setGeometry(self._box.geometry().adjusted(-REACH, -REACH, REACH, REACH))
            self.stackUnder(self._box)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        for out, seen in _STROKES:
            painter.setPen(QPen(colour("#000000", seen), 2))
            radius = RADIUS_CARD + out
            painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius, radius)
        painter.end()
