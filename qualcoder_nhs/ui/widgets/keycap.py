"""A key as it is drawn beside words, and the words of a key on this system."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget

from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP, Tokens

_HEIGHT = 18


def key_words(key: str) -> str:
    """The key as it is printed on it: `Ctrl Enter`, not `Ctrl+Return`."""
    if key in ("+", "Ctrl++"):
        return key.replace("Ctrl++", "Ctrl +")
    return key.replace("Return", "Enter").replace("+", " ")


def cap_width(key: str) -> float:
    """How much room a key takes."""
    return QFontMetricsF(chrome_font(Size.LEAST)).horizontalAdvance(key_words(key)) + 12


def cap_height() -> int:
    """How high a key is drawn."""
    return grown(_HEIGHT)


@dataclass(frozen=True)
class CapColours:
    """What a key is drawn in."""

    face: str
    edge: str
    ink: str


def paint_cap(painter: QPainter, key: str, right: float, middle: float, tokens: Tokens) -> float:
    """Draw a key that ends at `right`, and return where it begins."""
    return draw_cap(
        painter, key, right, middle, CapColours(tokens.raised, tokens.line, tokens.ink2)
    )


def draw_cap(
    painter: QPainter, key: str, right: float, middle: float, colours: CapColours
) -> float:
    """The same in colours of one's own."""
    width, height = cap_width(key), cap_height()
    box = QRectF(right - width, middle - height / 2, width, height)
    painter.setPen(QPen(colour(colours.edge), 1))
    painter.setBrush(colour(colours.face))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CAP, RADIUS_CAP)
    painter.setPen(colour(colours.ink))
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
        self.setMaximumHeight(cap_height())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class KeyButton(QPushButton):
    """A button with its key drawn at its right."""

    def __init__(self, words: str, key: str, look: str = "") -> None:
        super().__init__(words)
        self._key = key
        self.setFont(chrome_font(Size.SMALL))
        self.setAccessibleName(f"{words}, {key_words(key)}")
        self.setProperty("look", look or "keyed")

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(round(cap_width(self._key)) + 4, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QApplication.palette()  # a style sheet paints over the button's own
        cap = CapColours(
            role.color(QPalette.ColorRole.Base).name(),
            role.color(QPalette.ColorRole.Mid).name(),
            role.color(QPalette.ColorRole.ButtonText).name(),
        )
        draw_cap(painter, self._key, self.width() - 6, self.height() / 2, cap)
        painter.end()
