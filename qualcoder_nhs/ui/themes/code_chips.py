"""The codes of a theme as chips on the tint of their family, each with what can be done with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import button

_HEIGHT = 26


class CodeChip(QPushButton):
    """A code's name on its tint, with the edge of its stripe. Del wishes it gone."""

    gone = Signal()

    def __init__(self, look: Look, theme: Theme) -> None:
        super().__init__(look.name)
        self._look, self._theme = look, theme
        self.setFont(chrome_font(Size.SMALL))
        self.setAccessibleName(f"{look.name}, {look.path}" if look.path else look.name)
        self.setToolTip(look.path)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 16, grown(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, grown(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(colour(tokens.line if not tokens.high_contrast else tokens.ink))
        painter.setBrush(colour(self._look.tint))
        painter.drawRoundedRect(box, RADIUS_CAP, RADIUS_CAP)
        painter.fillRect(box.adjusted(1, box.height() - 2, -1, 0), colour(self._look.stripe))
        painter.setPen(colour(tokens.ink))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.width() - 12
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            style = QStyle.PrimitiveElement.PE_FrameFocusRect
            self.style().drawPrimitive(style, option, painter, self)
        painter.end()


class CodeChips(QWidget):
    """`more` wishes for another code; `taken`, `opened` and `shown` bear the code of a chip."""

    more = Signal()
    taken = Signal(object)
    opened = Signal(object)
    shown = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._writable = theme, True
        self.add = button(_("+ code"), "pill", Size.SMALL)
        self.add.setAccessibleName(_("Put a code under the theme"))
        self.add.clicked.connect(self.more)
        self.chips: dict[CodeId, CodeChip] = {}
        self._flow = Flow(self, 6)
        self._flow.addWidget(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_codes(
        self, codes: Sequence[Code], looks: Mapping[CodeId, Look], *, writable: bool
    ) -> None:
        """Show a chip for each code."""
        self._writable = writable
        held = next((code for code, chip in self.chips.items() if chip.hasFocus()), None)
        self._empty()
        for code in codes:
            chip = self.chips[code.id] = CodeChip(looks[code.id], self._theme)
            chip.clicked.connect(lambda _on, one=code.id: self._offer(one))
            if writable:
                chip.gone.connect(lambda one=code.id: self.taken.emit(one))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.add)
        self.add.setVisible(writable)
        if held is not None:
            self.chips.get(held, self.add).setFocus()
        self.updateGeometry()

    def _empty(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips.clear()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the chips follow when they are shown again."""
        self._theme = theme

    def menu_for(self, code: CodeId) -> QMenu:
        """What can be done with a code of the theme."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Show its passages"), lambda: self.shown.emit(code))
        menu.addAction(_("Open the code’s card"), lambda: self.opened.emit(code))
        if self._writable:
            take = menu.addAction(_("Take it from the theme"), lambda: self.taken.emit(code))
            take.setShortcut(Qt.Key.Key_Delete)
        return menu

    def _offer(self, code: CodeId) -> None:
        chip = self.chips[code]
        self.menu_for(code).popup(chip.mapToGlobal(QPoint(0, chip.height())))
