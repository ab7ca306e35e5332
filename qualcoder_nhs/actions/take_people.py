"""Taking descriptions of people or groups in from a table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.attributes import AddAttributes, DescribeGroups, DescribePeople
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.ids import GroupId, ParticipantId
from qualcoder_nhs.domain.people_table import (
    PeopleRow,
    PeopleTable,
    attribute_of,
    told_value,
)
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.storage.reader import Reader

Told = dict[str, dict[str, str]]


@dataclass(frozen=True)
class PeopleTaken:
    """How a table fared: rows of how many, which columns, and what was not taken with its line.

    `offered` are columns that are no attributes yet; they are taken when named.
    """

    described: int
    rows: int
    columns: tuple[str, ...]
    offered: tuple[str, ...]
    problems: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class TakePeople:
    """Describe people, or groups, as a table does; columns named in `new` become attributes.

    Columns are matched by name; persons by transcript and label, by transcript and name, or by a
    name that only one person has. An empty cell says nothing; `unknown` says that it is not known.
    """

    table: PeopleTable
    new: tuple[str, ...] = ()
    source: str = ""
    label: ClassVar[str] = N_("Take in descriptions from {}")

    def apply(self, write: Writer) -> PeopleTaken:
        """Describe them.

        Raises:
            AlreadyThere: when a new column would be an attribute that is there.
        """
        fresh = tuple(
            AttributeDraft(self.table.subject, title)
            for title in self.new
            if title in self.table.titles
        )
        if fresh:
            AddAttributes(fresh).apply(write)
        listed = write.read.attributes(self.table.subject)
        columns = {title: attribute_of(title, listed) for title in self.table.titles}
        told, problems = self._told(write.read, columns)
        if self.table.subject is Subject.PARTICIPANT:
            people = {ParticipantId(one): values for one, values in told.items()}
            DescribePeople(people).apply(write)
        else:
            groups = {GroupId(one): values for one, values in told.items()}
            DescribeGroups(groups).apply(write)
        write.detail(self.source)
        return PeopleTaken(
            described=len(self.table.rows) - len({line for line, _words in problems}),
            rows=len(self.table.rows),
            columns=tuple(title for title, known in columns.items() if known),
            offered=tuple(title for title, known in columns.items() if not known),
            problems=tuple(problems),
        )

    def _told(
        self, read: Reader, columns: dict[str, Attribute | None]
    ) -> tuple[Told, list[tuple[int, str]]]:
        told: Told = defaultdict(dict)
        problems: list[tuple[int, str]] = []
        known = _Known(read, self.table.subject)
        for row in self.table.rows:
            found = list(known.of(row))
            if len(found) == 1:
                told[found[0]].update(_values(row, columns))
            else:
                problems.append((row.line, known.why(row, found)))
        return dict(told), problems


def _values(row: PeopleRow, columns: dict[str, Attribute | None]) -> dict[str, str]:
    return {
        known.key: told_value(words, known.values)
        for title, words in row.cells.items()
        if words.strip() and (known := columns[title]) is not None
    }


class _Known:
    """Who and what a row may speak of."""

    def __init__(self, read: Reader, subject: Subject) -> None:
        self._subject = subject
        self._rooms = {one.id: one for one in read.transcript_summaries()}
        self._groups = read.groups()
        self._people = read.participants()
        self._labels = [one for one in read.speakers() if one.participants]

    def of(self, row: PeopleRow) -> Iterator[str]:
        """The ids that fit the row, each once."""
        if self._subject is Subject.GROUP:
            yield from self._group(row.transcript)
        elif row.transcript:
            yield from dict.fromkeys(self._in_room(row))
        else:
            name = row.name or row.label
            yield from (one.id for one in self._people.values() if one.name == name)

    def _group(self, name: str) -> Iterator[str]:
        found = [one.group for one in self._rooms.values() if one.name == name]
        named = [one.id for one in self._groups.values() if one.name == name]
        yield from dict.fromkeys([*found, *named])

    def _in_room(self, row: PeopleRow) -> Iterator[str]:
        groups = set(self._group(row.transcript))
        here = [one for one in self._labels if self._rooms[one.transcript].group in groups]
        by_label = [one for one in here if row.label and one.label == row.label]
        people = {person for one in by_label or here for person in one.participants}
        if by_label and (len(people) == 1 or not row.name):
            return iter(people)
        name = row.name or row.label
        return (one for one in people if not name or self._people[one].name == name)

    def why(self, row: PeopleRow, found: Sequence[str]) -> str:
        """Why the row is not taken, in a sentence."""
        name = row.label or row.name or row.transcript
        if not name:
            return _("Nobody is named in this row.")
        if not found and row.transcript and self._subject is Subject.PARTICIPANT:
            return _("There is no participant “{name}” in “{transcript}”.").format(
                name=name, transcript=row.transcript
            )
        if not found:
            return _("Nobody in the study is called “{name}”.").format(name=name)
        return _("“{name}” stands for {n} people; name the transcript and one label.").format(
            name=name, n=len(found)
        )
