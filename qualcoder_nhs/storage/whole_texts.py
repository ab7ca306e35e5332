"""Changes read from the journal, with all of each text of which it keeps a stretch."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from qualcoder_nhs.storage.journal import RowChange
from qualcoder_nhs.storage.schema import transcripts
from qualcoder_nhs.storage.stretches import Held, whole


def filled(connection: Connection, changes: Sequence[RowChange]) -> list[RowChange]:
    """Changes that are to be made now, one after the other, with whole texts.

    A stretch that is not of the text that stands stays one, and so is equal to no row.
    """
    return list(_filled(connection, changes))


def _filled(connection: Connection, changes: Sequence[RowChange]) -> Iterator[RowChange]:
    texts: dict[str, str | None] = {}
    for one in changes:
        held = _text(one.before), _text(one.after)
        if not any(isinstance(each, dict) for each in held):
            yield one
            continue
        now = texts[one.row] if one.row in texts else text_of(connection, one.row)
        texts[one.row] = becomes = whole(held[1], held[0], now)
        fits = becomes is not None and one.before is not None and one.after is not None
        yield _with_texts(one, now, becomes) if fits else one


def _with_texts(one: RowChange, now: str | None, becomes: str | None) -> RowChange:
    before, after = {**(one.before or {})}, {**(one.after or {})}
    return replace(one, before={**before, "text": now}, after={**after, "text": becomes})


def text_of(connection: Connection, transcript: str) -> str | None:
    """The text that stands now; None where the transcript is gone."""
    table = transcripts
    return connection.scalar(select(table.c.text).where(table.c.id == transcript))


def _text(image: dict[str, object] | None) -> Held:
    return None if image is None else image.get("text")
