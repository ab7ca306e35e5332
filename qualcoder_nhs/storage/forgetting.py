"""Purging a transcript: its rows, every image of it in the journal, its words in the index."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, delete, or_, select, update

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage import search
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.schema import JOURNALLED, memos, row_changes, steps, transcripts

T = TypeVar("T")

_CHUNK = 500
_HUNG_ON = ("presences", "askings", "links", "quotes", "summaries", "voicings", "corrections")
_UNWIPED = 1
_NAMELESS = "…"


@dataclass(frozen=True)
class Purged:
    """What a purge took out, and how many steps it made impossible to undo."""

    codings: int
    memos: int
    steps: int


def purge(connection: Connection, transcript: TranscriptId) -> Purged:
    """Remove a transcript with all that hangs on it, and every image of it in the journal.

    That is all that ever hung on it: codings that were removed, memos that were rewritten, labels
    that stood for somebody else. People and groups go, with the memos on them, unless another
    transcript names them or did so once. Steps that lose an image are sealed: they stay in the
    history, without the names of people, and cannot be undone.
    """
    rows = _all_of_it(connection, transcript)
    counts = {}
    for name in reversed(JOURNALLED):  # children first
        counts[name] = sum(
            connection.execute(
                delete(JOURNALLED[name]).where(JOURNALLED[name].c.id.in_(some))
            ).rowcount
            for some in _chunks(rows.get(name, ()))
        )
    sealed = _purge_journal(connection, rows)
    search.rebuild(connection)
    return Purged(counts["codings"], counts["memos"], sealed)


def purge_private(connection: Connection) -> int:
    """Remove the private memos, and every image of them in the journal; how many there were.

    Also those that were removed: what was private when it went stays so.
    """
    private = {row for row, image in _images(connection, "memos") if image.get("private")}
    told = select(memos.c.id).where(memos.c.private == 0)
    private -= set(connection.scalars(told))
    for some in _chunks(private):
        connection.execute(delete(memos).where(memos.c.id.in_(some)))
    sealed = _steps_about(connection, private)
    for some in _chunks(private):
        connection.execute(delete(row_changes).where(row_changes.c.row.in_(some)))
    _seal(connection, sealed)
    return len(private)


def _all_of_it(connection: Connection, transcript: TranscriptId) -> dict[str, set[str]]:
    """The ids of all rows that are or were of the transcript, by table."""

    def ever(table: str, column: str, wanted: set[str]) -> set[str]:
        return {row for row, image in _images(connection, table) if image.get(column) in wanted}

    itself = {str(transcript)}
    its_speakers = ever("speakers", "transcript", itself)
    its_codings = ever("codings", "transcript", itself)
    its_links = ever("speaker_participants", "speaker", its_speakers)
    links = list(_images(connection, "speaker_participants"))
    people = {image["participant"] for row, image in links if row in its_links}
    people -= {image["participant"] for row, image in links if row not in its_links}
    people -= {
        image["participant"]
        for _row, image in _images(connection, "presences")
        if image["transcript"] not in itself
    }
    return {
        "transcripts": itself,
        "turns": _turns(connection, transcript),
        "speakers": its_speakers,
        "speaker_participants": its_links,
        "codings": its_codings,
        "participants": people,
        "groups": _groups(connection, transcript),
        "round_transcripts": ever("round_transcripts", "transcript", itself),
        "finishes": ever("finishes", "transcript", itself),
        "decisions": ever("decisions", "transcript", itself),
        "rechecks": ever("rechecks", "id", its_codings),
        **{table: ever(table, "transcript", itself) for table in _HUNG_ON},
        "memos": ever("memos", "transcript", itself)
        | ever("memos", "coding", its_codings)
        | ever("memos", "participant", people),
    }


def _images(connection: Connection, table: str) -> Iterator[tuple[str, Row]]:
    """Every row a small table ever had, as it was each time it was written."""
    query = select(row_changes.c.row, row_changes.c.before, row_changes.c.after)
    for line in connection.execute(query.where(row_changes.c.table == table)):
        for image in (line.before, line.after):
            if image is not None:
                yield line.row, json.loads(image)


def _turns(connection: Connection, transcript: TranscriptId) -> set[str]:
    named = row_changes.c.row.startswith(f"{transcript}/", autoescape=True)
    query = select(row_changes.c.row).where(row_changes.c.table == "turns", named)
    return set(connection.scalars(query.distinct()))


def _groups(connection: Connection, transcript: TranscriptId) -> set[str]:
    """The groups of this transcript that no other was ever in."""
    its: set[str] = set()
    others: set[str] = set()
    for row, image in _images(connection, "transcripts"):
        (its if row == transcript else others).add(image["group"])
    return its - others


def _purge_journal(connection: Connection, rows: dict[str, set[str]]) -> int:
    gone = set().union(*rows.values())
    named = rows["participants"] | rows["speakers"]
    sealed = _steps_about(connection, gone)
    nameless = _steps_about(connection, named) - _steps_about(connection, rows["transcripts"])
    for some in _chunks(gone):
        connection.execute(delete(row_changes).where(row_changes.c.row.in_(some)))
    for numbers in _chunks(nameless):
        connection.execute(update(steps).where(steps.c.id.in_(numbers)).values(detail=_NAMELESS))
    _seal(connection, sealed)
    return len(sealed)


def _seal(connection: Connection, lost: set[int]) -> None:
    """Steps that lost an image cannot be undone, nor what was done about them later."""
    for numbers in _chunks(lost):
        done = select(steps.c.about).where(steps.c.id.in_(numbers))
        connection.execute(update(steps).where(steps.c.about.in_(done)).values(sealed=1))


def _steps_about(connection: Connection, rows: set[str]) -> set[int]:
    found: set[int] = set()
    for some in _chunks(rows):
        query = select(row_changes.c.step).where(row_changes.c.row.in_(some))
        found |= set(connection.scalars(query.distinct()))
    return found


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    listed = list(things)
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))


# ── what was forgotten, and whether its pages are wiped ──────────────────────────────────────────


def knows(connection: Connection, transcript: TranscriptId) -> bool:
    """Whether the journal holds anything of the transcript."""
    image = or_(row_changes.c.before.is_not(None), row_changes.c.after.is_not(None))
    query = select(row_changes.c.step).where(row_changes.c.row == transcript, image).limit(1)
    return connection.scalar(query) is not None


def forgotten(connection: Connection) -> list[TranscriptId]:
    """The transcripts that were ever forgotten: the journal keeps a line of each, and no image."""
    query = select(row_changes.c.row).where(
        row_changes.c.table == transcripts.name,
        row_changes.c.before.is_(None),
        row_changes.c.after.is_(None),
    )
    return [TranscriptId(row) for row in connection.scalars(query)]


def mark(connection: Connection) -> None:
    """Say in the file itself that pages are still to be wiped, in case this process is killed."""
    connection.exec_driver_sql(f"PRAGMA user_version = {_UNWIPED}")


def unmark(connection: Connection) -> None:
    """All pages are wiped."""
    connection.exec_driver_sql("PRAGMA user_version = 0")


def is_marked(connection: Connection) -> bool:
    """Whether words that were purged may still stand somewhere."""
    return connection.exec_driver_sql("PRAGMA user_version").scalar() == _UNWIPED
