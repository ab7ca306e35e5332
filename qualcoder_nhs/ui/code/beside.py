"""What stands beside the words and scrolls with them."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.text_page import TextPage
from qualcoder_nhs.ui.look.theme import colour


class Beside(QWidget):
    """A plain widget that paints and is hit in the document's coordinates."""

    def __init__(self, page: TextPage, name: str) -> None:
        super().__init__(page)
        self.page = page
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        page.scrolled.connect(self.update)

    @property
    def state(self) -> DeskState:
        """What the desk shows."""
        return self.page.state

    def turns(self) -> Iterator[Turn]:
        """The turns in view, in order, each once."""
        last = None
        for number in self.page.visible_numbers():
            turn = self.state.paragraphs[number].turn
            if turn and turn != last:
                last = turn
                yield turn

    def bounds(self, turn: Turn) -> tuple[float, float]:
        """Where the tints of a turn's first line begin and those of its last line end."""
        first = self.state.paragraphs.of_turn(turn).number
        last = self.state.paragraphs.at(turn.words.end).number
        return self.page.lines.bounds(first)[0], self.page.lines.bounds(last)[1]

    def draw(self, painter: QPainter) -> None:
        """Paint what is in view; nothing by default."""

    def tip_at(self, point: QPointF) -> str:
        """What is said of the thing at a point of the document."""
        del point
        return ""

    def click(self, point: QPointF) -> None:
        """A click at a point of the document."""

    def hover(self, point: QPointF | None) -> None:
        """The pointer is at a point of the document, or has left."""

    def _in_document(self, point: QPointF) -> QPointF:
        return QPointF(point.x(), point.y() + self.page.scroll_top())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self.state.theme.tokens.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.page.scroll_top())
        self.draw(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.click(self._in_document(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover(self._in_document(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.hover(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QCoreApplication.sendEvent(self.page.viewport(), event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(self._in_document(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)
