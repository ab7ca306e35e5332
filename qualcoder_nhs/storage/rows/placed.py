"""What a row is, and the parts that rows of several kinds share."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from qualcoder_nhs.domain.span import Span

Row = dict[str, Any]


@dataclass(frozen=True)
class Placed:
    """One row and the table it stands in."""

    table: Table
    row: Row


def as_json(value: object) -> str:
    """A value as text, the same each time."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def ends(span: Span | None, start: str, end: str) -> Row:
    """A span, or none, as two columns."""
    return {start: span.start if span else None, end: span.end if span else None}


def span_from(row: Mapping[str, Any], start: str = "start", end: str = "end") -> Span | None:
    """The span in two columns; None where they hold none."""
    return None if row[start] is None else Span(row[start], row[end])
