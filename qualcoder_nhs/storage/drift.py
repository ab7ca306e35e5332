"""How rows differ from what the journal made of them: in a harmed file, and after an upgrade."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.storage.journal import LONG, RowChange, record, seal_all
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.schema import JOURNALLED, coders, row_changes
from qualcoder_nhs.storage.stretches import whole

UPGRADE = N_("Bring the study up to date")


def drift(connection: Connection, table_name: str) -> Iterator[RowChange]:
    """How the rows of a table differ from what the journal last made of them; none in a whole file.

    `before` is the journal's image, `after` the row.
    """
    table = JOURNALLED[table_name]
    last = _last_images(connection, table_name)
    now = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
    for row in last.keys() | now.keys():
        if last.get(row) != now.get(row):
            yield RowChange(table_name, row, last.get(row), now.get(row))


def _last_images(connection: Connection, table: str) -> dict[str, Row | None]:
    lines = connection.execute(
        select(row_changes.c.row, row_changes.c.before, row_changes.c.after)
        .where(row_changes.c.table == table)
        .order_by(row_changes.c.step, row_changes.c.seq)
    )
    images: dict[str, Row | None] = {}
    column = LONG.get(table, "")
    for line in lines:
        known = images.get(line.row) if line.before is not None else None
        after = _row_if_whole(line.after)
        images[line.row] = None if after is None else {**(known or {}), **after}
        if after and known and isinstance(after.get(column), dict):
            images[line.row] = _with_long(after, known, _row_if_whole(line.before), column)
    return images


def _with_long(after: Row, known: Row, before: Row | None, column: str) -> Row:
    """An image with all of the long column of which it holds a stretch, if that can be told."""
    held = whole(after[column], (before or {}).get(column), known.get(column))
    return {**known, **after, **({} if held is None else {column: held})}


def _row_if_whole(image: str | None) -> Row | None:
    """The image as a row; one that can be no row of ours where the file was harmed."""
    try:
        return None if image is None else json.loads(image)
    except ValueError:
        return {"harmed": image}


def lay_floor(connection: Connection) -> None:
    """After an upgrade: undo goes back no further, and the journal has what became of the rows."""
    seal_all(connection)
    first = select(coders.c.id).order_by(coders.c.added).limit(1)
    coder = CoderId(connection.scalar(first) or "")
    changes = [change for table in JOURNALLED for change in drift(connection, table)]
    record(connection, coder, UPGRADE, "", changes, sealed=True)
