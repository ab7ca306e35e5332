"""What Fusion draws otherwise here: one focus ring for all controls, and boxes that can be seen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QPushButton, QStyle, QStyleOption, QWidget

from qualcoder_nhs.ui.look.tokens import RADIUS_CAP, RADIUS_ROW

RING_WIDTH = 2
_CHECK = ((0.2, 0.5), (0.42, 0.72), (0.8, 0.26))


class FocusRingStyle(QProxyStyle):
    """Fusion, with a ring in the accent colour where it would draw a dotted frame.

    Boxes to tick and to choose have an edge in every light; Fusion's is as dark as a dark ground.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The ring for a focus frame, the edged box for a tick, Fusion's own for all else."""
        match element:
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                _smoothly(painter, lambda: _paint_ring(painter, option, widget))
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox:
                _smoothly(painter, lambda: _paint_box(painter, option))
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                _smoothly(painter, lambda: _paint_round(painter, option))
            case _:
                super().drawPrimitive(element, option, painter, widget)


def _smoothly(painter: QPainter, paint: Callable[[], None]) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint()
    painter.restore()


def _paint_ring(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A style sheet would have it round the words of a button; it belongs round the button."""
    primary = widget is not None and widget.property("look") == "primary"
    # On the accent itself a ring in the accent is not seen: there it is drawn inside, in paper.
    inset = RING_WIDTH / 2 + (RING_WIDTH if primary else 0)
    role = QPalette.ColorRole.Base if primary else QPalette.ColorRole.Accent
    painter.setPen(QPen(option.palette.color(role), RING_WIDTH))
    around = widget.rect() if isinstance(widget, QPushButton) else option.rect
    ring = QRectF(around).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(ring, RADIUS_ROW, RADIUS_ROW)


def _edge(painter: QPainter, option: QStyleOption, width: float) -> QRectF:
    """Take the pen and the ground of a box, and tell where it stands."""
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Dark), width))
    painter.setBrush(option.palette.color(QPalette.ColorRole.Button))
    return QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)


def _paint_box(painter: QPainter, option: QStyleOption) -> None:
    box = _edge(painter, option, 1)
    painter.drawRoundedRect(box, RADIUS_CAP, RADIUS_CAP)
    accent = option.palette.color(QPalette.ColorRole.Accent)
    if option.state & QStyle.StateFlag.State_NoChange:
        middle = QRectF(box.left() + 3, box.center().y() - 1, box.width() - 6, 2)
        painter.fillRect(middle, accent)
    elif option.state & QStyle.StateFlag.State_On:
        painter.setPen(QPen(accent, 2))
        left, top, side = box.left(), box.top(), box.width()
        places = [(left + side * x, top + side * y) for x, y in _CHECK]
        painter.drawPolyline([QPointF(x, y) for x, y in places])


def _paint_round(painter: QPainter, option: QStyleOption) -> None:
    box = _edge(painter, option, 1.5)
    painter.drawEllipse(box)
    if option.state & QStyle.StateFlag.State_On:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Accent))
        inset = box.width() / 4
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
