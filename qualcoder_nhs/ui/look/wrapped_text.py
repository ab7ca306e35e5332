"""Words broken into lines of a given width, to be measured and painted without a widget."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption

from qualcoder_nhs.ui.look.theme import colour


class Wrapped:
    """A piece of text in one font, its lines `pitch` apart. Line breaks in it stay."""

    def __init__(self, text: str, font: QFont, width: float, pitch: float) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._pitch = pitch
        self.height = self._break(max(40.0, width))

    def _break(self, width: float) -> float:
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._pitch - line.height()) / 2))
            top += self._pitch
        self._layout.endLayout()
        return top

    def paint(self, painter: QPainter, at: QPointF, ink: str) -> None:
        """Draw the words with their upper left corner at a point."""
        painter.setPen(colour(ink))
        self._layout.draw(painter, at)

    def paint_tint(self, painter: QPainter, at: QPointF, tint: str, edge: str) -> None:
        """Lay the colour of a code behind the words of every line, with its edge at the foot."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            middle = at.y() + (number + 0.5) * self._pitch
            box = QRectF(at.x(), middle - self._pitch / 2 + 1, line.naturalTextWidth(), 0)
            box.setBottom(middle + self._pitch / 2 - 2)
            painter.fillRect(box, colour(tint))
            painter.setPen(QPen(colour(edge), 1.5))
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def paint_part(
        self, painter: QPainter, at: QPointF, ends: tuple[int, int], tint: str, edge: str
    ) -> None:
        """The same behind some of the words only; `ends` are counted as Qt counts characters."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            start, stop = max(ends[0], first), min(ends[1], last)
            if start >= stop:
                continue
            left, right = (float(line.cursorToX(each)[0]) for each in (start, stop))  # type: ignore[index]
            right = min(right, line.naturalTextWidth())
            top = at.y() + number * self._pitch
            box = QRectF(at.x() + left, top + 1, right - left, self._pitch - 3)
            painter.fillRect(box, colour(tint))
            painter.setPen(QPen(colour(edge), 1.5))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
