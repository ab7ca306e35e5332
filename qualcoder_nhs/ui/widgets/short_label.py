"""A line of words that gives way: shortened where there is no room, whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from qualcoder_nhs.ui.look.fonts import Size, chrome_font


class ShortLabel(QLabel):
    """A label that never makes its neighbours narrower."""

    def __init__(self, size: Size = Size.BODY, words: str = "") -> None:
        super().__init__(words)
        self._shorter: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(chrome_font(size))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, words: str, *shorter: str) -> None:
        """Show these words, or the first of the shorter ways to say it that there is room for."""
        self._shorter = shorter
        self.setText(words)

    @property
    def shown(self) -> str:
        """What there is room for; the last way is cut where even that is too long."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        ways = (self.text(), *self._shorter)
        fitting = (way for way in ways if metrics.horizontalAdvance(way) <= room)
        cut = metrics.elidedText(ways[-1], Qt.TextElideMode.ElideRight, room)
        return next(fitting, cut)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shown = self.shown
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
        painter.end()
