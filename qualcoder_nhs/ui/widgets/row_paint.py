"""What rows of lists and tables have in common: words in a room, the chosen row, pills."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import RADIUS_ROW, Tokens

ModelIndex = QModelIndex | QPersistentModelIndex

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
PILL_HEIGHT = 20


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Whether the row is the one that is looked at."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Whether keys go to this row."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def paint_chosen(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """The ground of the chosen row; in high contrast a frame, since grounds are all alike."""
    frame = QPen(colour(tokens.accent), 2)
    painter.setPen(frame if tokens.high_contrast else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour(tokens.accent_bg))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_ROW, RADIUS_ROW)


def paint_focus(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """The ring of the row that keys go to; twice as strong where every chosen row has a frame."""
    width = 4 if tokens.high_contrast else 2
    inset = width / 2
    painter.setPen(QPen(colour(tokens.accent), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(ring, RADIUS_ROW, RADIUS_ROW)


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, tokens: Tokens
) -> None:
    """What lies under a row's words: its ground where it is chosen, a ring where keys go to it."""
    if is_chosen(option):
        paint_chosen(painter, box, tokens)
    if has_focus(option):
        paint_focus(painter, box, tokens)


def write(
    painter: QPainter,
    room: QRectF,
    words: str,
    font: QFont,
    ink: str,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Write one line into a room, elided where it is too narrow; return how wide it is."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room.width()))
    painter.setFont(font)
    painter.setPen(colour(ink))
    painter.drawText(room, align, shown)
    return metrics.horizontalAdvance(shown)


def pill_width(words: str) -> float:
    """How much room a pill takes."""
    return QFontMetricsF(chrome_font(Size.SMALL)).horizontalAdvance(words) + 16


def paint_pill(
    painter: QPainter, left: float, middle: float, words: str, ink: str, ground: str
) -> float:
    """Draw a pill that begins at `left`, and return where it ends."""
    box = QRectF(left, middle - PILL_HEIGHT / 2, pill_width(words), PILL_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(box, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    write(painter, box, words, chrome_font(Size.SMALL), ink, Qt.AlignmentFlag.AlignCenter)
    return box.right()


def paint_row_line(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    """The thin line under a row."""
    painter.setPen(QPen(ink, 1))
    foot = rect.bottom() - 0.5
    painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right(), foot))
