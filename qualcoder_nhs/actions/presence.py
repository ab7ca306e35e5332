"""From which turn to which a participant was in the room."""

from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.errors import (
    LeftBeforeComing,
    NoSuch,
    NoSuchTurn,
    SpeaksThere,
)
from qualcoder_nhs.domain.ids import ParticipantId, PresenceId, TranscriptId, new_id
from qualcoder_nhs.domain.people import Participant
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class SayPresence:
    """Say when somebody came or left: both turns count, and None is the beginning or the end.

    With neither, somebody who never speaks is said to have been there all the time.
    """

    transcript: TranscriptId
    participant: ParticipantId
    first: int | None = None
    last: int | None = None
    label: ClassVar[str] = N_("Say when {} was there")

    def apply(self, write: Writer) -> PresenceId:
        """Say it, in place of what was said before.

        Raises:
            NoSuch: when there is no such transcript or participant.
            NoSuchTurn: when the transcript does not go so far.
            LeftBeforeComing: when the turns are the wrong way round.
            SpeaksThere: when they are heard while they would be away.
        """
        person = _participant(write, self.participant)
        self._refuse_turns(write, person)
        old = _said(write, self.transcript, self.participant)
        name = old.id if old else PresenceId(new_id())
        new = Presence(name, self.transcript, person.id, self.first, self.last)
        self._refuse_heard(write, person, new)
        if old:
            write.change(old, new)
        else:
            write.add(new)
        write.detail(person.name)
        return new.id

    def _refuse_turns(self, write: Writer, person: Participant) -> None:
        transcript = summary_of(write, self.transcript)
        for turn in (self.first, self.last):
            refuse_turn(transcript, turn)
        if self.first is not None and self.last is not None and self.last < self.first:
            raise LeftBeforeComing(name=person.name)

    def _refuse_heard(self, write: Writer, person: Participant, new: Presence) -> None:
        labels = {
            one.label
            for one in write.read.speakers(self.transcript)
            if person.id in one.participants
        }
        for turn in write.read.turns(self.transcript):
            if turn.label in labels and not new.during(turn.index, turn.index):
                raise SpeaksThere(name=person.name, turn=turn.index)


@dataclass(frozen=True)
class ForgetPresence:
    """Take back what was said of somebody's coming and going."""

    transcript: TranscriptId
    participant: ParticipantId
    label: ClassVar[str] = N_("Say that {} was there all the time")

    def apply(self, write: Writer) -> None:
        """Take it back.

        Raises:
            NoSuch: when there is no such participant, or nothing was said of them.
        """
        person = _participant(write, self.participant)
        old = _said(write, self.transcript, self.participant)
        if old is None:
            raise NoSuch(kind="presence", name=person.name)
        write.remove(old)
        write.detail(person.name)


def summary_of(write: Writer, transcript: TranscriptId) -> TranscriptSummary:
    """What lists say of a transcript.

    Raises:
        NoSuch: when it is gone.
    """
    for one in write.read.transcript_summaries():
        if one.id == transcript:
            return one
    raise NoSuch(kind="transcript", name=transcript)


def refuse_turn(transcript: TranscriptSummary, turn: int | None) -> None:
    """A turn is one of the transcript's.

    Raises:
        NoSuchTurn: when it is none.
    """
    if turn is not None and not 1 <= turn <= transcript.turns:
        raise NoSuchTurn(name=transcript.name, turn=turn, turns=transcript.turns)


def joined(one: Presence, other: Presence) -> Presence:
    """The first, made as wide as both: there whenever either was."""
    firsts, lasts = (one.first, other.first), (one.last, other.last)
    first = None if None in firsts else min(turn for turn in firsts if turn)
    last = None if None in lasts else max(turn for turn in lasts if turn)
    return replace(one, first=first, last=last)


def _said(write: Writer, transcript: TranscriptId, person: ParticipantId) -> Presence | None:
    lines = write.read.presences(transcript)
    return next((one for one in lines if one.participant == person), None)


def _participant(write: Writer, participant: ParticipantId) -> Participant:
    found = write.read.participants().get(participant)
    if found is None:
        raise NoSuch(kind="participant", name=participant)
    return found
