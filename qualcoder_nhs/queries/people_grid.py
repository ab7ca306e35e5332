"""Everybody in the study as a grid: groups as sections, people as rows, attributes as columns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.attributes import FEW_PEOPLE, Attribute, Presence, Subject, rare
from qualcoder_nhs.domain.ids import AttributeId, GroupId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Group, Participant, Speaker
from qualcoder_nhs.storage.reader import Reader

RARE_BY = ("role", "organisation_type")
"""What is told together when a quote is attributed, unless the researcher chooses otherwise.

A study that lists neither has its first two attributes looked at.
"""


@dataclass(frozen=True)
class PersonRow:
    """A participant in one group. `labels` and `turns` are of that group's transcripts.

    `alike` says how many people share what is told together, where they are few; 0 otherwise.
    `elsewhere` are the other groups the same person was in.
    """

    person: Participant
    labels: tuple[str, ...]
    turns: int
    presences: tuple[Presence, ...]
    elsewhere: tuple[str, ...]
    alike: int


@dataclass(frozen=True)
class GroupSection:
    """A group with its people; without a group, those who are in no transcript."""

    group: Group | None
    transcripts: tuple[tuple[TranscriptId, str], ...]
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True)
class PeopleGrid:
    """The whole grid. What somebody said of people without listing it is a column, too.

    `rare_by` are the keys that are looked at together.
    """

    attributes: tuple[Attribute, ...]
    group_attributes: tuple[Attribute, ...]
    sections: tuple[GroupSection, ...]
    rare_by: tuple[str, ...]

    @property
    def people(self) -> int:
        """How many people there are, each once."""
        return len({row.person.id for section in self.sections for row in section.rows})

    @property
    def few(self) -> int:
        """How many of them share what is told together with fewer than two others."""
        return len(
            {row.person.id for section in self.sections for row in section.rows if row.alike}
        )


def people_grid(read: Reader, rare_by: tuple[str, ...] | None = None) -> PeopleGrid:
    """The grid; `rare_by` are the attributes that are told together."""
    people, groups = read.participants(), read.groups()
    listed = _columns(read.attributes(Subject.PARTICIPANT), people.values(), Subject.PARTICIPANT)
    keys = _told_together(listed, rare_by)
    sections = _Sections(read, people, groups, _alike(people, keys))
    return PeopleGrid(
        listed,
        _columns(read.attributes(Subject.GROUP), groups.values(), Subject.GROUP),
        tuple(sections.all()),
        keys,
    )


def _columns(
    listed: Iterable[Attribute], described: Iterable[Participant | Group], subject: Subject
) -> tuple[Attribute, ...]:
    columns = list(listed)
    known = {one.key for one in columns}
    used = sorted({key for one in described for key in one.attributes} - known)
    more = (Attribute(AttributeId(""), subject, key, key) for key in used)
    return (*columns, *more)


def _told_together(listed: Iterable[Attribute], rare_by: tuple[str, ...] | None) -> tuple[str, ...]:
    there = list(listed)
    wanted = RARE_BY if rare_by is None else rare_by
    found = tuple(one.key for one in there if one.key in wanted)
    if found or rare_by is not None:
        return found
    return tuple(one.key for one in there if not one.identifying)[:2]


def _alike(
    people: Mapping[ParticipantId, Participant], keys: tuple[str, ...]
) -> dict[ParticipantId, int]:
    few = rare((one.attributes for one in people.values()), keys) if keys else {}
    return {
        one.id: few.get(tuple(one.attributes.get(key, "") for key in keys), 0)
        for one in people.values()
    }


class _Sections:
    """The people group by group."""

    def __init__(
        self,
        read: Reader,
        people: Mapping[ParticipantId, Participant],
        groups: Mapping[GroupId, Group],
        alike: Mapping[ParticipantId, int],
    ) -> None:
        self._people, self._groups, self._alike = people, groups, alike
        self._rooms = {one.id: one for one in read.transcript_summaries()}
        self._turns = read.label_counts()
        self._presences: dict[TranscriptId, list[Presence]] = defaultdict(list)
        for presence in read.presences():
            self._presences[presence.transcript].append(presence)
        self._labels: dict[GroupId, list[Speaker]] = defaultdict(list)
        for speaker in read.speakers():
            self._labels[self._rooms[speaker.transcript].group].append(speaker)
        self._of = {group: self._members(group) for group in self._in_order()}

    def all(self) -> Iterator[GroupSection]:
        """Each group in the order its first transcript came; last, whoever is in none."""
        for group, members in self._of.items():
            rooms = tuple((one.id, one.name) for one in self._rooms.values() if one.group == group)
            rows = tuple(self._row(self._people[who], group) for who in members)
            yield GroupSection(self._groups[group], rooms, rows)
        somewhere = {who for members in self._of.values() for who in members}
        nowhere = [one for one in self._people.values() if one.id not in somewhere]
        if nowhere:
            yield GroupSection(None, (), tuple(self._row(one, None) for one in nowhere))

    def _in_order(self) -> dict[GroupId, None]:
        return dict.fromkeys(one.group for one in self._rooms.values())

    def _members(self, group: GroupId) -> list[ParticipantId]:
        """In the order of their names, numbers as numbers."""
        spoke = {who for one in self._labels[group] for who in one.participants}
        said = {
            line.participant
            for room, lines in self._presences.items()
            if self._rooms[room].group == group
            for line in lines
        }
        return sorted(spoke | said, key=lambda one: _ordered(self._people[one].name))

    def _row(self, person: Participant, group: GroupId | None) -> PersonRow:
        own = [] if group is None else self._labels[group]
        labels = [one for one in own if person.id in one.participants]
        counted = Counter({one.id: self._turns[one.transcript].get(one.label, 0) for one in labels})
        return PersonRow(
            person,
            tuple(dict.fromkeys(one.label for one in labels)),
            counted.total(),
            tuple(self._there(person.id, group)),
            tuple(self._elsewhere(person.id, group)),
            self._alike[person.id],
        )

    def _there(self, person: ParticipantId, group: GroupId | None) -> Iterator[Presence]:
        for room, lines in self._presences.items():
            if self._rooms[room].group == group:
                yield from (one for one in lines if one.participant == person)

    def _elsewhere(self, person: ParticipantId, group: GroupId | None) -> Iterator[str]:
        for other, members in self._of.items():
            if other != group and person in members:
                yield self._groups[other].name


def _ordered(name: str) -> tuple[str, int, str]:
    """`P2` before `P10`."""
    letters = name.rstrip("0123456789")
    return letters.casefold(), int(name[len(letters) :] or 0), name


def is_few(alike: int) -> bool:
    """Whether so many people are so few that what they share gives them away."""
    return 0 < alike < FEW_PEOPLE
