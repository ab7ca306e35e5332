"""Speak the codes at the caret and the turn to a screen reader, when they change."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.tips import codes_here, turn_tip


class Announcer(QObject):
    """Says only what is new; `spoken` bears the same words."""

    spoken = Signal(str)

    def __init__(self, state: DeskState, about: QWidget) -> None:
        super().__init__(about)
        self._state = state
        self._about = about
        self._turn: int | None = None
        self._codes = ""

    def caret_at(self, position: int) -> None:
        """The caret is here now."""
        parts = []
        turn = self._state.page.transcript.turn_at(position)
        index = turn.index if turn else None
        if turn and index != self._turn:
            parts.append(turn_tip(self._state, turn))
        codes = codes_here(self._state, position)
        if codes != self._codes:
            parts.append(codes)
        self._turn, self._codes = index, codes
        if parts:
            self.say("; ".join(parts))

    def say(self, words: str) -> None:
        """Speak politely: after what is being read."""
        event = QAccessibleAnnouncementEvent(self._about, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
        self.spoken.emit(words)
