"""Values of rows that nobody vouches for: each is sound, or none at all."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, select

from qualcoder_nhs.domain.attributes import Attribute, Presence
from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.guide import Asking, Question
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.lineages import undone_merges
from qualcoder_nhs.storage.rows import Row

UNREADABLE = (Refusal, ValueError, TypeError, KeyError, AttributeError, OverflowError)
_WORDS = {"id", "name", "slug", "text", "layer"}
_TURNS = {"first", "last", "turn", "target"}


class Kind(NamedTuple):
    """A table whose rows are read one by one, and what a row is called that cannot be."""

    table: Table
    value: Callable[[Row], Any]
    what: str


def _memo_from(row: Row) -> Memo:
    """Images from before memos could be private, or be on a theme, do not say so."""
    return rows.memo_from({"private": 0, "theme": None, **row})


CODINGS = Kind(schema.codings, rows.coding_from, N_("coding {id}"))
MEMOS = Kind(schema.memos, _memo_from, N_("memo {id}"))
FINISHES = Kind(schema.finishes, rows.finish_from, N_("finished transcript {id}"))
LINKS = Kind(schema.links, partial(rows.plain_from, Link), N_("link {id}"))
CODERS = Kind(schema.coders, rows.coder_from, N_("coder {id}"))
CODES = Kind(schema.codes, rows.code_from, N_("code {id}"))
GROUPS = Kind(schema.groups, rows.group_from, N_("group {id}"))
PEOPLE = Kind(schema.participants, rows.participant_from, N_("participant {id}"))
PRESENCES = Kind(schema.presences, partial(rows.plain_from, Presence), N_("presence {id}"))
ASKINGS = Kind(schema.askings, partial(rows.plain_from, Asking), N_("mark of a question {id}"))
QUESTIONS = Kind(schema.questions, partial(rows.plain_from, Question), N_("question {id}"))
ATTRIBUTES = Kind(schema.attributes, partial(rows.plain_from, Attribute), N_("attribute {id}"))


def image_value(kind: Kind, image: str | None) -> Any:
    """The value that an image of the journal stands for; None for none, and for no whole one."""
    try:
        row = None if image is None else json.loads(image)
    except ValueError:
        return None
    return value_of(kind, row) if isinstance(row, dict) else None


def value_of(kind: Kind, row: Row) -> Any:
    """The value of a row; None where it is no sound one."""
    try:
        value = kind.value(row)
        return value if _sound(value) else None
    except UNREADABLE:
        return None


def _sound(value: Any) -> bool:
    """Whether it is what its type says, wherever the conversion would not have noticed."""
    UUID(value.id)
    for field, held in vars(value).items():
        if isinstance(held, datetime) and held.tzinfo is None:
            return False
        if field in _WORDS and not isinstance(held, str):
            return False
        if field in _TURNS and held is not None and type(held) is not int:
            return False
    if not all(isinstance(word, str) for word in getattr(value, "attributes", {}).values()):
        return False
    if isinstance(value, Link) and not type(value.turn) is type(value.target) is int:
        return False
    span = getattr(value, "span", None)
    return span is None or (type(span.start) is int and type(span.end) is int)


def once_here(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Those of the ids whose rows an open study ever had, but for merges that were undone."""
    undone = undone_merges(connection)
    table, wanted = schema.row_changes, sorted(set(ids))
    found: set[str] = set()
    for at in range(0, len(wanted), 500):
        query = select(table.c.row, table.c.step).where(table.c.row.in_(wanted[at : at + 500]))
        found |= {line.row for line in connection.execute(query) if line.step not in undone}
    return frozenset(found)


def past_of(connection: Connection, ids: frozenset[str]) -> dict[str, frozenset[Any]]:
    """All that these things ever were in an open study, by id.

    Not what came with a merge that was undone: that is as if it had never come.
    """
    undone = undone_merges(connection)
    kinds = {kind.table.name: kind for kind in (CODINGS, MEMOS, FINISHES, LINKS, CODES)}
    table, wanted = schema.row_changes, sorted(ids)
    found: dict[str, set[Any]] = defaultdict(set)
    for at in range(0, len(wanted), 500):
        query = select(table).where(
            table.c.row.in_(wanted[at : at + 500]), table.c.table.in_(list(kinds))
        )
        for line in connection.execute(query):
            if line.step in undone:
                continue
            images = (line.before, line.after)
            values = (image_value(kinds[line.table], image) for image in images)
            found[line.row] |= {value for value in values if value is not None}
    return {row: frozenset(values) for row, values in found.items()}
