"""Many codings that move along by as much: words before them came or went."""

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.journal import Imaged
from qualcoder_nhs.storage.schema import codings

_PLACE = ("start", "end")


def behind(transcript: TranscriptId, start: int) -> tuple[ColumnElement[bool], ...]:
    """Which codings begin at a place of a transcript, or behind it."""
    return codings.c.transcript == transcript, codings.c.start >= start


def moved(by: int) -> dict[str, ColumnElement[int]]:
    """What their columns become."""
    return {name: codings.c[name] + by for name in _PLACE}


def shift_images(
    connection: Connection, transcript: TranscriptId, start: int, by: int
) -> list[Imaged]:
    """What the journal is told of each, before it is done."""
    images = select(codings.c.id, _image(codings, 0), _image(codings, by))
    wanted = images.where(*behind(transcript, start)).order_by(codings.c.start)
    return [
        Imaged(codings.name, row, before, after, transcript)
        for row, before, after in connection.execute(wanted)
    ]


def _image(table: Table, by: int) -> ColumnElement[str]:
    """A row as the journal keeps it, so much farther on; a coding holds no words of anybody."""
    parts: list[object] = []
    for column in table.c:
        parts += [column.name, column + by if column.name in _PLACE else column]
    return func.json_object(*parts)
