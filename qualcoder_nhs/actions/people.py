"""Coders and their roles; participants, their attributes, and what a speaker label stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.errors import AlreadyThere, NoSuch
from qualcoder_nhs.domain.ids import CoderId, ParticipantId, SpeakerId, new_id
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.domain.people import Coder, CoderRole, Function, Participant
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class AddCoder:
    """Let somebody code in this study; with an `id` of their own they can add themselves."""

    name: str
    role: CoderRole = CoderRole.CODER
    id: CoderId | None = None
    label: ClassVar[str] = N_("Add coder {}")

    def apply(self, write: Writer) -> CoderId:
        """Add them.

        Raises:
            Nameless: when the name is blank.
            AlreadyThere: when somebody has the name.
        """
        refuse_nameless(self.name)
        refuse_taken(write, self.name)
        coder = Coder(self.id or CoderId(new_id()), self.name, self.role, write.now)
        write.add(coder)
        write.detail(self.name)
        return coder.id


@dataclass(frozen=True)
class RenameCoder:
    """Give a coder another name; the codings stay theirs."""

    coder: CoderId
    name: str
    label: ClassVar[str] = N_("Rename coder to {}")

    def apply(self, write: Writer) -> None:
        """Rename them.

        Raises:
            Nameless: when the name is blank.
            AlreadyThere: when somebody else has the name.
            NoSuch: when nobody has the id.
        """
        refuse_nameless(self.name)
        old = write.read.coder(self.coder)
        if old.name != self.name:
            refuse_taken(write, self.name)
        write.change(old, replace(old, name=self.name))
        write.detail(self.name)


def refuse_taken(write: Writer, name: str) -> None:
    """Coders' names tell them apart."""
    if any(coder.name == name for coder in write.read.coders()):
        raise AlreadyThere(kind="coder", name=name)


@dataclass(frozen=True)
class AddParticipant:
    """Add a person who speaks in the study."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    label: ClassVar[str] = N_("Add participant {}")

    def apply(self, write: Writer) -> ParticipantId:
        """Add them; names need not be unique, since every group may have a P4.

        Raises:
            Nameless: when the name is blank.
        """
        refuse_nameless(self.name)
        person = Participant(ParticipantId(new_id()), self.name, dict(self.attributes))
        write.add(person)
        write.detail(self.name)
        return person.id


@dataclass(frozen=True)
class DescribeParticipant:
    """Change a participant's name or attributes."""

    participant: ParticipantId
    name: str
    attributes: Mapping[str, str]
    label: ClassVar[str] = N_("Describe participant {}")

    def apply(self, write: Writer) -> None:
        """Describe them.

        Raises:
            Nameless: when the name is blank.
            NoSuch: when nobody has the id.
        """
        refuse_nameless(self.name)
        old = write.read.participants().get(self.participant)
        if old is None:
            raise NoSuch(kind="participant", name=self.participant)
        write.change(old, replace(old, name=self.name, attributes=dict(self.attributes)))
        write.detail(self.name)


@dataclass(frozen=True)
class SetSpeaker:
    """Say what a label of a transcript stands for; the label itself stays as it is in the file."""

    speaker: SpeakerId
    function: Function
    participants: tuple[ParticipantId, ...] = ()
    label: ClassVar[str] = N_("Say who {} is")

    def apply(self, write: Writer) -> None:
        """Say it.

        Raises:
            NoSuch: when there is no such speaker or participant.
        """
        old = next((one for one in write.read.speakers() if one.id == self.speaker), None)
        if old is None:
            raise NoSuch(kind="speaker", name=self.speaker)
        for unknown in set(self.participants) - write.read.participants().keys():
            raise NoSuch(kind="participant", name=unknown)
        people = tuple(dict.fromkeys(self.participants))
        write.change(old, replace(old, function=self.function, participants=people))
        write.detail(old.label)
