"""Values of one row each, whose fields are named as their columns are: to rows and back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Table

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.rows.placed import Placed, Row, as_json

T = TypeVar("T")
_From = Callable[[Any], Any]
_KNOWN: dict[type, dict[str, _From]] = {}


def plainly(table: Table) -> Callable[[object], list[Placed]]:
    """What puts such a value into a row of this table."""

    def of(value: object) -> list[Placed]:
        return [Placed(table, _row(value))]

    return of


def plain_from(kind: type[T], row: Mapping[str, Any]) -> T:
    """The value of this kind that a row keeps.

    Raises:
        ValueError, KeyError, TypeError: when the row keeps no such value.
    """
    given = {name: read(row) for name, read in _readers(kind).items()}
    return kind(**given)


def _row(value: object) -> Row:
    row: Row = {}
    for field in fields(value):  # type: ignore[arg-type]  # each value is a dataclass
        held = getattr(value, field.name)
        if isinstance(held, Span):
            row |= {"start": held.start, "end": held.end}
        else:
            row[field.name] = _word(held)
    return row


def _word(held: object) -> object:
    if isinstance(held, datetime):
        return held.isoformat()
    if isinstance(held, Enum):
        return held.value
    if isinstance(held, tuple):
        return as_json(held)
    return int(held) if isinstance(held, bool) else held


def _readers(kind: type) -> dict[str, _From]:
    """How each field of the kind is read from a row; found out once."""
    if kind not in _KNOWN:
        hints = get_type_hints(kind)
        _KNOWN[kind] = {one.name: _reader(one.name, hints[one.name]) for one in fields(kind)}
    return _KNOWN[kind]


def _reader(name: str, hint: Any) -> _From:
    if hint is Span:
        return lambda row: Span(row["start"], row["end"])
    read = _from_word(hint)
    return lambda row: None if row[name] is None else read(row[name])


def _from_word(hint: Any) -> _From:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        return lambda word: tuple(json.loads(word))
    if hint is datetime:
        return datetime.fromisoformat
    if hint is bool or (isinstance(hint, type) and issubclass(hint, Enum)):
        made: _From = hint
        return made
    return lambda word: word
