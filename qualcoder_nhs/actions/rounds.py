"""Rounds: begin, rename, open and end one, all of which is the lead's."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.layers import lead
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.errors import (
    AlreadyEnded,
    AlreadyOpened,
    BadShare,
    NobodyToCode,
    NoSuch,
    NothingToCode,
    OnlyTheLead,
)
from qualcoder_nhs.domain.guide import Course
from qualcoder_nhs.domain.ids import (
    CoderId,
    QuestionId,
    RoundId,
    TranscriptId,
    VersionId,
    new_id,
)
from qualcoder_nhs.domain.round_turns import of_questions, sampled
from qualcoder_nhs.domain.rounds import (
    Criterion,
    Portion,
    Round,
    Sample,
    Unit,
    refuse_round_name,
    turns_to_code,
)
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class NewRound:
    """Begin a round: everything is declared now, and the codebook is frozen for it.

    All transcripts where none is named. A sample is drawn from the turns participants speak.
    `newcomers` are names of coders that the study does not know yet. Where `questions` are named,
    only turns are coded during which one of them was open.
    """

    name: str
    coders: tuple[CoderId, ...]
    transcripts: tuple[TranscriptId, ...] = ()
    unit: Unit = Unit.CHARACTER
    criterion: Criterion | None = field(default_factory=Criterion)
    blind: bool = True
    sample: Sample | None = None
    newcomers: tuple[str, ...] = ()
    questions: tuple[QuestionId, ...] = ()
    label: ClassVar[str] = N_("Begin round {}")

    def apply(self, write: Writer) -> RoundId:
        """Begin it.

        Raises:
            OnlyTheLead: when somebody else would.
            Nameless, AlreadyThere: as names of rounds go.
            NobodyToCode, NothingToCode, BadShare: when there is nothing of the kind.
            NoSuch: when there is no such coder or transcript.
        """
        refuse_all_but_the_lead(write)
        refuse_round_name(self.name, write.read.layer_names().values())
        coders = tuple(dict.fromkeys(write.read.coder(coder).id for coder in self.coders))
        coders += tuple(AddCoder(name).apply(write) for name in self.newcomers)
        if not coders:
            raise NobodyToCode
        portions = self._portions(write)
        fresh = Round(
            id=RoundId(new_id()),
            name=self.name,
            version=frozen_codebook(write),
            coders=coders,
            portions=portions,
            unit=self.unit,
            criterion=self.criterion,
            blind=self.blind,
            made=write.now,
            made_by=write.coder,
            sample=self.sample,
            opened=None if self.blind else write.now,
            questions=tuple(write.read.question(one).name for one in self.questions),
        )
        write.add(fresh)
        write.detail(self.name)
        return fresh.id

    def _portions(self, write: Writer) -> tuple[Portion, ...]:
        names = write.read.transcript_names()
        for unknown in set(self.transcripts) - names.keys():
            raise NoSuch(kind="transcript", name=unknown)
        wanted = [one for one in names if not self.transcripts or one in self.transcripts]
        whole = self.sample is None and not self.questions
        portions = tuple(map(Portion, wanted)) if whole else self._chosen(write, wanted)
        if not portions:
            raise NothingToCode
        return portions

    def _chosen(self, write: Writer, wanted: Iterable[TranscriptId]) -> tuple[Portion, ...]:
        """By name, so that the same files give the same turns in another study."""
        if self.sample is not None and not 0 < self.sample.share <= 1:
            raise BadShare(share=self.sample.share)
        names, read = write.read.transcript_names(), write.read
        turns: dict[str, tuple[int, ...]] = {}
        courses: dict[str, Course] = {}
        for one in wanted:
            listed = read.turns(one)
            courses[names[one]] = Course(read.askings(one), len(listed))
            spoken = turns_to_code(listed, read.speakers(one))
            turns[names[one]] = of_questions(spoken, courses[names[one]], self.questions)
        found = turns if self.sample is None else sampled(turns, courses, self.sample)
        return tuple(Portion(one, found[names[one]]) for one in wanted if found[names[one]])


def frozen_codebook(write: Writer) -> VersionId:
    """The newest version where the codebook is still what it was then; else a new one."""
    book, versions = write.read.codebook(), write.read.versions()
    if versions and versions[-1].still_holds(book):
        return versions[-1].id
    number = versions[-1].number + 1 if versions else 1
    version = CodebookVersion(VersionId(new_id()), number, book, write.now, write.coder)
    write.add(version)
    return version.id


def refuse_all_but_the_lead(write: Writer) -> None:
    """Rounds are the lead's.

    Raises:
        OnlyTheLead: when somebody else acts.
    """
    who = lead(write)
    if who is not None:
        raise OnlyTheLead(lead=who)


@dataclass(frozen=True)
class RenameRound:
    """Give a round another name; its layer stays."""

    round: RoundId
    name: str
    label: ClassVar[str] = N_("Rename round to {}")

    def apply(self, write: Writer) -> None:
        """Rename it.

        Raises:
            OnlyTheLead: when somebody else would.
            Nameless, AlreadyThere: as names of rounds go.
            NoSuch: when it is gone.
        """
        refuse_all_but_the_lead(write)
        old = write.read.round(self.round)
        names = write.read.layer_names().items()
        refuse_round_name(self.name, (name for layer, name in names if layer != old.layer))
        write.change(old, replace(old, name=self.name))
        write.detail(self.name)


@dataclass(frozen=True)
class OpenRound:
    """Show everybody all codings of a blind round, which stay as they are from now on.

    What was seen cannot be unseen: this step is not undone.
    """

    round: RoundId
    label: ClassVar[str] = N_("Open round {}")

    def apply(self, write: Writer) -> None:
        """Open it.

        Raises:
            OnlyTheLead: when somebody else would.
            AlreadyOpened: when it is open.
            NoSuch: when it is gone.
        """
        refuse_all_but_the_lead(write)
        old = write.read.round(self.round)
        if old.opened is not None:
            raise AlreadyOpened(round=old.name)
        write.change(old, replace(old, opened=write.now))
        write.detail(old.name)
        write.seal()


@dataclass(frozen=True)
class EndRound:
    """Freeze the codings of a round; a blind one stays unseen until it is opened."""

    round: RoundId
    label: ClassVar[str] = N_("End round {}")

    def apply(self, write: Writer) -> None:
        """End it.

        Raises:
            OnlyTheLead: when somebody else would.
            AlreadyEnded: when it has ended.
            NoSuch: when it is gone.
        """
        refuse_all_but_the_lead(write)
        old = write.read.round(self.round)
        if old.ended is not None:
            raise AlreadyEnded(round=old.name)
        write.change(old, replace(old, ended=write.now))
        write.detail(old.name)
