"""The two lines one types into: the filter above the tree, the new code below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.codebook.finding import matches
from qualcoder_nhs.ui.icons import icon
from qualcoder_nhs.ui.look.fonts import chrome_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.keycap import cap_width, paint_cap


class FilterField(QLineEdit):
    """`left` tells that Esc was pressed, which empties it first; `entered` that Enter was."""

    left = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFont(chrome_font())
        self.setPlaceholderText(_("Find a code"))
        self.setAccessibleName(_("Find a code"))
        self.setTextMargins(0, 0, round(cap_width("/")) + 4, 0)
        self._glass = self.addAction(
            icon("search", theme.tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText(_("Find a code"))
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._glass.setIcon(icon("search", theme.tokens.ink2))

    def fits(self, code: Code) -> bool:
        """Whether what is typed finds the code."""
        return bool(self.text().strip()) and matches(code, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.rect().center().y() + 0.5
            paint_cap(painter, "/", self.width() - 8, middle, self.theme.tokens)
            painter.end()


class NewCodeField(QLineEdit):
    """A name and Enter make a code; `named` bears the name, `beneath` says where once."""

    named = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.beneath: CodeId | None = None
        self._parent = ""
        self.setFont(chrome_font())
        self.setFrame(False)
        self.setProperty("look", "bare")
        self._plus = self.addAction(
            icon("plus", theme.tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._plus.setText(_("New code"))
        self.show_parent("")
        self.returnPressed.connect(self._enter)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._plus.setIcon(icon("plus", theme.tokens.ink2))

    def show_parent(self, name: str) -> None:
        """Say where a new code would lie."""
        self._parent = name
        if self.beneath is None:
            self._say(name)

    def ask_beneath(self, code: CodeId, name: str) -> None:
        """Take the keys, to name a code beneath that one."""
        self.beneath = code
        self._say(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, parent: str) -> None:
        """Whoever types here sees where it will lie; at rest the line is short."""
        words = _("New code, a family of its own")
        if parent:
            words = _("New code under {name}").format(name=parent)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setPlaceholderText(words if self.hasFocus() else _("New code"))

    def _enter(self) -> None:
        name = self.text().strip()
        if name:
            self.clear()
            self.named.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(self.accessibleName())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text():
            self.beneath = None
        self.show_parent(self._parent)
