"""The desk's head: what is open, where the caret is, and the field to find words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.tips import left_out_words
from qualcoder_nhs.ui.icons import icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.tokens import DESK_HEADER
from qualcoder_nhs.ui.widgets.keycap import cap_width, paint_cap
from qualcoder_nhs.ui.widgets.labels import label
from qualcoder_nhs.ui.widgets.short_label import ShortLabel

FIND_WIDTH = 210


class FindField(QLineEdit):
    """Where words to find are typed. `left` says that Esc was pressed."""

    left = Signal()
    stepped = Signal(bool)

    def __init__(self, state: DeskState) -> None:
        super().__init__()
        self._state = state
        self.setPlaceholderText(_("Find in transcript"))
        self.setAccessibleName(_("Find in transcript"))
        self.setFont(chrome_font())
        self.setMinimumWidth(FIND_WIDTH)
        self.setMaximumWidth(grown(FIND_WIDTH))
        self.setTextMargins(0, 0, round(cap_width("Ctrl+F")) + 4, 0)
        self._glass = self.addAction(
            icon("search", state.theme.tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText(_("Find in transcript"))

    def redress(self) -> None:
        """Take the theme's colours."""
        self._glass.setIcon(icon("search", self._state.theme.tokens.ink2))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.rect().center().y() + 0.5
            paint_cap(painter, "Ctrl+F", self.width() - 8, middle, self._state.theme.tokens)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)


class DeskHeader(QWidget):
    """Title and counts at the left, the field at the right."""

    def __init__(self, state: DeskState) -> None:
        super().__init__()
        self._state = state
        self._position = 0
        self.field = FindField(state)
        self._title = label("", Size.HEADING)
        self._counts = ShortLabel(Size.SMALL)
        self._counts.setProperty("look", "second")
        self.found = label("", Size.SMALL, "second")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.found)
        row.addWidget(self.field, 1)
        self._counts.setMinimumWidth(1)  # large words are cut off before they widen the window
        self.setFixedHeight(grown(DESK_HEADER))
        self.setAccessibleName(_("Transcript and search"))
        state.page_changed.connect(self._page_changed)
        state.codings_changed.connect(lambda _span: self._tell())

    def _page_changed(self) -> None:
        self.field.redress()
        self._title.setText(self._state.page.transcript.name)
        self._tell()
        self.update()

    def show_at(self, position: int) -> None:
        """Say which turn the caret is in."""
        self._position = position
        self._tell()

    def _tell(self) -> None:
        page = self._state.page
        present = {
            person
            for voice in page.voices.values()
            if voice.function is Function.PARTICIPANT
            for person in voice.participants
        }
        people = ngettext("{n} participant", "{n} participants", len(present)) if present else ""
        words = ngettext("{n} word", "{n} words", page.transcript.word_count)
        turn, hidden = self._turn_words(), self._hidden_words()
        # Where one is comes before what never changes, and all of it stands in the tooltip.
        ways = (
            (people, words, turn, hidden),
            (words, turn, hidden),
            (turn, hidden),
            (people, words, turn),
            (words, turn),
            (turn,),
        )
        self._counts.say(*(" · ".join(filter(None, way)) for way in ways))

    def _turn_words(self) -> str:
        turns = self._state.page.transcript.turns
        here = self._state.page.transcript.turn_at(self._position)
        if not turns:
            return _("no turns were found")
        if here is None:
            return ngettext("{n} turn", "{n} turns", len(turns))
        count = f"{len(turns):,}"
        told = _("turn {number} of {count}").format(number=f"{here.index:,}", count=count)
        left_out = left_out_words(self._state, here)
        return f"{told} ({left_out})" if left_out else told

    def _hidden_words(self) -> str:
        hidden = self._state.hidden_count
        if not self._state.page.codings:
            return _("nothing coded yet: select words and type a code’s name")
        return _("{count} hidden").format(count=f"{hidden:,}") if hidden else ""

    def sizeHint(self) -> QSize:
        return QSize(600, grown(DESK_HEADER))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._state.theme.tokens
        painter.fillRect(event.rect(), QColor(tokens.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.line))
        painter.end()
