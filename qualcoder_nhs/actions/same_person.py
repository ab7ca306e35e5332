"""Making two participants one person, and one person two again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.presence import joined
from qualcoder_nhs.domain.consensus import Correction
from qualcoder_nhs.domain.errors import NoSuch, OnlyHere, SameAlready
from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId, new_id
from qualcoder_nhs.domain.people import Participant, Speaker
from qualcoder_nhs.i18n import N_

Cell = Summary | Correction


@dataclass(frozen=True)
class MakeOnePerson:
    """Say that two participants are the same person: the labels of both stand for one.

    What is known of the one that is kept holds; where it is unknown, the other's is taken. Memos,
    presences and what was written in matrices come along.
    """

    kept: ParticipantId
    other: ParticipantId
    label: ClassVar[str] = N_("Make one person of {}")

    def apply(self, write: Writer) -> dict[str, str]:
        """Make them one; what was known of the other and gave way, by key.

        Raises:
            NoSuch: when there is no such participant.
            SameAlready: when both are one already.
        """
        kept, other = _person(write, self.kept), _person(write, self.other)
        if kept.id == other.id:
            raise SameAlready(name=kept.name)
        known = {**other.attributes, **kept.attributes}
        write.change(kept, replace(kept, attributes=known))
        _join_presences(write, kept.id, other.id)
        for speaker in _labels(write, other.id):
            _relabel(write, speaker, other.id, kept.id)
        for memo in write.read.memos_on("participant", other.id):
            write.change(memo, replace(memo, participant=kept.id))
        _take_cells(write, _cells(write, other.id), other.id, kept.id)
        write.remove(other)
        write.detail(kept.name if kept.name == other.name else f"{kept.name}, {other.name}")
        given_up = other.attributes.items() - known.items()
        return dict(sorted(given_up))


@dataclass(frozen=True)
class PartPerson:
    """Say that whoever speaks in one transcript is another person than in the others.

    The new one starts with the same name and description.
    """

    participant: ParticipantId
    transcript: TranscriptId
    label: ClassVar[str] = N_("Part {} into two people")

    def apply(self, write: Writer) -> ParticipantId:
        """Part them; the id of whoever speaks in the transcript.

        Raises:
            NoSuch: when there is no such participant, or they have no label there.
            OnlyHere: when they have labels nowhere else.
        """
        old = _person(write, self.participant)
        labels = _labels(write, old.id)
        here = [one for one in labels if one.transcript == self.transcript]
        if not here:
            raise NoSuch(kind="participant", name=old.name)
        if len(here) == len(labels):
            name = write.read.transcript_names()[self.transcript]
            raise OnlyHere(name=old.name, transcript=name)
        new = replace(old, id=ParticipantId(new_id()))
        write.add(new)
        for speaker in here:
            _relabel(write, speaker, old.id, new.id)
        for presence in write.read.presences(self.transcript):
            if presence.participant == old.id:
                write.change(presence, replace(presence, participant=new.id))
        cells = [one for one in _cells(write, old.id) if one.transcript == self.transcript]
        _take_cells(write, cells, old.id, new.id)
        write.detail(old.name)
        return new.id


def _person(write: Writer, participant: ParticipantId) -> Participant:
    found = write.read.participants().get(participant)
    if found is None:
        raise NoSuch(kind="participant", name=participant)
    return found


def _labels(write: Writer, participant: ParticipantId) -> list[Speaker]:
    return [one for one in write.read.speakers() if participant in one.participants]


def _relabel(write: Writer, speaker: Speaker, old: ParticipantId, new: ParticipantId) -> None:
    people = (new if one == old else one for one in speaker.participants)
    write.change(speaker, replace(speaker, participants=tuple(dict.fromkeys(people))))


def _join_presences(write: Writer, kept: ParticipantId, other: ParticipantId) -> None:
    """In one discussion, the one person was there whenever either was.

    Somebody of whom nothing is said, but who has a label there, was there all the time.
    """
    lines = {(one.transcript, one.participant): one for one in write.read.presences()}
    always = _heard(write, kept, other) - lines.keys()
    for (transcript, person), line in lines.items():
        if person != other:
            continue
        same = lines.get((transcript, kept))
        if same is not None:
            write.remove(line)
            write.change(same, joined(same, line))
        elif (transcript, kept) in always:
            write.remove(line)
        else:
            write.change(line, replace(line, participant=kept))
    write.remove(
        *(lines[room, kept] for room, who in always if who == other and (room, kept) in lines)
    )


def _heard(write: Writer, *people: ParticipantId) -> set[tuple[TranscriptId, ParticipantId]]:
    """In which transcripts these have labels."""
    return {
        (speaker.transcript, person)
        for speaker in write.read.speakers()
        for person in speaker.participants
        if person in people
    }


def _cells(write: Writer, participant: ParticipantId) -> list[Cell]:
    """What was written about them in the cells of matrices."""
    written: tuple[Cell, ...] = (*write.read.summaries(), *write.read.corrections())
    return [one for one in written if one.participant == participant]


def _take_cells(
    write: Writer, cells: Iterable[Cell], old: ParticipantId, new: ParticipantId
) -> None:
    """Give cells to somebody else; their ids name the participant. Words are never dropped."""
    taken = {one.id: one for one in _cells(write, new)}
    for before, after in _renamed(cells, old, new):
        write.remove(before)
        if (there := taken.get(after.id)) is None:
            write.add(after)
        elif isinstance(there, Summary) and isinstance(after, Summary):
            write.change(there, replace(there, text=_both(there.text, after.text)))


def _renamed(
    cells: Iterable[Cell], old: ParticipantId, new: ParticipantId
) -> Iterator[tuple[Cell, Cell]]:
    for one in cells:
        parts: Mapping[str, str] = {old: new}
        name = "/".join(parts.get(part, part) for part in one.id.split("/"))
        yield one, replace(one, id=name, participant=new)


def _both(text: str, more: str) -> str:
    return text if more == text else f"{text}\n{more}"
