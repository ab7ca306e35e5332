"""Coder and role; participant, speaker and group: who codes, and who was in the room."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.ids import CoderId, GroupId, ParticipantId, SpeakerId, TranscriptId

_NUMBERED = re.compile(r"(.*\S) \((\d)\)")


class CoderRole(StrEnum):
    """What a coder may do in the study."""

    LEAD = "lead"
    CODER = "coder"
    READER = "reader"


class Function(StrEnum):
    """What somebody did in the session."""

    PARTICIPANT = "participant"
    MODERATOR = "moderator"
    CO_MODERATOR = "co-moderator"
    NOTE_TAKER = "note-taker"
    UNKNOWN = "unknown"


MODERATING = frozenset({Function.MODERATOR, Function.CO_MODERATOR, Function.NOTE_TAKER})
"""Who leads or watches the talk, and is no part of the group."""


@dataclass(frozen=True)
class Coder:
    """A person who codes."""

    id: CoderId
    name: str
    role: CoderRole
    added: datetime

    @property
    def initials(self) -> str:
        """At most three letters for the margin: `HL` for `HL` and for `Hanna Lind`.

        The number that tells `HL (2)` from another HL is one of them: `HL2`.
        """
        numbered = _NUMBERED.fullmatch(self.name)
        name, number = numbered.groups() if numbered else (self.name, "")
        words, room = name.split(), 3 - len(number)
        letters = "".join(word[0] for word in words).upper() if len(words) > 1 else name
        return letters[: max(1, room)] + number


@dataclass(frozen=True)
class Group:
    """The people in one room; several transcripts may belong to one."""

    id: GroupId
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Participant:
    """A person in the study. `name` is short (`P4`); the id tells two P4 apart.

    Attributes are words by name: role, profession, hybrid, organisation_type, nation, ….
    """

    id: ParticipantId
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """Such as `medical director`; empty where none was given."""
        return self.attributes.get("role", "")


@dataclass(frozen=True)
class Speaker:
    """What one label of one transcript stands for.

    A joint label (`P2 and P4`) stands for several participants; moderators and unknown voices
    stand for none.
    """

    id: SpeakerId
    transcript: TranscriptId
    label: str
    function: Function
    participants: tuple[ParticipantId, ...] = ()
