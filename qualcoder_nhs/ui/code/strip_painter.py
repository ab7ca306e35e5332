"""Tints, edges, ticks, hatches and grips: how a coding is painted behind and over the words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.strips import Drawing, Strip, TurnBar
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import blend, colour

WHOLE_TINT = 0.62
OTHERS_TINT = 0.5
HATCH = 0.16
GRIP = 11.0
GRIP_REACH = 24.0
BAR_WIDTH = 3.0
FOOT_RADIUS = 2.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How strongly a coding is drawn: what is added to its tint, its edge and its ticks."""

    added: float = 0.0
    edge: float = 1.5
    tick: float = 2.0
    both_ticks: bool = False


REST = Manner()
HOVERED = Manner(added=0.08, both_ticks=True)
CHOSEN = Manner(added=0.17, edge=2.5, tick=3.0, both_ticks=True)


class StripPainter:
    """Paints the drawings of paragraphs with what is hovered and chosen now."""

    def __init__(self, state: DeskState, painter: QPainter, text_left: float) -> None:
        self._state = state
        self._painter = painter
        self._text_left = text_left
        self._paper = state.theme.tokens.paper
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def behind(self, drawing: Drawing) -> None:
        """Everything that lies under the words."""
        for bar in drawing.bars:
            self._bar(bar)
        for strip in drawing.strips:
            if not strip.hatched:
                self._tint(strip)
        for strip in drawing.strips:
            if strip.hatched:
                self._hatch(strip)
        for strip in drawing.strips:
            self._ticks(strip, self._manner(strip))

    def _manner(self, strip: Strip | TurnBar) -> Manner:
        if strip.coding.id == self._state.chosen:
            return CHOSEN
        return HOVERED if strip.coding.id == self._state.hovered else REST

    def _tint(self, strip: Strip) -> None:
        look, manner = self._state.look(strip.coding), self._manner(strip)
        own = self._state.is_own(strip.coding)
        quiet = strip.whole and manner is not CHOSEN
        fill = self._fill(look, manner, WHOLE_TINT if quiet else 1.0, own=own)
        box = QRectF(strip.left, strip.top, strip.right - strip.left, strip.bottom - strip.top)
        if quiet:
            self._painter.fillRect(box, fill)
        else:
            self._painter.fillPath(_footed(box), fill)
            self._edge(box, look, manner.edge, dashed=not own)

    def _fill(self, look: Look, manner: Manner, part: float, *, own: bool) -> QColor:
        if not own:
            part = min(part, OTHERS_TINT)
        added = 0.0 if self._state.theme.tokens.high_contrast else manner.added
        strong = blend(look.tint, look.stripe, added).name()
        return blend(self._paper, strong, part)

    def _edge(self, box: QRectF, look: Look, width: float, *, dashed: bool) -> None:
        pen = QPen(colour(look.stripe), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([3, 2])
        half = width / 2
        self._painter.strokePath(_foot(box.adjusted(half, 0, -half, -half)), pen)

    def _ticks(self, strip: Strip, manner: Manner) -> None:
        if strip.whole and manner is not CHOSEN:
            return
        stripe = colour(self._state.look(strip.coding).stripe)
        height = strip.bottom - strip.top
        if strip.opens:
            self._painter.fillRect(QRectF(strip.left, strip.top, manner.tick, height), stripe)
        if strip.closes and manner.both_ticks:
            left = strip.right - manner.tick
            self._painter.fillRect(QRectF(left, strip.top, manner.tick, height), stripe)

    def _hatch(self, strip: Strip) -> None:
        ink = colour(self._state.theme.tokens.ink, HATCH)
        box = QRectF(strip.left, strip.top, strip.right - strip.left, strip.bottom - strip.top)
        self._painter.fillRect(box, QBrush(ink, Qt.BrushStyle.BDiagPattern))

    def _bar(self, bar: TurnBar) -> None:
        stripe = colour(self._state.look(bar.coding).stripe)
        wider = 1.0 if self._manner(bar) is not REST else 0.0
        left = self._text_left + bar.left - wider
        box = QRectF(left, bar.top, BAR_WIDTH + wider, bar.bottom - bar.top)
        self._painter.fillRect(box, stripe)

    def grips(self, points: Iterable[QPointF]) -> None:
        """The round ends of the chosen coding, with a ring of paper around them."""
        coding = self._state.coding(self._state.chosen)
        if not coding:
            return
        self._painter.setBrush(colour(self._state.look(coding).stripe))
        self._painter.setPen(QPen(colour(self._paper), 2))
        for point in points:
            self._painter.drawEllipse(point, GRIP / 2 - 1, GRIP / 2 - 1)


def _footed(box: QRectF) -> QPainterPath:
    """The box with its two lower corners rounded."""
    path = _foot(box)
    path.lineTo(box.topRight())
    path.lineTo(box.topLeft())
    path.closeSubpath()
    return path


def _foot(box: QRectF) -> QPainterPath:
    """The line along the box's foot, from its left lower corner to its right one."""
    radius = min(FOOT_RADIUS, box.width() / 2, box.height() / 2)
    path = QPainterPath(QPointF(box.left(), box.bottom() - radius))
    path.quadTo(box.bottomLeft(), QPointF(box.left() + radius, box.bottom()))
    path.lineTo(box.right() - radius, box.bottom())
    path.quadTo(box.bottomRight(), QPointF(box.right(), box.bottom() - radius))
    return path
