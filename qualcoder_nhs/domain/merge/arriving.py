"""Transcripts that only a file has, as they come in: with their group, speakers and people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from qualcoder_nhs.domain.ids import CoderId, GroupId, ParticipantId, SpeakerId, TranscriptId
from qualcoder_nhs.domain.merge.matching import Transcripts
from qualcoder_nhs.domain.merge.sides import Here, Session, There
from qualcoder_nhs.domain.merge.talk import Talk, talk_of
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.people import Function, Group, Participant, Speaker
from qualcoder_nhs.domain.transcript import Transcript


@dataclass(frozen=True)
class Arrivals:
    """What comes in with the transcripts that are new here.

    `people` says who each participant of the file is here, newcomers among them, `rooms` the same
    of groups; `talk` is what is known of the talk in them.
    """

    transcripts: Mapping[TranscriptId, Transcript] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    participants: tuple[Participant, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    people: Mapping[ParticipantId, ParticipantId] = field(default_factory=dict)
    rooms: Mapping[GroupId, GroupId] = field(default_factory=dict)
    talk: Talk = field(default_factory=Talk)

    @property
    def values(self) -> Iterator[object]:
        """All of it, what others name first."""
        yield from self.groups
        yield from self.transcripts.values()
        yield from self.participants
        yield from self.speakers
        yield from self.talk.presences
        yield from self.talk.askings


def arriving(
    here: Here, there: There, transcripts: Transcripts, coders: Mapping[CoderId, CoderId]
) -> Arrivals:
    """The new ones in the order of the file, at the end of the list.

    A group or a person is who they are here where the id says so, or a transcript with the same
    words: its group, and the one person behind a label.
    """
    meeting = _Meeting(here, there, transcripts)
    names, position = set(here.names), here.next_position
    coming: dict[TranscriptId, Transcript] = {}
    speakers: list[Speaker] = []
    new = (there.sessions[one] for one in transcripts.new)
    for session in sorted(new, key=lambda one: (one.transcript.position, one.transcript.id)):
        name = unique_name(session.transcript.name, names)
        names.add(name)
        coming[session.transcript.id] = replace(
            session.transcript,
            name=name,
            group=meeting.group(session.group),
            position=position + len(coming),
            added_by=coders.get(session.transcript.added_by, here.acting),
        )
        speakers += meeting.speakers(session)
    talk = talk_of(here, there, coming, tuple(speakers), meeting.anybody)
    return Arrivals(
        coming,
        tuple(meeting.new_groups.values()),
        tuple(meeting.new_people.values()),
        tuple(speakers),
        meeting.people,
        meeting.rooms,
        talk,
    )


class _Meeting:
    """Groups and people of the file while it is found out who they are here."""

    def __init__(self, here: Here, there: There, transcripts: Transcripts) -> None:
        self.new_groups: dict[GroupId, Group] = {}
        self.new_people: dict[ParticipantId, Participant] = {}
        self._here, self._there = here, there
        self.rooms: dict[GroupId, GroupId] = {one: one for one in here.groups}
        self._names = {group.name for group in here.groups.values()}
        self.people: dict[ParticipantId, ParticipantId] = {one: one for one in here.participants}
        voices = {(one.transcript, one.label): one for one in here.speakers}
        for there_id, here_id in transcripts.here.items():
            session, own = there.sessions.get(there_id), here.transcripts.get(here_id)
            if session is not None and own is not None:
                self.rooms.setdefault(session.group.id, own.group)
                for speaker in session.speakers:
                    self._meet(speaker, voices.get((here_id, speaker.label)))

    def _meet(self, speaker: Speaker, own: Speaker | None) -> None:
        """One person on each side behind the same label of the same words is one person."""
        if own is not None and len(own.participants) == len(speaker.participants) == 1:
            self.people.setdefault(speaker.participants[0], own.participants[0])

    def group(self, group: Group) -> GroupId:
        """The group here."""
        if group.id not in self.rooms:
            name = unique_name(group.name, self._names)
            self._names.add(name)
            self.rooms[group.id] = group.id
            self.new_groups[group.id] = replace(group, name=name)
        return self.rooms[group.id]

    def speakers(self, session: Session) -> Iterator[Speaker]:
        """One for each label; whom the file does not tell of is unknown."""
        known = {one.label: one for one in session.speakers}
        for label in session.transcript.labels:
            whose = known.get(label)
            yield Speaker(
                SpeakerId(str(uuid5(UUID(session.transcript.id), label))),
                session.transcript.id,
                label,
                whose.function if whose else Function.UNKNOWN,
                tuple(dict.fromkeys(map(self._person, whose.participants))) if whose else (),
            )

    def anybody(self, person: ParticipantId) -> ParticipantId | None:
        """Who somebody is here that need not have spoken; None for nobody of the file."""
        known = person in self.people or person in self._there.people
        return self._person(person) if known else None

    def _person(self, person: ParticipantId) -> ParticipantId:
        if person not in self.people:
            self.people[person] = person
            self.new_people[person] = self._there.people[person]
        return self.people[person]
