"""Saying that a transcript is done, and taking it back: what is left in it is shown before."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.finishing import FinishTranscript, ReopenTranscript
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.finish_check import FinishCheck, finish_check
from qualcoder_nhs.ui.desks.finish_dialog import FinishDialog
from qualcoder_nhs.ui.layer_choice import LayerChoice
from qualcoder_nhs.ui.working.live import Live


class Finishing(QObject):
    """`jump` bears a transcript and a place in it; `said` a line for the status bar."""

    jump = Signal(object, object)
    said = Signal(str)

    def __init__(self, live: Live, layers: LayerChoice, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._layers, self._window = live, layers, window

    def ask(self, transcript: TranscriptId, layer: str) -> None:
        """Show what is left in a transcript, and let the coder say that it is done."""

        def show(check: FinishCheck) -> None:
            if check.finished:
                told = _("You said already that {name} is finished.")
                self.said.emit(told.format(name=check.name))
                return
            finish = FinishTranscript(transcript, layer)
            FinishDialog(
                check,
                lambda: self._run(finish, _("{name} is finished.").format(name=check.name)),
                lambda span: self.look(transcript, layer, span),
                self._window,
            ).open()

        self._live.ask(show, self, finish_check, transcript, layer, self._live.coder)

    def reopen(self, transcript: TranscriptId, layer: str) -> None:
        """Take back that a transcript is done."""
        self._run(ReopenTranscript(transcript, layer), _("You can go on with it."))

    def look(self, transcript: TranscriptId, layer: str, span: Span) -> None:
        """Go where a passage begins, with the codings of a layer in view; nothing is selected."""
        self._layers.choose(layer)
        self.jump.emit(transcript, Span(span.start, span.start))

    def _run(self, action: FinishTranscript | ReopenTranscript, told: str) -> None:
        self._live.run(action, lambda _done: self.said.emit(told), self)
