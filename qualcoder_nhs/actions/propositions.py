"""Propositions: write, change and remove them, and mark the turns that voice them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.presence import refuse_turn, summary_of
from qualcoder_nhs.domain.consensus import Proposition, Voicing
from qualcoder_nhs.domain.errors import NoSuch, NothingProposed, NotOpenThen, OnBothSides
from qualcoder_nhs.domain.guide import Course
from qualcoder_nhs.domain.ids import (
    CodeId,
    PropositionId,
    QuestionId,
    TranscriptId,
    VoicingId,
    new_id,
)
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.i18n import N_, _


@dataclass(frozen=True)
class AddProposition:
    """Write a proposition, last of all; a question may have several, or it may have none."""

    question: QuestionId | None
    text: str
    codes_for: tuple[CodeId, ...] = ()
    codes_against: tuple[CodeId, ...] = ()
    label: ClassVar[str] = N_("Add proposition {}")

    def apply(self, write: Writer) -> PropositionId:
        """Write it.

        Raises:
            NothingProposed: when it has no words.
            OnBothSides: when a code would speak for and against it.
            NoSuch: when the question or a code is gone.
        """
        place = max((one.position for one in write.read.propositions()), default=-1) + 1
        fresh = Proposition(
            PropositionId(new_id()),
            self.question,
            self.text,
            self.codes_for,
            self.codes_against,
            place,
        )
        tidy = _checked(write, fresh)
        write.add(tidy)
        write.detail(tidy.text)
        return tidy.id


@dataclass(frozen=True)
class ChangeProposition:
    """Give a proposition other words, another question or other codes.

    What was set by hand and which turns voice it stays.
    """

    proposition: PropositionId
    question: QuestionId | None
    text: str
    codes_for: tuple[CodeId, ...] = ()
    codes_against: tuple[CodeId, ...] = ()
    label: ClassVar[str] = N_("Change proposition {}")

    def apply(self, write: Writer) -> None:
        """Change it.

        Raises:
            NoSuch, NothingProposed, OnBothSides: as for a new one.
        """
        old = write.read.proposition(self.proposition)
        changed = replace(
            old,
            question=self.question,
            text=self.text,
            codes_for=self.codes_for,
            codes_against=self.codes_against,
        )
        tidy = _checked(write, changed)
        write.change(old, tidy)
        write.detail(tidy.text)


@dataclass(frozen=True)
class RemoveProposition:
    """Remove a proposition with its voicings and with what was set by hand."""

    proposition: PropositionId
    label: ClassVar[str] = N_("Remove proposition {}")

    def apply(self, write: Writer) -> None:
        """Remove it.

        Raises:
            NoSuch: when it is gone already.
        """
        old = write.read.proposition(self.proposition)
        write.remove(*write.read.corrections(old.id), *write.read.voicings(old.id), old)
        write.detail(old.text)


@dataclass(frozen=True)
class Voice:
    """Say that a turn voices a proposition, or, where it does not hold it, the opposite."""

    proposition: PropositionId
    transcript: TranscriptId
    turn: int
    holds: bool = True
    label: ClassVar[str] = N_("Voicing {}")

    def apply(self, write: Writer) -> VoicingId:
        """Say it; a turn voices a proposition once.

        Raises:
            NoSuch: when the proposition or the transcript is gone.
            NoSuchTurn: when the transcript has no such turn.
            NotOpenThen: when the proposition's question was not open then.
        """
        about, room = write.read.proposition(self.proposition), summary_of(write, self.transcript)
        refuse_turn(room, self.turn)
        _refuse_not_open(write, about, room, self.turn)
        write.detail(_place(room, self.turn))
        old = _voicing(write, about.id, room.id, self.turn)
        if old is not None:
            write.change(old, replace(old, holds=self.holds))
            return old.id
        fresh = Voicing(VoicingId(new_id()), about.id, room.id, self.turn, self.holds)
        write.add(fresh)
        return fresh.id


@dataclass(frozen=True)
class Unvoice:
    """Say no longer that a turn voices a proposition."""

    proposition: PropositionId
    transcript: TranscriptId
    turn: int
    label: ClassVar[str] = N_("No voicing {}")

    def apply(self, write: Writer) -> None:
        """Take it back.

        Raises:
            NoSuch: when it does not voice it.
        """
        room = summary_of(write, self.transcript)
        old = _voicing(write, self.proposition, room.id, self.turn)
        if old is None:
            raise NoSuch(kind="voicing", name=_place(room, self.turn))
        write.remove(old)
        write.detail(_place(room, self.turn))


def _checked(write: Writer, one: Proposition) -> Proposition:
    """The proposition made tidy, when it can be kept."""
    words = " ".join(one.text.split())
    if not words:
        raise NothingProposed
    if one.question is not None:
        write.read.question(one.question)
    sides = _codes(write, one.codes_for), _codes(write, one.codes_against)
    for code in sides[0]:
        if code in sides[1]:
            raise OnBothSides(name=write.read.code(code).name)
    return replace(one, text=words, codes_for=sides[0], codes_against=sides[1])


def _codes(write: Writer, codes: Sequence[CodeId]) -> tuple[CodeId, ...]:
    return tuple(dict.fromkeys(write.read.code(code).id for code in codes))


def _refuse_not_open(write: Writer, about: Proposition, room: TranscriptSummary, turn: int) -> None:
    if about.question is None:
        return
    course = Course(write.read.askings(room.id), room.turns)
    if course.at(turn) != about.question:
        raise NotOpenThen(question=write.read.question(about.question).name, turn=turn)


def _voicing(
    write: Writer, proposition: PropositionId, transcript: TranscriptId, turn: int
) -> Voicing | None:
    for one in write.read.voicings(proposition):
        if (one.transcript, one.turn) == (transcript, turn):
            return one
    return None


def _place(room: TranscriptSummary, turn: int) -> str:
    return _("{transcript} t.{turn}").format(transcript=room.name, turn=turn)
