"""The rail at the left: the desks, a word under each icon, and whose work this is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.desks.desk_room import Desk
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_ROW, RAIL_WIDTH

ICON, ICON_TOP = 20, 9
BUTTON_HEIGHT, WORDS_TOP = 54, 31
DISC = 36


def _button_size() -> QSize:
    return QSize(grown(RAIL_WIDTH) - 8, grown(BUTTON_HEIGHT))


class DeskButton(QToolButton):
    """A desk on the rail: icon over word; the open one lies on paper with a line at its edge."""

    def __init__(self, desk: Desk, action: QAction, theme: Theme) -> None:
        super().__init__()
        self.desk, self.theme = desk, theme
        self.setDefaultAction(action)
        self.setAccessibleName(_(desk.words))
        self.setFixedSize(_button_size())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, chosen = QRectF(self.rect()), self.isChecked()
        if chosen:
            painter.setBrush(colour(tokens.accent))
            painter.drawRoundedRect(box, RADIUS_ROW, RADIUS_ROW)
            painter.setBrush(colour(tokens.paper if not tokens.dark else tokens.raised))
            painter.drawRoundedRect(box.adjusted(2, 0, 0, 0), RADIUS_ROW - 1, RADIUS_ROW - 1)
        elif self.underMouse():
            painter.setBrush(blend(tokens.rail, tokens.ink, 2 * tokens.hover))
            painter.drawRoundedRect(box, RADIUS_ROW, RADIUS_ROW)
        ink = tokens.ink if chosen else tokens.ink2
        icon = grown(ICON)
        place = QRectF((box.width() - icon) / 2, grown(ICON_TOP), icon, icon)
        paint_icon(painter, self.desk.icon, place, ink)
        painter.setPen(colour(ink))
        painter.setFont(chrome_font(Size.SMALL_LABEL if chosen else Size.SMALL))
        words = box.adjusted(0, grown(WORDS_TOP), 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, _(self.desk.words))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour(tokens.accent))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_ROW, RADIUS_ROW)

    def sizeHint(self) -> QSize:
        return _button_size()


class CoderDisc(QToolButton):
    """The coder's initials; a click leads to who codes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.initials = theme, ""
        self.setFixedSize(grown(DISC), grown(DISC))

    def show_coder(self, name: str, initials: str) -> None:
        """Whose work this is."""
        self.initials = initials
        told = _("Coding as {coder}").format(coder=name)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(tokens.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.accent_bg))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.setPen(colour(tokens.accent))
        painter.setFont(chrome_font(Size.SMALL_LABEL))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.initials)


class Rail(QWidget):
    """`chosen` bears the id of the desk that was asked for, `coder_wanted` a click on the coder."""

    chosen = Signal(str)
    coder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        on_ground(self, "rail", "right")
        self.setFixedWidth(grown(RAIL_WIDTH))
        self._group = QActionGroup(self)
        self._buttons: dict[str, DeskButton] = {}
        self._disc = CoderDisc(theme)
        self._disc.clicked.connect(self.coder_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3, 10, 4, 8)
        self._column.setSpacing(9)
        self._column.addStretch(1)
        self._column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)

    def add(self, desk: Desk) -> QAction:
        """Put one more desk below the others."""
        action = QAction(_(desk.words), self)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(desk.key))
        action.triggered.connect(lambda: self.chosen.emit(desk.id))
        self._group.addAction(action)
        button = DeskButton(desk, action, self._theme)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[desk.id] = button
        return action

    def show_desk(self, desk: str) -> None:
        """This desk is open now."""
        self._buttons[desk].defaultAction().setChecked(True)

    def show_coder(self, name: str, initials: str) -> None:
        """Whose work this is."""
        self._disc.show_coder(name, initials)

    def set_theme(self, theme: Theme) -> None:
        """Draw it anew."""
        self._theme = self._disc.theme = theme
        for button in self._buttons.values():
            button.theme = theme
        self.update()
