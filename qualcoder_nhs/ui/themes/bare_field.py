"""A line that reads as words until it is typed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_PADDING = 5


class BareField(QLineEdit):
    """`told` bears the new words when they are left changed, or on Enter; Esc takes them back.

    One that may be `empty` can be told to say nothing.
    """

    told = Signal(str)

    def __init__(self, name: str, font: QFont, *, empty: bool) -> None:
        super().__init__()
        self._kept, self._empty = "", empty
        self.setProperty("look", "bare")
        self.setFont(font)
        self.setTextMargins(-_PADDING, 0, 0, 0)  # the words stand where words around them stand
        self.setAccessibleName(name)
        self.editingFinished.connect(self._keep)

    def show_words(self, words: str) -> None:
        """Show these words; what is being typed stays."""
        if not (self.hasFocus() and self.text() != self._kept):
            self.setText(words)
            self.setCursorPosition(0)
        self._kept = words

    def _keep(self) -> None:
        typed = self.text().strip()
        if typed == self._kept:
            return
        if typed or self._empty:
            self._kept = typed
            self.told.emit(typed)
        else:
            self.setText(self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
        else:
            super().keyPressEvent(event)
