"""The wires of questions on the Code desk: what is said of a turn becomes a mark in the study."""

from PySide6.QtCore import QObject

from qualcoder_nhs.actions.asking import MarkAsked, MarkNoneOpen, MarkNotAsked, Unmark
from qualcoder_nhs.domain.ids import AskingId, QuestionId, TranscriptId
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.working.live import Live


class QuestionWires(QObject):
    """Marks questions in the transcript that is on the desk."""

    def __init__(self, live: Live, desk: CodeDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._desk = live, desk
        wishes = desk.wishes
        wishes.asked_wanted.connect(self._mark)
        wishes.not_asked_wanted.connect(self._not_asked)
        wishes.unmark_wanted.connect(lambda one: self._live.run(Unmark(AskingId(one))))

    @property
    def _room(self) -> TranscriptId:
        return self._desk.state.page.transcript.id

    def _mark(self, turn: int, question: str) -> None:
        if question:
            self._live.run(MarkAsked(self._room, QuestionId(question), turn))
        else:
            self._live.run(MarkNoneOpen(self._room, turn))

    def _not_asked(self, question: str) -> None:
        self._live.run(MarkNotAsked(self._room, QuestionId(question)))
