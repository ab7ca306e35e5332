"""Undo and redo: which step it would be, whether it still can be, and doing it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NothingToRedo, NothingToUndo, UndoClash
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.study import Direction, Step
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.journal import RowChange, apply, changes_in, record, step_from
from qualcoder_nhs.storage.placed_on import corrected_since, placed_since, words_changed
from qualcoder_nhs.storage.rows import Row, round_from
from qualcoder_nhs.storage.schema import (
    JOURNALLED,
    coders,
    codings,
    finishes,
    links,
    rounds,
    row_changes,
    steps,
)
from qualcoder_nhs.storage.sight import sight_of
from qualcoder_nhs.storage.whole_texts import filled

_CHUNK = 500  # ids in one IN (…): SQLite takes 999 parameters on old builds


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
    made = [change.reversed() for change in reversed(changes_in(connection, step.id))]
    changes = filled(connection, made)
    _refuse_clash(connection, step, changes)
    _refuse_layers(connection, step, changes)
    _refuse_other_words(connection, step, changes)
    try:
        apply(connection, changes)
    except IntegrityError as error:
        raise UndoClash(step=step.words, why=_("something else hangs on it by now")) from error
    return record(connection, coder, step.label, step.detail, changes, reverses=step)


def _refuse_clash(connection: Connection, step: Step, changes: Sequence[RowChange]) -> None:
    """Each row must still be what it was; of a row that changed twice only the end counts."""
    by_table: dict[str, dict[str, Row | None]] = defaultdict(dict)
    for change in changes:
        by_table[change.table].setdefault(change.row, change.before)
    for table, expected in by_table.items():
        for row, now in _now(connection, table, list(expected)):
            if not _is(now, expected[row]):
                raise UndoClash(step=step.words, why=_blame(connection, step, row))


def _refuse_layers(connection: Connection, step: Step, changes: Sequence[RowChange]) -> None:
    """No key ties work to its round: an ended one keeps it, and none goes from under it.

    A round that came with its codings in one step goes with them; with words that are corrected,
    or are no longer, what lies on them moves in every layer.
    """
    if words_changed(changes):
        return
    worked = (codings.name, links.name)
    images = (i for c in changes if c.table in worked for i in (c.before, c.after) if i)
    layers = {image["layer"] for image in images}
    gone = {c.row for c in changes if c.table == rounds.name and c.after is None}
    wanted = select(rounds).where(rounds.c.id.in_(layers - gone))
    for row in connection.execute(wanted).mappings():
        if round_from({**row}, (), ()).frozen:
            why = _("“{round}” has ended, and its codings stay as they were made")
            raise UndoClash(step=step.words, why=why.format(round=row["name"]))
    going = {c.row for c in changes if c.after is None}
    for table in (codings, links, finishes):
        if set(connection.scalars(select(table.c.id).where(table.c.layer.in_(gone)))) - going:
            raise UndoClash(step=step.words, why=_("something else hangs on it by now"))


def _refuse_other_words(connection: Connection, step: Step, changes: Sequence[RowChange]) -> None:
    """What lies on words was put on those that stood then: nothing is put on others."""
    if row := corrected_since(connection, step.id, changes):
        words = _("“{later}” by {who} has corrected the words since")
        raise UndoClash(step=step.words, why=_blame(connection, step, row, words))
    if row := placed_since(connection, step.id, changes):
        words = _("“{later}” by {who} hangs on it by now")
        raise UndoClash(step=step.words, why=_blame(connection, step, row, words))


def _is(now: Row | None, image: Row | None) -> bool:
    """Whether the row is as the image has it; columns that the image leaves out cannot differ."""
    if now is None or image is None:
        return now is image
    return all(now.get(column, ...) == value for column, value in image.items())


def _blame(connection: Connection, step: Step, row: str, words: str = "") -> str:
    """What was done to the row since, and by whom."""
    query = (
        select(steps, coders.c.name)
        .join(row_changes, row_changes.c.step == steps.c.id)
        .outerjoin(coders, coders.c.id == steps.c.coder)
        .where(row_changes.c.row == row, steps.c.id > step.id)
        .order_by(steps.c.id.desc())
        .limit(1)
    )
    later = connection.execute(query).mappings().first()
    if later is None:
        return _("what it touched is no longer there")
    shown = select(steps.c.id).where(
        steps.c.id == later["id"], *sight_of(connection, step.coder).of_steps()
    )
    if connection.scalar(shown) is None:
        return _("somebody has changed the same since")
    words = words or _("“{later}” by {who} has changed the same since")
    return words.format(later=step_from(later).words, who=later["name"] or _("somebody"))


def _now(
    connection: Connection, table_name: str, ids: Sequence[str]
) -> Iterator[tuple[str, Row | None]]:
    table = JOURNALLED[table_name]
    for at in range(0, len(ids), _CHUNK):
        wanted = ids[at : at + _CHUNK]
        rows = connection.execute(select(table).where(table.c.id.in_(wanted))).mappings()
        found = {row["id"]: dict(row) for row in rows}
        yield from ((row, found.get(row)) for row in wanted)
