"""Setting the consensus matrix by hand, apart from what was counted; and taking that back."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.presence import summary_of
from qualcoder_nhs.domain.consensus import Correction, Position
from qualcoder_nhs.domain.errors import NoSuch, NotThere
from qualcoder_nhs.domain.ids import ParticipantId, PropositionId, TranscriptId
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class SetPosition:
    """Say where a participant stands to a proposition, whatever is counted.

    Saying what is counted already is no correction, and tells that somebody has checked it.
    """

    proposition: PropositionId
    transcript: TranscriptId
    participant: ParticipantId
    position: Position
    label: ClassVar[str] = N_("Set {}")

    def apply(self, write: Writer) -> None:
        """Say it.

        Raises:
            NoSuch: when the proposition, the transcript or the participant is gone.
            NotThere: when they took no part in it.
        """
        person = write.read.participants().get(self.participant)
        if person is None:
            raise NoSuch(kind="participant", name=self.participant)
        room = summary_of(write, self.transcript)
        if self.participant not in _people(write, room.id):
            raise NotThere(name=person.name, transcript=room.name)
        _say(write, self.proposition, room.id, self.participant, self.position.value)
        write.detail(f"{room.name} {person.name}: {self.position.value}")


@dataclass(frozen=True)
class SetShape:
    """Say what a group made of a proposition, as a shape or in words, whatever the rule says."""

    proposition: PropositionId
    transcript: TranscriptId
    shape: str
    label: ClassVar[str] = N_("Set shape {}")

    def apply(self, write: Writer) -> None:
        """Say it.

        Raises:
            NoSuch: when the proposition or the transcript is gone.
            Nameless: when it has no words.
        """
        words = " ".join(self.shape.split())
        refuse_nameless(words)
        room = summary_of(write, self.transcript)
        _say(write, self.proposition, room.id, None, words)
        write.detail(f"{room.name}: {words}")


@dataclass(frozen=True)
class TakeBack:
    """Let what is counted stand again: of a participant, or of a group's shape."""

    proposition: PropositionId
    transcript: TranscriptId
    participant: ParticipantId | None = None
    label: ClassVar[str] = N_("Take back {}")

    def apply(self, write: Writer) -> None:
        """Take the correction back.

        Raises:
            NoSuch: when nothing was set by hand there.
        """
        key = _key(self.proposition, self.transcript, self.participant)
        for one in write.read.corrections(self.proposition):
            if one.id == key:
                write.remove(one)
                write.detail(f"{summary_of(write, self.transcript).name}: {one.value}")
                return
        raise NoSuch(kind="correction", name=key)


def _say(
    write: Writer,
    proposition: PropositionId,
    transcript: TranscriptId,
    participant: ParticipantId | None,
    value: str,
) -> None:
    about = write.read.proposition(proposition)
    key = _key(about.id, transcript, participant)
    said = Correction(key, about.id, transcript, participant, value, write.coder, write.now)
    old = [one for one in write.read.corrections(about.id) if one.id == key]
    if old:
        write.change(old[0], said)
    else:
        write.add(said)


def _key(
    proposition: PropositionId, transcript: TranscriptId, participant: ParticipantId | None
) -> str:
    return "/".join(part for part in (proposition, transcript, participant) if part)


def _people(write: Writer, transcript: TranscriptId) -> set[ParticipantId]:
    spoke = {person for one in write.read.speakers(transcript) for person in one.participants}
    return spoke | {one.participant for one in write.read.presences(transcript)}
