"""PeopleTable: rows that describe people or groups, and which column says what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.attribute_draft import key_of
from qualcoder_nhs.domain.attributes import Attribute, Subject

TRANSCRIPT = ("transcript", "group", "focus_group", "session", "file", "interview")
LABEL = ("label", "speaker", "speaker_label")
NAME = ("participant", "name", "person", "pseudonym", "id", "participant_id", "participant_name")
UNKNOWN = {"", "unknown", "not known", "?", "–", "-", "n/a", "na", "missing"}
"""Words for what nobody knows, in small letters."""


@dataclass(frozen=True)
class PeopleRow:
    """A line of a table: of whom it speaks, and its other cells by the title of their column."""

    line: int
    transcript: str
    label: str
    name: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class PeopleTable:
    """Rows about people, or about groups where no column names a person."""

    subject: Subject
    titles: tuple[str, ...]
    rows: tuple[PeopleRow, ...]


def people_table(columns: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> PeopleTable:
    """The table, its columns known by name whatever their case, spaces and order."""
    keys = [key_of(title) for title in columns]
    places = {part: _place(keys, names) for part, names in _PARTS.items()}
    person = places["label"] is not None or places["name"] is not None
    others = [at for at in range(len(columns)) if at not in places.values() and columns[at]]

    def part(cells: Sequence[str], name: str) -> str:
        at = places[name]
        return "" if at is None else cells[at]

    return PeopleTable(
        Subject.PARTICIPANT if person else Subject.GROUP,
        tuple(columns[at] for at in others),
        tuple(
            PeopleRow(
                line,
                part(cells, "transcript"),
                part(cells, "label"),
                part(cells, "name"),
                {columns[at]: cells[at] for at in others},
            )
            for line, cells in rows
        ),
    )


_PARTS = {"transcript": TRANSCRIPT, "label": LABEL, "name": NAME}


def _place(keys: Sequence[str], names: Sequence[str]) -> int | None:
    return next((keys.index(name) for name in names if name in keys), None)


def attribute_of(title: str, attributes: Sequence[Attribute]) -> Attribute | None:
    """The attribute that a column is about, by its key or its name."""
    wanted = key_of(title)
    return next((one for one in attributes if wanted in (one.key, key_of(one.name))), None)


def told_value(words: str, offered: Sequence[str]) -> str:
    """A cell as it is kept: as the list spells it where it is offered, empty where unknown."""
    plain = words.strip()
    if plain.casefold() in UNKNOWN:
        return ""
    return next((one for one in offered if one.casefold() == plain.casefold()), plain)
