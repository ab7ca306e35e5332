"""Writing in a cell of the framework matrix, above the excerpts it sums up."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qualcoder_nhs.actions.framework import WriteSummary
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, ThemeId, TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, grown, transcript_font
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.widgets.labels import wrapped
from qualcoder_nhs.ui.widgets.undo_keys import LeavesUndo

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class CellPlace:
    """Which cell is written in."""

    transcript: TranscriptId
    participant: ParticipantId | None
    code: CodeId | None
    theme: ThemeId | None


class _Words(QPlainTextEdit):
    """`done` when Ctrl and Enter are pressed."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _ENTERS:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class CellEditor(QWidget):
    """`written` bears what is to be kept; `done` that one goes on to the next cell."""

    written = Signal(object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place: CellPlace | None = None
        self._before = ""
        self.words = _Words()
        LeavesUndo(self.words)
        self.words.setFont(transcript_font(15))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(grown(120))
        self.words.setPlaceholderText(_("What this case says of it, in a few words"))
        self.told = wrapped("", Size.SMALL, "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(
            key_hints((_("Keep, next"), "Ctrl+Enter"), (_("Refer to it"), "Enter"), (_("Go"), "G"))
        )
        row.addStretch(1)
        column.addLayout(row)
        self.words.done.connect(self._finish)
        self.setFocusProxy(self.words)
        self.be_about(None, "", "", "")

    def be_about(self, place: CellPlace | None, name: str, text: str, told: str) -> None:
        """Write in another cell; what is being typed in this one stays."""
        if place == self.place and self.changed:
            return
        self.keep()
        self.place, self._before = place, text
        self.words.setEnabled(place is not None)
        self.words.setPlainText(text)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setAccessibleName(_("Summary of {cell}").format(cell=name))
        self.words.setAccessibleDescription(told)
        self.told.setText(told)

    @property
    def changed(self) -> bool:
        """Whether something else stands there than was kept."""
        return self.words.toPlainText().strip() != self._before.strip()

    def keep(self) -> None:
        """Wish what was typed to be kept."""
        if self.place is not None and self.changed:
            place, text = self.place, self.words.toPlainText().strip()
            self._before = text
            where = place.transcript, place.participant
            self.written.emit(WriteSummary(*where, place.code, place.theme, text))

    def refer(self, reference: str) -> None:
        """Put a reference where the cursor stands."""
        if self.place is not None:
            before = self.words.toPlainText()[: self.words.textCursor().position()]
            gap = "" if not before or before[-1].isspace() else " "
            self.words.insertPlainText(f"{gap}[{reference}]")
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        self.keep()
        self.done.emit()
