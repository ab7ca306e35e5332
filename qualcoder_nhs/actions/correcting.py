"""Correcting the words of a transcript: of one turn or paragraph, or all by a corrected version."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.corrected_people import bring_speakers
from qualcoder_nhs.actions.corrected_work import Correcting, names_in
from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.correcting.ground import Ground
from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.domain.correcting.retelling import Retold, with_passage, with_words
from qualcoder_nhs.domain.errors import NothingToCorrect
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.survey import SURVEY
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.i18n import N_, _, ngettext


@dataclass(frozen=True)
class CorrectTurn:
    """Put other words in the place of what is said in a turn; label and time mark stay.

    A correction is no coding: what lies on the words follows them in every layer, ended rounds
    and those of others among them. `losing` says what is done where all words of a thing went.
    """

    transcript: TranscriptId
    turn: int
    words: str
    losing: Losing = Losing.REFUSE
    label: ClassVar[str] = N_("Correct {}")

    def apply(self, write: Writer) -> CorrectionPlan:
        """Correct it; what became of everything.

        Raises:
            NoSuch, NoSuchTurn: when there is no such turn.
            NoWords: when nothing would be said in it.
            NothingToCorrect: when they are its words already.
            WordsWouldGo: when something would lose all its words, and is to be refused then.
        """
        retold = with_words(write.read.transcript(self.transcript), self.turn, self.words)
        where = _("t.{turn} of {name}").format(turn=self.turn, name=retold.old.name)
        return _one_passage(write, retold, where, self.losing)


@dataclass(frozen=True)
class CorrectPassage:
    """Put other words in the place of a passage that nobody speaks: a paragraph, a heading.

    All else is as with the words of a turn.
    """

    transcript: TranscriptId
    passage: Span
    words: str
    losing: Losing = Losing.REFUSE
    label: ClassVar[str] = N_("Correct {}")

    def apply(self, write: Writer) -> CorrectionPlan:
        """Correct it; what became of everything.

        Raises:
            NoSuch, OutsideText: when there is no such passage.
            InATurn: when somebody speaks it.
            NoWordsLeft: when nothing would stand there.
            NothingToCorrect: when they are its words already.
            WordsWouldGo: when something would lose all its words, and is to be refused then.
        """
        retold = with_passage(write.read.transcript(self.transcript), self.passage, self.words)
        return _one_passage(write, retold, retold.old.name, self.losing)


def _one_passage(write: Writer, retold: Retold, where: str, losing: Losing) -> CorrectionPlan:
    ground = Ground.of_passage(retold, names_in(write))
    plan = Correcting(write, ground, retold).make(losing)
    write.detail(f"{where}: {_counted(plan)}")
    return plan


@dataclass(frozen=True)
class CorrectTranscript:
    """Put a corrected version in the place of a transcript, which keeps its name and its people.

    Both are compared, and what lies on words that stand in both stays on them. `cast` says what
    labels stand for that are new. `file_name` and `file_hash` are of the corrected version.
    """

    transcript: TranscriptId
    text: str
    turns: tuple[Turn, ...]
    file_name: str
    file_hash: str
    kind: str
    cast: Mapping[str, Part] = field(default_factory=dict)
    losing: Losing = Losing.REFUSE
    label: ClassVar[str] = N_("Correct {}")

    def apply(self, write: Writer) -> CorrectionPlan:
        """Correct it; what became of everything.

        Raises:
            NoSuch: when the transcript is gone.
            NothingToCorrect: when it has these words and turns already.
            WordsWouldGo: when something would lose its words or turn, and is to be refused then.
        """
        old = write.read.transcript(self.transcript)
        if (old.text, old.turns) == (self.text, self.turns):
            raise NothingToCorrect(name=old.name)
        ground = Ground.between(old, self._corrected(old), names_in(write))
        plan = Correcting(write, ground).make(self.losing)
        bring_speakers(write, ground.new, self.cast)
        write.detail(f"{old.name}: {_counted(plan)}")
        return plan

    def _corrected(self, old: Transcript) -> Transcript:
        return replace(
            old,
            text=self.text,
            turns=self.turns,
            file_name=self.file_name,
            file_hash=self.file_hash,
            kind=old.kind if old.kind == SURVEY else self.kind,
        )


def _counted(plan: CorrectionPlan) -> str:
    return ngettext("{n} word", "{n} words", plan.words)
