"""Where in a transcript each question was asked, and which were not."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.presence import refuse_turn, summary_of
from qualcoder_nhs.domain.errors import AskedThere, NoSuch
from qualcoder_nhs.domain.guide import Asking
from qualcoder_nhs.domain.ids import AskingId, QuestionId, TranscriptId, new_id
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class MarkAsked:
    """Mark that a question is open from a turn on, in place of what was marked at that turn."""

    transcript: TranscriptId
    question: QuestionId
    turn: int
    label: ClassVar[str] = N_("Mark where {} is asked")

    def apply(self, write: Writer) -> AskingId:
        """Mark it; that it was not asked here is taken back.

        Raises:
            NoSuch: when there is no such question or transcript.
            NoSuchTurn: when the transcript does not go so far.
        """
        write.detail(write.read.question(self.question).name)
        return _marked(write, self.transcript, self.question, self.turn)


@dataclass(frozen=True)
class MarkNoneOpen:
    """Mark that no question is open from a turn on: a break, or the words of goodbye."""

    transcript: TranscriptId
    turn: int
    label: ClassVar[str] = N_("Mark that no question is open from turn {}")

    def apply(self, write: Writer) -> AskingId:
        """Mark it, in place of what was marked at that turn.

        Raises:
            NoSuch: when there is no such transcript.
            NoSuchTurn: when it does not go so far.
        """
        write.detail(str(self.turn))
        return _marked(write, self.transcript, None, self.turn)


@dataclass(frozen=True)
class MarkNotAsked:
    """Mark that a question was not asked in a transcript: nobody there could have answered it."""

    transcript: TranscriptId
    question: QuestionId
    label: ClassVar[str] = N_("Mark that {} was not asked")

    def apply(self, write: Writer) -> AskingId:
        """Mark it; twice is once.

        Raises:
            NoSuch: when there is no such question or transcript.
            AskedThere: when a turn is marked with it.
        """
        question = write.read.question(self.question)
        summary_of(write, self.transcript)
        for one in write.read.askings(self.transcript):
            if one.question == question.id and one.turn is not None:
                raise AskedThere(question=question.name, turn=one.turn)
            if one.question == question.id:
                return one.id
        new = Asking(AskingId(new_id()), self.transcript, question.id, None)
        write.add(new)
        write.detail(question.name)
        return new.id


@dataclass(frozen=True)
class Unmark:
    """Take a mark back: what comes after it belongs to the question before, where one is open."""

    asking: AskingId
    label: ClassVar[str] = N_("Take back the mark of {}")

    def apply(self, write: Writer) -> None:
        """Take it back.

        Raises:
            NoSuch: when it is gone.
        """
        old = next((one for one in write.read.askings() if one.id == self.asking), None)
        if old is None:
            raise NoSuch(kind="mark", name=self.asking)
        write.remove(old)
        write.detail(write.read.question(old.question).name if old.question else "–")


@dataclass(frozen=True)
class MarkCourse:
    """Mark a whole transcript in one step: turns with the question open from there, and what is
    known not to have been asked. What was marked there before goes.
    """

    transcript: TranscriptId
    marks: tuple[tuple[int, QuestionId | None], ...]
    not_asked: tuple[QuestionId, ...] = ()
    label: ClassVar[str] = N_("Mark the questions of {}")

    def apply(self, write: Writer) -> None:
        """Mark it.

        Raises:
            NoSuch: when there is no such question or transcript.
            NoSuchTurn: when the transcript does not go so far.
            AskedThere: when a question is both asked and not asked.
        """
        name = summary_of(write, self.transcript).name
        write.remove(*write.read.askings(self.transcript))
        for turn, question in self.marks:
            if question is not None:
                write.read.question(question)
            _marked(write, self.transcript, question, turn)
        for question in self.not_asked:
            MarkNotAsked(self.transcript, question).apply(write)
        write.detail(name)


def _marked(
    write: Writer, transcript: TranscriptId, question: QuestionId | None, turn: int
) -> AskingId:
    refuse_turn(summary_of(write, transcript), turn)
    for one in write.read.askings(transcript):
        if one.turn == turn and one.question == question:
            return one.id
        if one.turn == turn or (one.turn is None and one.question == question):
            write.remove(one)
    new = Asking(AskingId(new_id()), transcript, question, turn)
    write.add(new)
    return new.id
