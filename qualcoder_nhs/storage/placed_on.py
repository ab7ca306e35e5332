"""Whether positions that undo would write down again are positions in the words that stand now."""

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.journal import RowChange
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.schema import (
    JOURNALLED,
    askings,
    codings,
    links,
    memos,
    presences,
    quotes,
    round_transcripts,
    row_changes,
    transcripts,
    voicings,
)
from qualcoder_nhs.storage.stretches import digest_of
from qualcoder_nhs.storage.whole_texts import text_of

_PLACES = {
    codings.name: ("start", "end"),
    memos.name: ("start", "end"),
    quotes.name: ("start", "end"),
    links.name: ("turn", "target"),
    askings.name: ("turn",),
    presences.name: ("first", "last"),
    voicings.name: ("turn",),
    round_transcripts.name: ("turns",),
}
"""The tables whose rows lie on words or name turns, by the columns that say where."""


def words_changed(changes: Iterable[RowChange]) -> set[str]:
    """The transcripts whose text these changes make another."""
    return {
        one.row
        for one in changes
        if one.table == transcripts.name
        and one.before
        and one.after
        and one.before.get("text") != one.after.get("text")
    }


def corrected_since(connection: Connection, step: int, changes: Sequence[RowChange]) -> str | None:
    """A transcript whose words are not those that positions in these changes were given for.

    `changes` are to be made now, after the step with this number was the last to make them.
    """
    own = {one.row for one in changes if one.table == transcripts.name}
    placed = {image["transcript"] for image in _written(changes) if image["transcript"]}
    for one in sorted(placed - own):
        then = _text_after(connection, step, one)
        if then is not None and then != digest_of(text_of(connection, one)):
            return str(one)
    return None


def placed_since(connection: Connection, step: int, changes: Sequence[RowChange]) -> str | None:
    """A row that was put on the words as a step left them, and would not lie on others."""
    told = {one.row for one in changes}
    for transcript in sorted(words_changed(changes)):
        for table, row, then in _later_rows(connection, step, TranscriptId(transcript)):
            held = JOURNALLED[table]
            found = connection.execute(select(held).where(held.c.id == row)).mappings().first()
            if row not in told and found and _place(table, {**found}) != _place(table, then):
                return row
    return None


def _written(changes: Iterable[RowChange]) -> Iterator[Row]:
    """Images that would put a row somewhere where it does not lie already."""
    for one in changes:
        place = _place(one.table, one.after) or ()
        lies = any(each is not None for each in place)
        if one.after and lies and _place(one.table, one.before) != place:
            yield one.after


def _place(table: str, image: Row | None) -> tuple[object, ...] | None:
    if image is None or table not in _PLACES:
        return None
    return tuple(image.get(column) for column in _PLACES[table])


def _text_after(connection: Connection, step: int, transcript: str) -> str | None:
    """The digest of the text that a step found or left, where a later one changed it."""
    line = row_changes.c
    query = (
        select(line.before, line.after)
        .where(line.table == transcripts.name, line.row == transcript, line.step > step)
        .order_by(line.step, line.seq)
    )
    for row in connection.execute(query):
        before, after = (json.loads(image or "{}") for image in (row.before, row.after))
        if before.get("text") != after.get("text"):
            return digest_of(before.get("text")) or ""
    return None


def _later_rows(
    connection: Connection, step: int, transcript: TranscriptId
) -> Iterator[tuple[str, str, Row | None]]:
    """What later steps changed on a transcript: each row as it was when the step was done."""
    line = row_changes.c
    query = (
        select(line.table, line.row, line.before, line.after)
        .where(line.step > step, line.table.in_(list(_PLACES)))
        .order_by(line.step, line.seq)
    )
    known: set[str] = set()
    for row in connection.execute(query).all():
        before, after = (json.loads(image) if image else None for image in (row.before, row.after))
        if row.row in known or (before or after or {}).get("transcript") != transcript:
            continue
        known.add(row.row)
        yield row.table, row.row, before
