"""Many codings moved along by as much, in a few statements: words before them came or went."""

from sqlalchemy import Connection, Table, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.journal import Imaged
from qualcoder_nhs.storage.schema import codings

_PLACE = ("start", "end")


def shift_codings(
    connection: Connection, transcript: TranscriptId, start: int, by: int
) -> list[Imaged]:
    """Move the codings that begin at a place or behind it; what the journal is told of each."""
    behind = (codings.c.transcript == transcript, codings.c.start >= start)
    images = select(codings.c.id, _image(codings, 0), _image(codings, by)).where(*behind)
    lines = [
        Imaged(codings.name, row, before, after, transcript)
        for row, before, after in connection.execute(images.order_by(codings.c.start))
    ]
    moved = {name: codings.c[name] + by for name in _PLACE}
    connection.execute(update(codings).where(*behind).values(moved))
    return lines


def _image(table: Table, by: int) -> ColumnElement[str]:
    """A row as the journal keeps it, so much farther on; a coding holds no words of anybody."""
    parts: list[object] = []
    for column in table.c:
        parts += [column.name, column + by if column.name in _PLACE else column]
    return func.json_object(*parts)
