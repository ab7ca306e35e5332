"""The consensus matrix as it is walked through: letters say where somebody stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from qualcoder_nhs.domain.consensus import Position
from qualcoder_nhs.domain.ids import ParticipantId, PropositionId, TranscriptId
from qualcoder_nhs.domain.tabled import Head
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.fonts import grown
from qualcoder_nhs.ui.look.theme import Theme

LEGEND = N_(
    "A agrees, D dissents, Shift for with substance (A+, D+), . no response: these keys set the "
    "cell by hand, Delete takes that back. ✎ is set by hand. n/a: not asked; blank: not in this "
    "group."
)
"""How the matrix is read and set."""

SHAPE = "shape"
_SEAT, _NAMES = 54, 84
_WIDE = (SHAPE, "checked")
_LETTERS = {
    (Qt.Key.Key_A, False): Position.AGREES,
    (Qt.Key.Key_A, True): Position.AGREES_WITH_SUBSTANCE,
    (Qt.Key.Key_D, False): Position.DISSENTS,
    (Qt.Key.Key_D, True): Position.DISSENTS_WITH_SUBSTANCE,
    (Qt.Key.Key_Period, False): Position.NO_RESPONSE,
}
_TAKES_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ConsensusView(TableView):
    """`positioned` bears a position for the cell one is at, or None to take one back."""

    positioned = Signal(object)
    CLICK_OPENS = False

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.names_width = _NAMES

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        key = (Qt.Key(event.key()), shifted)
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _LETTERS:
            self.positioned.emit(_LETTERS[key])
        elif event.key() in _TAKES_BACK:
            self.positioned.emit(None)
        else:
            super().keyPressEvent(event)

    def wanted_width(self, at: int, head: Head) -> int:
        return super().wanted_width(at, head) if head.key in _WIDE else grown(_SEAT)

    @property
    def proposition(self) -> PropositionId | None:
        """What the row one is at is about."""
        key = self._row_key
        return PropositionId(key.partition("/")[0]) if key else None

    @property
    def room(self) -> TranscriptId | None:
        """The group of the row one is at; None on the line of a proposition."""
        room = self._row_key.partition("/")[2]
        return TranscriptId(room) if room else None

    @property
    def person(self) -> ParticipantId | None:
        """Whose cell one is at."""
        entry = self.table.entry(self.currentIndex())
        return next(iter(entry.there)) if entry and len(entry.there) == 1 else None

    @property
    def on_shape(self) -> bool:
        """Whether one is at the shape of a group."""
        index = self.currentIndex()
        return index.isValid() and self.table.head(index).key == SHAPE

    @property
    def _row_key(self) -> str:
        index = self.currentIndex()
        return self.table.row(index).key if index.isValid() else ""
