"""The statement of a theme: the largest thing on the desk, written in its place."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import transcript_font
from qualcoder_nhs.ui.look.theme import Theme

_LARGER, _PITCH = 1, 28 / 18


class StatementField(QTextEdit):
    """As high as its words. `stated` bears them when they are left changed, or on Ctrl Enter.

    Esc takes back what was typed since.
    """

    stated = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = ""
        self.setProperty("look", "claim")
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(_("What does this theme claim? One or two sentences."))
        self.setAccessibleName(_("Statement"))
        self.set_theme(theme)
        self.textChanged.connect(self.updateGeometry)

    def show_statement(self, words: str) -> None:
        """Show these words; what was typed and not yet left stays."""
        if self.typed != self._kept and self.hasFocus():
            self._kept = words
            return
        self._kept = words
        if words != self.typed:
            self.setPlainText(words)
            self._space_lines()

    @property
    def typed(self) -> str:
        """The words as they stand."""
        return self.toPlainText()

    def keep(self) -> None:
        """Hand over what was typed, if it says something else; nothing at all takes it back."""
        typed = self.typed.strip()
        if typed == self._kept:
            return
        if not typed:
            self.take_back()
            return
        self._kept = typed
        self.stated.emit(typed)

    def take_back(self) -> None:
        """The words as they were."""
        self.setPlainText(self._kept)
        self._space_lines()

    def set_theme(self, theme: Theme) -> None:
        """Take another face and size."""
        pixels = theme.text_pixels + _LARGER
        self._pitch = round(pixels * _PITCH)
        self.setFont(transcript_font(pixels, theme.face))
        self._space_lines()

    def _space_lines(self) -> None:
        lines = QTextBlockFormat()
        lines.setLineHeight(self._pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(lines)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(320, max(self._pitch, round(self.document().size().height())) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keep()
