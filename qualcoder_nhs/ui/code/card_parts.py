"""The pieces the card of a passage is laid from."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.glyphs import GLYPH, paint_shape
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP
from qualcoder_nhs.ui.widgets.labels import label

CHIP = 12
AFTER = 6
_BUTTON_SIDE = 8


def head(words: str, right: str = "") -> QHBoxLayout:
    """A heading, with quiet words at the right."""
    row = QHBoxLayout()
    row.addWidget(label(words, Size.SMALL_LABEL))
    row.addStretch(1)
    if right:
        row.addWidget(label(right, Size.SMALL, "quiet"))
    return row


def framed() -> tuple[QFrame, QVBoxLayout]:
    """A card in the card, and the column it is filled from."""
    frame = QFrame()
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(8)
    return frame, column


def chip_icon(look: Look) -> QIcon:
    """The colour of a code as a small square."""
    picture = QPixmap(2 * (CHIP + AFTER), 2 * CHIP)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(look.chip))
    painter.drawRoundedRect(QRectF(0, 0, CHIP, CHIP), 2, 2)
    painter.end()
    return QIcon(picture)


class CodeButton(QPushButton):
    """A code's chip and name to click on; a name that finds no room loses its end."""

    def __init__(self, look: Look, spoken: str = "") -> None:
        super().__init__(look.name)
        self._name = look.name
        self.setProperty("look", "row")
        self.setFont(chrome_font())
        self.setIcon(chip_icon(look))
        self.setIconSize(QSize(CHIP + AFTER, CHIP))
        self.setAccessibleName(spoken or f"{look.name}, {look.path}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - CHIP - AFTER - 2 * _BUTTON_SIDE
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self._name else self._name)


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side, the first taking the room."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.setStretch(0, 1)
    return row


class Mark(QLabel):
    """The three letters of a family, on its tint with its stripe."""

    def __init__(self, look: Look, ink: str) -> None:
        super().__init__(look.mark)
        self._look, self._ink = look, ink
        self.setFont(chrome_font(Size.LEAST))
        self.setFixedSize(30, 18)
        self.setAccessibleName(_("family {mark}").format(mark=look.mark))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._look.stripe))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, RADIUS_CAP, RADIUS_CAP)
        painter.setBrush(colour(self._look.tint))
        painter.drawRoundedRect(box.adjusted(3, 0, 0, 0), RADIUS_CAP, RADIUS_CAP)
        painter.setPen(colour(self._ink))
        painter.drawText(box.adjusted(3, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
        del event


class Glyph(QWidget):
    """A role's shape beside its words."""

    def __init__(self, shape: str, tint: str) -> None:
        super().__init__()
        self._shape, self._tint = shape, tint
        self.setFixedSize(GLYPH + 2, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shape(
            painter, self._shape, QPointF(self.rect().center()) + QPointF(0.5, 0.5), self._tint
        )
        painter.end()
        del event
