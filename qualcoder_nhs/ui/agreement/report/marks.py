"""Dot and whisker, and the bar of what differs: the marks of the report, drawn one way."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from qualcoder_nhs.analysis.agreement.code_rows import Differences
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.ui.look.theme import blend, colour
from qualcoder_nhs.ui.look.tokens import Tokens

DOT, WHISKER, BAR, INSET = 4.5, 1.7, 9.0, 10.0


@dataclass(frozen=True)
class Axis:
    """Where 0 and 1 lie."""

    left: float
    right: float

    @classmethod
    def within(cls, box: QRectF) -> "Axis":
        """The axis of a cell."""
        return cls(box.left() + INSET, box.right() - INSET)

    def at(self, value: float) -> float:
        """Where a value lies; what is below 0 or above 1 lies at the end."""
        return self.left + (self.right - self.left) * min(1.0, max(0.0, value))


@dataclass(frozen=True)
class Dot:
    """A figure as it is drawn; `hollow` where it is rolled up, `quiet` where there is little."""

    figure: Figure
    hollow: bool = False
    quiet: bool = False


def paint_axis(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """The line from 0 to 1."""
    axis, middle = Axis.within(box), box.center().y()
    painter.setPen(QPen(colour(tokens.line), 1))
    painter.drawLine(QPointF(axis.left, middle), QPointF(axis.right, middle))


def paint_criterion(painter: QPainter, box: QRectF, at: float | None, tokens: Tokens) -> None:
    """The team's own criterion, through the whole height; nothing where none was set."""
    if at is None:
        return
    pen = QPen(colour(tokens.ink2), 1)
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    place = round(Axis.within(box).at(at)) + 0.5
    painter.drawLine(QPointF(place, box.top()), QPointF(place, box.bottom()))


def paint_dot(painter: QPainter, box: QRectF, dot: Dot, ground: QColor, tokens: Tokens) -> None:
    """The dot of the value and the whisker of its interval; nothing where there is no value."""
    figure, axis, middle = dot.figure, Axis.within(box), box.center().y()
    if figure.value is None:
        return
    ink = colour(tokens.line2 if dot.quiet else tokens.ink)
    if figure.low is not None and figure.high is not None:
        painter.setPen(QPen(ink, WHISKER, c=Qt.PenCapStyle.FlatCap))
        ends = (QPointF(axis.at(one), middle) for one in (figure.low, figure.high))
        painter.drawLine(*ends)
    painter.setPen(QPen(ink, WHISKER))
    painter.setBrush(ground if dot.hollow else ink)
    radius = DOT - (WHISKER / 2 if dot.hollow else 0.5)
    painter.drawEllipse(QPointF(axis.at(figure.value), middle), radius, radius)


def stack_ink(tokens: Tokens) -> QColor:
    """What bars are drawn in: a slate that is no code's colour and judges nothing."""
    if tokens.high_contrast:
        return colour(tokens.ink)
    return blend(tokens.ink2, tokens.accent, 0.35)


def paint_stack(painter: QPainter, box: QRectF, of: Differences, most: int, tokens: Tokens) -> None:
    """What differs, as a bar; `most` is what would fill the box, for all rows alike."""
    if not of.total or not most:
        return
    ink, paper = stack_ink(tokens), colour(tokens.paper)
    left, top = box.left(), box.center().y() - BAR / 2
    scale = box.width() / most
    brushes = (QBrush(paper), QBrush(ink, Qt.BrushStyle.BDiagPattern), QBrush(ink))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for count, brush in zip((of.ends, of.another, of.alone), brushes, strict=True):
        if not count:
            continue
        part = QRectF(left, top, max(1.0, count * scale), BAR)
        painter.fillRect(part, paper)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(brush)
        painter.drawRect(part.adjusted(0, 0, -1, -1) if part.width() > 2 else part)
        left = part.right()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_sample(painter: QPainter, box: QRectF, part: int, tokens: Tokens) -> None:
    """One part of the bar alone, as the legend and the passages show it."""
    counts = [0, 0, 0]
    counts[part] = 1
    paint_stack(painter, box, Differences(*counts), 1, tokens)
