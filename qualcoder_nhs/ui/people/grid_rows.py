"""The rows of the grid: people beneath their groups, or groups; what each says in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.attributes import Attribute
from qualcoder_nhs.domain.ids import GroupId, ParticipantId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.people_grid import GroupSection, PeopleGrid, PersonRow

RARE = "▲"


@dataclass(frozen=True)
class Line:
    """One line of the grid. `id` is whose values stand in it; None heads the lines below.

    `note` is what there is to see besides the values; `few` where it may give somebody away.
    """

    id: ParticipantId | GroupId | None
    name: str
    note: str = ""
    values: Mapping[str, str] | None = None
    few: bool = False
    person: PersonRow | None = None
    section: GroupSection | None = None


@dataclass(frozen=True)
class Shown:
    """What the grid shows: lines and the attributes as columns."""

    lines: tuple[Line, ...] = ()
    columns: tuple[Attribute, ...] = ()


def people_shown(grid: PeopleGrid) -> Shown:
    """Everybody beneath their group."""
    return Shown(tuple(_people(grid)), grid.attributes)


def groups_shown(grid: PeopleGrid) -> Shown:
    """The groups, one a line."""
    lines = tuple(
        Line(one.group.id, one.group.name, _rooms(one), one.group.attributes, section=one)
        for one in grid.sections
        if one.group
    )
    return Shown(lines, grid.group_attributes)


def _people(grid: PeopleGrid) -> Iterator[Line]:
    for section in grid.sections:
        yield Line(None, _heading(section, grid), section=section)
        for row in section.rows:
            person, told = row.person, "; ".join(_notes(row))
            few = bool(row.alike)
            yield Line(person.id, person.name, told, person.attributes, few, row, section)


def tip(line: Line) -> str:
    """The labels that stand for somebody, and how often they speak."""
    if line.person is None or not line.person.labels:
        return ""
    turns = ngettext("{n} turn", "{n} turns", line.person.turns)
    return _("{labels}: {turns}").format(labels=", ".join(line.person.labels), turns=turns)


def _heading(section: GroupSection, grid: PeopleGrid) -> str:
    if section.group is None:
        return _("In no transcript")
    known = section.group.attributes
    told = _("{name}: {value}")
    values = [
        told.format(name=one.name.lower(), value=known[one.key])
        for one in grid.group_attributes
        if known.get(one.key)
    ]
    people = ngettext("{n} person", "{n} people", len(section.rows))
    return "   ·   ".join([section.group.name, people, *values])


def _notes(row: PersonRow) -> Iterator[str]:
    if row.alike == 1:
        yield f"{RARE} " + _("the only one")
    elif row.alike:
        yield f"{RARE} " + ngettext("{n} alike", "{n} alike", row.alike)
    for one in row.presences:
        if one.first is not None:
            yield _("from t.{turn}").format(turn=one.first)
        if one.last is not None:
            yield _("to t.{turn}").format(turn=one.last)
        if one.first is None and one.last is None and not row.labels:
            yield _("there, silent")
    for group in row.elsewhere:
        yield _("also in {group}").format(group=group)


def _rooms(section: GroupSection) -> str:
    people = ngettext("{n} person", "{n} people", len(section.rows))
    names = [name for _room, name in section.transcripts]
    own = section.group.name if section.group else ""
    return people if names == [own] else f"{', '.join(names)}; {people}"
