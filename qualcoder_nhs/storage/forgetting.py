"""Purging a transcript: its rows, every image of it in the journal, its words in the index."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, ScalarSelect, delete, or_, select, update

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage import search
from qualcoder_nhs.storage.schema import (
    JOURNALLED,
    codings,
    groups,
    memos,
    participants,
    row_changes,
    speaker_participants,
    speakers,
    steps,
    transcripts,
    turns,
)

T = TypeVar("T")

_CHUNK = 500
_CHILDREN_FIRST = (
    memos,
    codings,
    speaker_participants,
    speakers,
    turns,
    transcripts,
    participants,
    groups,
)


@dataclass(frozen=True)
class Purged:
    """What a purge took out, and how many steps it made impossible to undo."""

    codings: int
    memos: int
    steps: int


def purge(connection: Connection, transcript: TranscriptId) -> Purged:
    """Remove a transcript with all that hangs on it, and every image of it in the journal.

    People and groups that no other transcript names go too. Steps that lose an image are sealed:
    they stay in the history and cannot be undone.
    """
    rows = _rows(connection, transcript)
    for table in _CHILDREN_FIRST:
        for some in _chunks(rows[table.name]):
            connection.execute(delete(table).where(table.c.id.in_(some)))
    sealed = _purge_journal(connection, transcript, set().union(*rows.values()))
    search.rebuild(connection)
    return Purged(len(rows["codings"]), len(rows["memos"]), sealed)


def _rows(connection: Connection, transcript: TranscriptId) -> dict[str, set[str]]:
    """The ids of what goes, by table."""
    of_it = {table.name: table.c.transcript == transcript for table in (turns, speakers, codings)}
    rows = {
        name: set(connection.scalars(select(JOURNALLED[name].c.id).where(wanted)))
        for name, wanted in of_it.items()
    }
    on_codings = select(codings.c.id).where(codings.c.transcript == transcript)
    theirs = select(speakers.c.id).where(speakers.c.transcript == transcript)
    rows["transcripts"] = {transcript}
    rows["memos"] = set(
        connection.scalars(
            select(memos.c.id).where(
                or_(memos.c.transcript == transcript, memos.c.coding.in_(on_codings))
            )
        )
    )
    rows["speaker_participants"] = set(
        connection.scalars(
            select(speaker_participants.c.id).where(speaker_participants.c.speaker.in_(theirs))
        )
    )
    rows["participants"] = _people_of_it_alone(connection, theirs.scalar_subquery())
    rows["groups"] = _group_of_it_alone(connection, transcript)
    return rows


def _people_of_it_alone(connection: Connection, its_speakers: ScalarSelect[str]) -> set[str]:
    link = speaker_participants
    here = select(link.c.participant).where(link.c.speaker.in_(its_speakers))
    elsewhere = select(link.c.participant).where(link.c.speaker.not_in(its_speakers))
    noted = select(memos.c.participant).where(memos.c.participant.is_not(None))
    alone = select(participants.c.id).where(
        participants.c.id.in_(here),
        participants.c.id.not_in(elsewhere),
        participants.c.id.not_in(noted),
    )
    return set(connection.scalars(alone))


def _group_of_it_alone(connection: Connection, transcript: TranscriptId) -> set[str]:
    its = select(transcripts.c.group).where(transcripts.c.id == transcript)
    others = select(transcripts.c.group).where(transcripts.c.id != transcript)
    alone = select(groups.c.id).where(groups.c.id.in_(its), groups.c.id.not_in(others))
    return set(connection.scalars(alone))


def _purge_journal(connection: Connection, transcript: TranscriptId, rows: set[str]) -> int:
    """Take out the images of these rows and of all that ever named the transcript."""
    gone = rows | _ever_named(connection, transcript)
    gone |= _memos_ever_on(connection, gone)
    sealed: set[int] = set()
    for some in _chunks(gone):
        of_these = row_changes.c.row.in_(some)
        sealed |= set(connection.scalars(select(row_changes.c.step).where(of_these)))
        connection.execute(delete(row_changes).where(of_these))
    for numbers in _chunks(sealed):
        connection.execute(update(steps).where(steps.c.id.in_(numbers)).values(sealed=1))
        also = select(steps.c.about).where(steps.c.id.in_(numbers))
        connection.execute(update(steps).where(steps.c.about.in_(also)).values(sealed=1))
    return len(sealed)


def _ever_named(connection: Connection, transcript: TranscriptId) -> set[str]:
    """Rows that named the transcript at any time; exports keep saying which files held it."""
    named = or_(row_changes.c.before.contains(transcript), row_changes.c.after.contains(transcript))
    kept = row_changes.c.table != "exports"
    return set(connection.scalars(select(row_changes.c.row).where(named, kept).distinct()))


def _memos_ever_on(connection: Connection, rows: set[str]) -> set[str]:
    images = connection.execute(
        select(row_changes.c.row, row_changes.c.before, row_changes.c.after).where(
            row_changes.c.table == "memos"
        )
    )
    return {line.row for line in images if json.loads(line.after or line.before)["coding"] in rows}


def _chunks(things: Iterable[T]) -> Iterable[list[T]]:
    listed = list(things)
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))
