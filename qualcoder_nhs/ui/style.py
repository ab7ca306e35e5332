"""One focus ring for all controls alike."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QPushButton, QStyle, QStyleOption, QWidget

from qualcoder_nhs.ui.tokens import RADIUS_ROW

RING_WIDTH = 2


class FocusRingStyle(QProxyStyle):
    """Fusion, with a ring in the accent colour where it would draw a dotted frame."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The ring for a focus frame, Fusion's own drawing for all else.

        A style sheet would have it round the words of a button; it belongs round the button.
        """
        if element is not QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)
            return
        inset = RING_WIDTH / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = option.palette.color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, RING_WIDTH))
        around = widget.rect() if isinstance(widget, QPushButton) else option.rect
        ring = QRectF(around).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, RADIUS_ROW, RADIUS_ROW)
        painter.restore()
