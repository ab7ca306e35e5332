"""Steps and row changes: record, reverse, what to undo, what others did."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby

from sqlalchemy import Connection, RowMapping, bindparam, delete, exists, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NothingToRedo, NothingToUndo, UndoClash
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.study import Direction, Step
from qualcoder_nhs.storage import search
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.schema import JOURNALLED, row_changes, steps

_CHUNK = 500  # ids in one IN (…): SQLite takes 999 parameters on old builds


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


def apply(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Make the rows what they are after the changes, in bulk where neighbours are alike.

    Raises:
        IntegrityError: when a row is still named by another, or names one that is not there.
    """
    for (table_name, kind), alike in groupby(changes, key=lambda c: (c.table, c.kind)):
        run = list(alike)
        table = JOURNALLED[table_name]
        search.forget(connection, [c.before for c in run if c.before], table_name)
        if kind == "add":
            connection.execute(insert(table), [c.after for c in run if c.after])
        elif kind == "remove":
            gone = delete(table).where(table.c.id == bindparam("row"))
            connection.execute(gone, [{"row": c.row} for c in run])
        else:
            for change in run:
                changed = update(table).where(table.c.id == change.row)
                connection.execute(changed.values(change.after or {}))
        search.learn(connection, [c.after for c in run if c.after], table_name)


def record(
    connection: Connection,
    coder: CoderId,
    label: str,
    detail: str,
    changes: Sequence[RowChange],
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
        connection.execute(insert(row_changes), list(_lines(step, changes)))
    return changes_of(step, label, coder, changes)


def _direction(reverses: Step | None) -> str:
    if reverses is None:
        return Direction.DO
    return Direction.REDO if reverses.direction is Direction.UNDO else Direction.UNDO


def _lines(step: int, changes: Iterable[RowChange]) -> Iterator[Row]:
    for seq, change in enumerate(changes):
        yield {
            "step": step,
            "seq": seq,
            "table": change.table,
            "row": change.row,
            "before": _image(change.before),
            "after": _image(change.after),
        }


def _image(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def changes_of(step: int, label: str, coder: CoderId, changes: Iterable[RowChange]) -> Changes:
    """What the views are told of these row changes."""
    rows: dict[str, set[str]] = defaultdict(set)
    transcripts: set[TranscriptId] = set()
    for change in changes:
        rows[change.table].add(change.row)
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


def history(connection: Connection, limit: int | None = None) -> list[Step]:
    """The steps, newest first."""
    newest = select(steps).order_by(steps.c.id.desc()).limit(limit)
    return [step_from(row) for row in connection.execute(newest).mappings()]


def _later() -> ColumnElement[bool]:
    """Whether something later was done about the same step."""
    later = steps.alias("later")
    return exists().where(later.c.about == steps.c.about, later.c.id > steps.c.id)


def _newest(connection: Connection, *wanted: ColumnElement[bool]) -> Step | None:
    row = (
        connection.execute(select(steps).where(*wanted).order_by(steps.c.id.desc()).limit(1))
        .mappings()
        .first()
    )
    return step_from(row) if row else None


def undoable(connection: Connection, coder: CoderId) -> Step | None:
    """The coder's newest step that still stands, as it was last done.

    Steps by others are passed over, and so are sealed ones.
    """
    original = steps.alias("original")
    later = steps.alias("last")
    last = (
        select(later.c.id)
        .where(later.c.about == original.c.id)
        .order_by(later.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    row = (
        connection.execute(
            select(steps)
            .select_from(original.join(steps, steps.c.id == last))
            .where(
                original.c.coder == coder,
                original.c.direction == Direction.DO,
                original.c.sealed == 0,
                steps.c.direction != Direction.UNDO,
            )
            .order_by(original.c.id.desc())
            .limit(1)
        )
        .mappings()
        .first()
    )
    return step_from(row) if row else None


def redoable(connection: Connection, coder: CoderId) -> Step | None:
    """The coder's newest undo that nothing new of theirs followed, and that was not redone."""
    mine = steps.c.coder == coder
    done = _newest(connection, mine, steps.c.direction == Direction.DO)
    return _newest(
        connection,
        mine,
        steps.c.direction == Direction.UNDO,
        steps.c.id > (done.id if done else 0),
        steps.c.sealed == 0,
        ~_later(),
    )


def undo(connection: Connection, coder: CoderId) -> Changes:
    """Take the coder's newest standing step back.

    Raises:
        NothingToUndo: when there is none.
        UndoClash: when a row is no longer what the step made it.
    """
    step = undoable(connection, coder)
    if step is None:
        raise NothingToUndo
    return _reverse(connection, step, coder)


def redo(connection: Connection, coder: CoderId) -> Changes:
    """Do the step again that the coder undid last.

    Raises:
        NothingToRedo: when there is none.
        UndoClash: when a row is no longer what the undo made it.
    """
    step = redoable(connection, coder)
    if step is None:
        raise NothingToRedo
    return _reverse(connection, step, coder)


def _reverse(connection: Connection, step: Step, coder: CoderId) -> Changes:
    changes = [change.reversed() for change in reversed(changes_in(connection, step.id))]
    _refuse_clash(connection, step, changes)
    try:
        apply(connection, changes)
    except IntegrityError as error:
        raise UndoClash(step=step.words) from error
    return record(connection, coder, step.label, step.detail, changes, reverses=step)


def _refuse_clash(connection: Connection, step: Step, changes: Sequence[RowChange]) -> None:
    """Each row must still be what it was; of a row that changed twice only the end counts."""
    first: dict[tuple[str, str], Row | None] = {}
    for change in changes:
        first.setdefault((change.table, change.row), change.before)
    by_table: dict[str, dict[str, Row | None]] = defaultdict(dict)
    for (table, row), before in first.items():
        by_table[table][row] = before
    for table, expected in by_table.items():
        if any(expected[row] != now for row, now in _now(connection, table, list(expected))):
            raise UndoClash(step=step.words)


def _now(
    connection: Connection, table_name: str, ids: Sequence[str]
) -> Iterator[tuple[str, Row | None]]:
    table = JOURNALLED[table_name]
    for at in range(0, len(ids), _CHUNK):
        wanted = ids[at : at + _CHUNK]
        rows = connection.execute(select(table).where(table.c.id.in_(wanted))).mappings()
        found = {row["id"]: dict(row) for row in rows}
        yield from ((row, found.get(row)) for row in wanted)


def last_images(connection: Connection, table: str) -> dict[str, Row | None]:
    """What the journal last made of each row of a table it knows; None where it went."""
    lines = connection.execute(
        select(row_changes.c.row, row_changes.c.after)
        .where(row_changes.c.table == table)
        .order_by(row_changes.c.step, row_changes.c.seq)
    )
    images = {line.row: line.after for line in lines}
    return {row: _row(image) for row, image in images.items()}
