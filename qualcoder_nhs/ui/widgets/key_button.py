"""Buttons that show more than words: the key that does the same, or the menu they open."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter

from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP
from qualcoder_nhs.ui.widgets.keycap import cap_height, cap_width, key_words

_GAP = 8


class _WordsAtLeft(QPushButton):
    """A button whose words begin at its left edge, with room for something at its right."""

    def __init__(self, theme: Theme, words: str = "", icon: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._icon = icon
        self.setFont(chrome_font())
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def _extra(self) -> float:
        return 0.0

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + round(self._extra() + self._before()), hint.height())

    def _before(self) -> float:
        return 14.0 + _GAP if self._icon else 0.0

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = QRectF(self.rect()).adjusted(13, 0, -13, 0)
        if self._icon:
            place = QRectF(room.left(), room.center().y() - 7, 14, 14)
            paint_icon(painter, self._icon, place, self._ink())
            room.setLeft(place.right() + _GAP)
        painter.setFont(self.font())
        painter.setPen(colour(self._ink()))
        shown = self.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, round(room.width() - self._extra())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_extra(painter, room)
        painter.end()

    def _ink(self) -> str:
        tokens = self.theme.tokens
        if not self.isEnabled():
            return tokens.ink3
        return tokens.on_accent if self.property("look") == "primary" else tokens.ink

    def _paint_extra(self, painter: QPainter, room: QRectF) -> None:
        """What stands at the right end."""


class KeyButton(_WordsAtLeft):
    """A button for an action, with the action's own key drawn in it, so that it is never wrong."""

    def __init__(self, theme: Theme, action: QAction, look: str = "", icon: str = "") -> None:
        self._action = action
        super().__init__(theme, action.text(), icon)
        self.setProperty("look", look)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.set_words(self._action.text())
        self.setEnabled(self._action.isEnabled())

    @property
    def _key(self) -> str:
        return self._action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)

    def _extra(self) -> float:
        return cap_width(self._key) + _GAP if self._key else 0.0

    def _paint_extra(self, painter: QPainter, room: QRectF) -> None:
        if not self._key:
            return
        width, ink = cap_width(self._key), self._ink()
        height = cap_height()
        box = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(ink, 0.45), 1))
        painter.setBrush(colour(ink, 0.12))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CAP, RADIUS_CAP)
        painter.setPen(colour(ink))
        painter.setFont(chrome_font(Size.LEAST))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key_words(self._key))


class MenuButton(_WordsAtLeft):
    """A button that opens a menu under itself, with a chevron that says so."""

    def __init__(self, theme: Theme, words: str = "") -> None:
        super().__init__(theme, words)
        self.choices = QMenu(self)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.choices.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _extra(self) -> float:
        return 14.0 + _GAP

    def _paint_extra(self, painter: QPainter, room: QRectF) -> None:
        corner = QPointF(room.right() - 14, room.center().y() - 7)
        ink = self.theme.tokens.ink2
        paint_icon(painter, "chevron-down", QRectF(corner.x(), corner.y(), 14, 14), ink)
