"""The wires of voicings: a turn of the Code desk voices a proposition, or says the opposite."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.propositions import Unvoice, Voice
from qualcoder_nhs.domain.ids import PropositionId, TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.voicing_offer import OfferedVoicing, voicing_offer
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.widgets.choose_one import ChooseOne
from qualcoder_nhs.ui.working.live import Live

_BACK = "no longer:"
"""Begins the key of taking a voicing back."""


class VoicingWires(QObject):
    """Asks which proposition the turn voices. `said` bears a line for the status bar."""

    said = Signal(str)

    def __init__(self, live: Live, desk: CodeDesk, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._desk, self._window = live, desk, window
        desk.wishes.voice_wanted.connect(self.ask)

    def ask(self, turn: int) -> None:
        """Look which propositions the turn may voice, and ask for one of them."""
        room = self._desk.state.page.transcript.id
        self._live.ask(partial(self._offer, room, turn), self, voicing_offer, room, turn)

    def _offer(self, room: TranscriptId, turn: int, offered: tuple[OfferedVoicing, ...]) -> None:
        if not offered:
            told = _("No proposition is put to this turn yet. Write one under Analyse, Consensus.")
            self.said.emit(told)
            return

        def chosen(key: str, opposite: bool) -> None:  # noqa: FBT001  (the dialog's answer)
            about = PropositionId(key.removeprefix(_BACK))
            if key.startswith(_BACK):
                self._live.run(Unvoice(about, room, turn))
            else:
                self._live.run(Voice(about, room, turn, holds=not opposite))

        question = _("Which proposition does turn {n} voice?").format(n=turn)
        tick = _("It says the &opposite")
        ChooseOne(question, list(_rows(offered)), chosen, self._window, tick).open()


def _rows(offered: tuple[OfferedVoicing, ...]) -> Iterator[tuple[str, str]]:
    """Each proposition, then the way back from those that the turn voices now."""
    for one in offered:
        place = f" ({one.question})" if one.question else ""
        yield one.proposition, f"“{one.text}”{place}{_stands(one)}"
    for one in offered:
        if one.holds is not None:
            yield f"{_BACK}{one.proposition}", _("Nothing of “{text}”").format(text=one.text)


def _stands(one: OfferedVoicing) -> str:
    if one.holds is None:
        return ""
    return ", " + (_("voices it now") if one.holds else _("says the opposite now"))
