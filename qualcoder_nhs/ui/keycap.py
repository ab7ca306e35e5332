"""A key as it is drawn beside words, and the words of a key on this system."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QWidget

from qualcoder_nhs.ui.fonts import Size, chrome_font
from qualcoder_nhs.ui.theme import colour
from qualcoder_nhs.ui.tokens import RADIUS_CAP, Tokens

HEIGHT = 18


def key_words(key: str) -> str:
    """The key as it is printed on it: `Ctrl Enter`, not `Ctrl+Return`."""
    if key in ("+", "Ctrl++"):
        return key.replace("Ctrl++", "Ctrl +")
    return key.replace("Return", "Enter").replace("+", " ")


def cap_width(key: str) -> float:
    """How much room a key takes."""
    return QFontMetricsF(chrome_font(Size.LEAST)).horizontalAdvance(key_words(key)) + 12


def paint_cap(painter: QPainter, key: str, right: float, middle: float, tokens: Tokens) -> float:
    """Draw a key that ends at `right`, and return where it begins."""
    width = cap_width(key)
    box = QRectF(right - width, middle - HEIGHT / 2, width, HEIGHT)
    painter.setPen(QPen(colour(tokens.line), 1))
    painter.setBrush(colour(tokens.raised))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CAP, RADIUS_CAP)
    painter.setPen(QPen(colour(tokens.line2, 0.6), 1))
    foot = box.bottom() - 0.5
    painter.drawLine(QPointF(box.left() + 3, foot), QPointF(box.right() - 3, foot))
    painter.setPen(colour(tokens.ink2))
    painter.setFont(chrome_font(Size.LEAST))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key_words(key))
    return box.left()


class KeyCap(QLabel):
    """A key beside a control, for the eye only: the control says its key itself."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key_words(key), parent)
        self.setFont(chrome_font(Size.LEAST))
        self.setAccessibleName(key_words(key))
        self.setObjectName("keycap")
