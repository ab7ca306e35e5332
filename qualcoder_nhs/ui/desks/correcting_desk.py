"""Corrections of the words on the desk: asked for, looked at, done in one step."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from qualcoder_nhs.actions.correcting import CorrectPassage, CorrectTurn
from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.correcting.sheet_words import (
    SheetWords,
    words_of_paragraph,
    words_of_turn,
)
from qualcoder_nhs.ui.correcting.turn_sheet import TurnSheet
from qualcoder_nhs.ui.correcting.version_sheet import VersionSheet
from qualcoder_nhs.ui.file_asking import ask_to_open
from qualcoder_nhs.ui.working.live import Live

Correction = CorrectTurn | CorrectPassage


class CorrectingDesk(QObject):
    """Opens the sheets; `said` bears a line for the status bar."""

    said = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def ask_turn(self, transcript: Transcript, number: int, caret: int) -> None:
        """Show a turn's words, to be corrected where the caret stands."""
        turn = transcript.turns[number - 1]
        words = turn.words.of(transcript.text)
        action = CorrectTurn(transcript.id, number, "", Losing.KEEP)
        at = caret - turn.words.start
        self._ask(words_of_turn(number, turn.label, words, at), action)

    def ask_passage(self, transcript: Transcript, passage: Span, caret: int) -> None:
        """Show the words of a paragraph that nobody speaks, in the same way."""
        action = CorrectPassage(transcript.id, passage, "", Losing.KEEP)
        words = passage.of(transcript.text)
        self._ask(words_of_paragraph(words, caret - passage.start), action)

    def _ask(self, asked: SheetWords, action: Correction) -> None:
        sheet = TurnSheet(
            asked,
            lambda new: self._rehearse(sheet, replace(action, words=new)),
            lambda new, losing: self._correct(replace(action, words=new, losing=losing)),
            self._window,
        )
        sheet.open()

    def _rehearse(self, sheet: TurnSheet, action: Correction) -> None:
        def show(answer: CorrectionPlan | Refusal) -> None:
            if isValid(sheet):
                sheet.show_answer(action.words, answer)

        self._live.rehearse(action, show, self)

    def _correct(self, action: Correction) -> None:
        self._live.run(action, self._tell, self)

    def ask_for_file(self, transcript: TranscriptId) -> None:
        """Ask for a corrected version of a transcript, and compare it."""
        from qualcoder_nhs.importers.transcript_formats import TRANSCRIPTS  # noqa: PLC0415  (with docx)

        suffixes = " ".join(f"*{suffix}" for known in TRANSCRIPTS for suffix in known.suffixes)
        kinds = f"{_('Transcripts')} ({suffixes})"
        title = _("Import a corrected version")
        folder = self._live.study.path.parent
        ask_to_open(self._window, title, folder, kinds, partial(self.offer_file, transcript))

    def offer_file(self, transcript: TranscriptId, file: Path) -> None:
        """Show what a corrected version would change."""
        from qualcoder_nhs.tasks.correct_file import (  # noqa: PLC0415  (with every format)
            CorrectByFile,
            Corrected,
        )

        def show(found: Corrected) -> None:
            def take(losing: Losing) -> None:
                self._live.run(replace(found.action, losing=losing), self._tell, self)

            told = [problem.what for problem in found.problems]
            VersionSheet(file.name, found.plan, told, take, self._window).open()

        self._live.start(CorrectByFile(transcript, file, rehearsed=True), show, self)

    def _tell(self, plan: CorrectionPlan) -> None:
        words = ngettext("{n} word", "{n} words", plan.words)
        told = _("{words} of {name} corrected. Undo takes it back.")
        self.said.emit(told.format(words=words, name=plan.name))
