"""One way into the program as a card that can be clicked: what, in a sentence, and its key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CARD, RADIUS_ROW
from qualcoder_nhs.ui.widgets.keycap import KeyCap
from qualcoder_nhs.ui.widgets.labels import label, wrapped

TILE, ICON, GLOW = 36, 16, 3


class WayIn(QAbstractButton):
    """A card: an icon on a tile, a name, a sentence, and the key that does the same, if any does.

    The `first` one is framed in the accent colour, as the page's Enter goes to it.
    """

    def __init__(
        self, name: str, about: str, icon: str, key: str = "", *, first: bool = False
    ) -> None:
        super().__init__()
        self.theme = Theme()
        self._icon, self._first = icon, first
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out(about, key)

    def _lay_out(self, about: str, key: str) -> None:
        title = label(self.text(), Size.HEADING)
        title.setFont(chrome_font(Size.HEADING))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(wrapped(about, Size.BODY, "second"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GLOW + 16 + TILE + 16, GLOW + 14, GLOW + 16, GLOW + 14)
        row.setSpacing(16)
        row.addLayout(words, 1)
        if key:
            row.addWidget(KeyCap(key), 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(GLOW, GLOW, -GLOW, -GLOW)
        marked = self.hasFocus() or (self._first and not self._another_has_focus())
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.accent, 0.12))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CARD + GLOW, RADIUS_CARD + GLOW)
        touched = self.underMouse() or self.isDown()
        painter.setBrush(blend(tokens.raised, tokens.ink, tokens.hover if touched else 0))
        painter.setPen(QPen(colour(tokens.accent if marked else tokens.line), 1.2))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        self._paint_tile(painter, box)

    def _paint_tile(self, painter: QPainter, box: QRectF) -> None:
        tokens = self.theme.tokens
        tile = QRectF(box.left() + 16, box.center().y() - TILE / 2, TILE, TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.accent_bg if self._first else tokens.sunk))
        painter.drawRoundedRect(tile, RADIUS_ROW, RADIUS_ROW)
        inset = (TILE - ICON) / 2
        place = tile.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, place, tokens.accent if self._first else tokens.ink2)

    def _another_has_focus(self) -> bool:
        page = self.parentWidget()
        others = page.findChildren(WayIn) if page else []
        return any(other.hasFocus() for other in others)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
