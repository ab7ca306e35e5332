"""A choice with its key before its words; one of several is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from qualcoder_nhs.ui.look.fonts import chrome_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.widgets.keycap import cap_width, paint_cap

_PAD, _GAP = 11, 8

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class ChoiceButton(QPushButton):
    """Does what its action does, and shows whether that is what is chosen."""

    def __init__(self, theme: Theme, action: QAction) -> None:
        super().__init__()
        self._theme, self.action = theme, action
        self.setFont(chrome_font())
        self.setProperty("look", "choice")
        self.setCheckable(True)
        self.clicked.connect(self._trigger)
        action.changed.connect(self.follow)
        self.follow()

    def _trigger(self) -> None:
        """The action says what is chosen, not the click."""
        self.setChecked(self.action.isChecked())
        self.action.trigger()

    def follow(self) -> None:
        """Say what the action says."""
        self.setText(self.action.text())
        self.setAccessibleName(self.action.text())
        self.setEnabled(self.action.isEnabled())
        self.setChecked(self.action.isChecked())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    @property
    def _key(self) -> str:
        key = self.action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        return _ARROWS.get(key, key)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        before = cap_width(self._key) + _GAP if self._key else 0
        return QSize(round(words + before + 2 * _PAD) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, tokens = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD, 0), self._theme.tokens
        if self._key:
            right = room.left() + cap_width(self._key)
            paint_cap(painter, self._key, right, room.center().y(), tokens)
            room.setLeft(right + _GAP)
        painter.setFont(self.font())
        ink = tokens.accent if self.isChecked() else tokens.ink
        painter.setPen(colour(ink if self.isEnabled() else tokens.ink3))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
