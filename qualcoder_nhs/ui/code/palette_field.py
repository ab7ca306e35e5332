"""Where the letters of a code's name are typed, and what its keys mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_nhs.analysis.code_search import RECENT
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import icon
from qualcoder_nhs.ui.look.tokens import Tokens

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}


class PaletteField(QLineEdit):
    """Letters are letters; the rest is told.

    `taken` bears whether the palette stays open, `stepped` by how many rows, `numbered` a recent
    code's number. A number and Shift V are commands only while nothing is typed.
    """

    taken = Signal(bool)
    new_wanted = Signal()
    in_vivo_wanted = Signal()
    left = Signal()
    stepped = Signal(int)
    numbered = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Find a code"))
        self.setAccessibleName(_("Letters of a code’s name"))
        self.setProperty("look", "open")
        self._glass = self.addAction(
            icon("search", tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText(_("Find a code"))

    def dress(self, tokens: Tokens) -> None:
        """Take the theme's colours."""
        self._glass.setIcon(icon("search", tokens.ink2))

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001  (Qt's signature)
        """Tab walks through the rows."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event.modifiers())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif not self._is_command(event.text()):
            super().keyPressEvent(event)

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.ControlModifier:
            self.new_wanted.emit()
        else:
            self.taken.emit(bool(held & Qt.KeyboardModifier.ShiftModifier))

    def _is_command(self, text: str) -> bool:
        """Do what a single character means while nothing is typed; False where it is a letter."""
        if self.text() or len(text) != 1:
            return False
        if text in "123456789"[:RECENT]:
            self.numbered.emit(int(text))
        elif text == "V":
            self.in_vivo_wanted.emit()
        else:
            return False
        return True
