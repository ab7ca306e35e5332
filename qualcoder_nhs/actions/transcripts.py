"""Bringing transcripts in, renaming, removing and forgetting them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.layers import Layers
from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.errors import AlreadyThere, NoSuch, PartOfRound
from qualcoder_nhs.domain.ids import GroupId, ParticipantId, SpeakerId, TranscriptId, new_id
from qualcoder_nhs.domain.naming import refuse_nameless, unique_name
from qualcoder_nhs.domain.people import Group, Participant, Speaker
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.storage.forgetting import Purged


@dataclass(frozen=True)
class AddTranscript:
    """Bring a transcript in, with its group, its speakers and its participants.

    `cast` says what each label stands for. The name is made unique with ` (2)`.
    """

    name: str
    text: str
    turns: tuple[Turn, ...]
    cast: Mapping[str, Part]
    kind: str
    file_name: str
    file_hash: str
    label: ClassVar[str] = N_("Import {}")

    def apply(self, write: Writer) -> TranscriptId:
        """Add it with a group of its own."""
        name = unique_name(self.name, set(write.read.transcript_names().values()))
        groups = {group.name for group in write.read.groups().values()}
        group = Group(GroupId(new_id()), unique_name(name, groups))
        transcript = Transcript(
            TranscriptId(new_id()),
            name,
            self.text,
            self.turns,
            group.id,
            self.kind,
            self.file_name,
            self.file_hash,
            write.read.next_position(),
            write.now,
            write.coder,
        )
        write.add(group, transcript)
        people = {person.name: person for person in self._people()}
        write.add(*people.values())
        write.add(*self._speakers(transcript, people))
        write.detail(name)
        return transcript.id

    def _people(self) -> Iterator[Participant]:
        """Each participant once, with what any of their labels says of them."""
        described: dict[str, dict[str, str]] = {}
        for label in dict.fromkeys(turn.label for turn in self.turns):
            for name in self.cast[label].participants:
                alone = len(self.cast[label].participants) == 1
                known = described.setdefault(name, {})
                known.update(self.cast[label].attributes if alone else {})
        for name, attributes in described.items():
            yield Participant(ParticipantId(new_id()), name, attributes)

    def _speakers(
        self, transcript: Transcript, people: Mapping[str, Participant]
    ) -> Iterator[Speaker]:
        for label in transcript.labels:
            part = self.cast[label]
            ids = tuple(people[name].id for name in dict.fromkeys(part.participants))
            yield Speaker(SpeakerId(new_id()), transcript.id, label, part.function, ids)


@dataclass(frozen=True)
class RenameTranscript:
    """Give a transcript another name."""

    transcript: TranscriptId
    name: str
    label: ClassVar[str] = N_("Rename transcript to {}")

    def apply(self, write: Writer) -> None:
        """Rename it.

        Raises:
            Nameless: when the name is blank.
            AlreadyThere: when another has the name.
            NoSuch: when it is gone.
        """
        refuse_nameless(self.name)
        old = write.read.transcript(self.transcript)
        others = {name for key, name in write.read.transcript_names().items() if key != old.id}
        if self.name in others:
            raise AlreadyThere(kind="transcript", name=self.name)
        write.change(old, replace(old, name=self.name))
        write.detail(self.name)


@dataclass(frozen=True)
class RemoveTranscript:
    """Take a transcript out with its codings, links and memos; Undo brings all of it back."""

    transcript: TranscriptId
    label: ClassVar[str] = N_("Remove {}")

    def apply(self, write: Writer) -> None:
        """Remove it, and the people and the group that no other transcript names.

        Raises:
            NoSuch: when it is gone.
            PartOfRound: when a round covers it.
        """
        old = write.read.transcript(self.transcript)
        if covering := Layers(write).covering(old.id):
            raise PartOfRound(name=old.name, round=covering.name)
        write.remove(*(one for one in write.read.finishes() if one.transcript == old.id))
        write.remove(*self._talk(write))
        write.remove(*write.read.memos(transcript=old.id))
        write.remove(*write.read.codings(transcript=old.id))
        speakers = write.read.speakers(old.id)
        write.remove(*speakers, old)
        self._remove_people(write, speakers)
        self._remove_group(write, old.group)
        write.detail(old.name)

    def _talk(self, write: Writer) -> Iterator[object]:
        """What is known of the talk besides its words, and what was made of it."""
        read = write.read
        yield from read.presences(self.transcript)
        yield from read.askings(self.transcript)
        yield from read.links(self.transcript)
        written = (read.quotes(), read.summaries(), read.voicings(), read.corrections())
        yield from (one for each in written for one in each if one.transcript == self.transcript)

    def _remove_people(self, write: Writer, speakers: list[Speaker]) -> None:
        elsewhere = {person for one in write.read.speakers() for person in one.participants}
        elsewhere |= {one.participant for one in write.read.presences()}
        people = write.read.participants()
        for person in {person for one in speakers for person in one.participants} - elsewhere:
            write.remove(*write.read.memos_on("participant", person))
            write.remove(people[person])

    def _remove_group(self, write: Writer, group: GroupId) -> None:
        if group not in {one.group for one in write.read.transcript_summaries()}:
            write.remove(write.read.groups()[group])


@dataclass(frozen=True)
class Forgotten:
    """What was purged, and the exported files that hold words of it, which only people can find."""

    purged: Purged
    exports: tuple[str, ...]


@dataclass(frozen=True)
class ForgetTranscript:
    """Purge a transcript from rows, journal, index and backups; the one step without undo.

    Also one that was removed, or whose import was undone, since its words are still kept.
    """

    transcript: TranscriptId
    label: ClassVar[str] = N_("Forget {}")

    def apply(self, write: Writer) -> Forgotten:
        """Forget it.

        Raises:
            NoSuch: when the study never had it, or has forgotten it.
        """
        known = write.read.removed_transcripts() | write.read.transcript_names()
        if self.transcript not in known:
            raise NoSuch(kind="transcript", name=self.transcript)
        held = tuple(
            export.file for export in write.read.exports() if self.transcript in export.transcripts
        )
        write.detail(known[self.transcript])
        return Forgotten(write.forget(self.transcript), held)
