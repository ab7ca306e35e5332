"""Steps and row changes: apply them, record them, read them back."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    Delete,
    RowMapping,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.study import Direction, Step
from qualcoder_nhs.storage import search
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.schema import JOURNALLED, row_changes, steps, transcripts
from qualcoder_nhs.storage.stretches import shortened

LONG = {"transcripts": "text"}
"""A column too long to be written down again each time something else in its row changes."""


@dataclass(frozen=True)
class RowChange:
    """One row before and after; None where it was not there."""

    table: str
    row: str
    before: Row | None
    after: Row | None

    def reversed(self) -> "RowChange":
        """What takes this change back."""
        return RowChange(self.table, self.row, self.after, self.before)

    @property
    def kind(self) -> str:
        """`add`, `remove` or `change`."""
        if self.before is None:
            return "add"
        return "remove" if self.after is None else "change"


class Imaged(NamedTuple):
    """A change of one row of a transcript that was made already, as the journal writes it down."""

    table: str
    row: str
    before: str
    after: str
    transcript: TranscriptId


_WRITE = (
    'INSERT INTO row_changes (step, seq, "table", "row", before, after) VALUES (?, ?, ?, ?, ?, ?)'
)
"""As the driver takes it: a correction writes thousands of lines."""


def apply(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Make the rows what they are after the changes, in bulk where neighbours are alike.

    Raises:
        IntegrityError: when a row is still named by another, or names one that is not there.
        LookupError: when a row to change or remove is not there; a fault of the caller.
    """
    for _alike, group in groupby(changes, key=lambda c: (c.table, c.kind)):
        run = list(group)
        table, kind = JOURNALLED[run[0].table], run[0].kind
        if kind == "add":
            connection.execute(insert(table), [c.after for c in run if c.after])
        elif kind == "remove":
            gone = delete(table).where(table.c.id == bindparam("the_row"))
            _each(connection, gone, [{"the_row": c.row} for c in run])
        else:
            _change(connection, table, run)
        if table is transcripts:
            _index(connection, run)


def _index(connection: Connection, changes: Iterable[RowChange]) -> None:
    """The search index follows the words of transcripts."""
    for change in changes:
        if change.before is None:
            search.learn(connection, [change.after or {}])
        elif change.after is None:
            search.forget(connection, [change.row])
        elif change.before.get("text") != change.after.get("text"):
            search.follow(connection, change.row, change.before["text"], change.after["text"])


def _change(connection: Connection, table: Table, run: Iterable[RowChange]) -> None:
    rows = ({"the_row": c.row, **(c.after or {})} for c in run)
    for _columns, alike in groupby(rows, key=tuple):
        changed = update(table).where(table.c.id == bindparam("the_row"))
        _each(connection, changed, list(alike))


def _each(connection: Connection, statement: Delete | Update, rows: Sequence[Row]) -> None:
    """Every statement must have found its row, or the journal would tell what never was."""
    found = connection.execute(statement, rows).rowcount
    if found != len(rows):
        raise LookupError(f"{len(rows) - found} of {len(rows)} rows are not there: {statement}")


def record(
    connection: Connection,
    coder: CoderId,
    label: str,
    detail: str,
    changes: Sequence[RowChange | Imaged],
    reverses: Step | None = None,
    *,
    sealed: bool = False,
) -> Changes:
    """Write a step with its changes; `reverses` is the step that it takes back.

    A `sealed` step can never be undone.
    """
    entry = {
        "at": datetime.now(UTC).isoformat(),
        "coder": coder,
        "label": label,
        "detail": detail,
        "direction": _direction(reverses),
        "about": reverses.about if reverses else 0,
        "sealed": int(sealed),
    }
    step = connection.execute(insert(steps).values(entry).returning(steps.c.id)).scalar_one()
    if reverses is None:
        connection.execute(update(steps).where(steps.c.id == step).values(about=step))
    if changes:
        connection.exec_driver_sql(_WRITE, list(_lines(step, changes)))
    return changes_of(step, label, coder, changes)


def _direction(reverses: Step | None) -> str:
    if reverses is None:
        return Direction.DO
    return Direction.REDO if reverses.direction is Direction.UNDO else Direction.UNDO


def _lines(step: int, changes: Iterable[RowChange | Imaged]) -> Iterator[tuple[object, ...]]:
    for seq, change in enumerate(changes):
        yield step, seq, change.table, change.row, *_images(change)


def _images(change: RowChange | Imaged) -> tuple[str | None, str | None]:
    if isinstance(change, Imaged):
        return change.before, change.after
    slim = _slim(change)
    return _image(slim.before), _image(slim.after)


def _slim(change: RowChange) -> RowChange:
    """The change without a long column that it left alone, or with the stretch of it it changed."""
    column = LONG.get(change.table)
    before, after = change.before, change.after
    if column is None or not before or not after or column not in before:
        return change
    if before[column] == after[column]:
        return replace(change, before=_without(before, column), after=_without(after, column))
    old, new = shortened(before, after, column)
    return replace(change, before=old, after=new)


def _without(row: Row, column: str) -> Row:
    return {name: value for name, value in row.items() if name != column}


def _image(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def changes_of(
    step: int, label: str, coder: CoderId, changes: Iterable[RowChange | Imaged]
) -> Changes:
    """What the views are told of these row changes."""
    rows: dict[str, set[str]] = defaultdict(set)
    transcripts: set[TranscriptId] = set()
    for change in changes:
        rows[change.table].add(change.row)
        if isinstance(change, Imaged):
            transcripts.add(change.transcript)
            continue
        image = change.after or change.before or {}
        if change.table == "transcripts":
            transcripts.add(TranscriptId(change.row))
        elif image.get("transcript"):
            transcripts.add(image["transcript"])
    frozen = {table: frozenset(ids) for table, ids in rows.items()}
    return Changes(step, label, coder, frozen, frozenset(transcripts))


def everything(changes: Changes) -> Changes:
    """The same step, telling every view to look again."""
    rows = {table: frozenset({"*"}) for table in JOURNALLED}
    return replace(changes, rows=rows)


def changes_in(connection: Connection, step: int) -> list[RowChange]:
    """The row changes of a step, in the order they were made."""
    found = connection.execute(
        select(row_changes).where(row_changes.c.step == step).order_by(row_changes.c.seq)
    ).mappings()
    return [
        RowChange(line["table"], line["row"], _row(line["before"]), _row(line["after"]))
        for line in found
    ]


def _row(image: str | None) -> Row | None:
    return None if image is None else json.loads(image)


def step_from(row: RowMapping | Row) -> Step:
    """A line of the history."""
    return Step(
        row["id"],
        datetime.fromisoformat(row["at"]),
        row["coder"],
        row["label"],
        row["detail"],
        Direction(row["direction"]),
        row["about"],
        bool(row["sealed"]),
    )


def history(
    connection: Connection,
    limit: int | None = None,
    wanted: Iterable[ColumnElement[bool]] = (),
) -> list[Step]:
    """The steps that fulfil these conditions, newest first."""
    newest = select(steps).where(*wanted).order_by(steps.c.id.desc()).limit(limit)
    return [step_from(row) for row in connection.execute(newest).mappings()]


def removed_names(connection: Connection, table: str) -> dict[str, str]:
    """The last name of each row of a table that is gone, and whose images are still kept."""
    now = select(JOURNALLED[table].c.id)
    lines = connection.execute(
        select(row_changes.c.row, row_changes.c.before)
        .where(row_changes.c.table == table, row_changes.c.after.is_(None))
        .where(row_changes.c.before.is_not(None), row_changes.c.row.not_in(now))
        .order_by(row_changes.c.step)
    )
    return {line.row: json.loads(line.before)["name"] for line in lines}


def seal_all(connection: Connection) -> None:
    """No step so far can be undone any more."""
    connection.execute(update(steps).values(sealed=1))
