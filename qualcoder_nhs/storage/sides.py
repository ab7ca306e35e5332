"""An open study as the side of a merge that something comes into, as far as that concerns it."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, and_, select
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.merge.beside import Beside
from qualcoder_nhs.domain.merge.sides import Here, There
from qualcoder_nhs.domain.study import Direction
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.beside_rows import others_of
from qualcoder_nhs.storage.forgetting import forgotten
from qualcoder_nhs.storage.former_texts import former_texts
from qualcoder_nhs.storage.lineages import steps_of
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.sound_rows import once_here, past_of

_CHUNK = 500  # ids in one IN (…)


def side_of(connection: Connection, read: Reader, acting: CoderId, there: There) -> Here:
    """What of the study the other side may know, and what the other side's things once were here.

    Not as whoever acts is shown it: what is known already must be known to be.
    """
    transcripts = _transcripts(connection, read, there)
    return Here(
        study=read.study().id,
        acting=acting,
        lineage=steps_of(connection).lineage,
        merged=tuple(one.lineage for one in read.merges()),
        coders={coder.id: coder for coder in read.coders()},
        codebook=read.codebook(),
        transcripts=transcripts,
        names=frozenset(read.transcript_names().values()),
        next_position=read.next_position(),
        gone=_gone(connection, there),
        groups=read.groups(),
        participants=read.participants(),
        speakers=tuple(one for one in read.speakers() if one.transcript in transcripts),
        rounds={one.layer: one for one in read.rounds()},
        layers=frozenset(read.layer_names().values()),
        versions={one.id: one.number for one in read.versions()},
        codings={one.id: one for one in _codings(connection, there, transcripts)},
        memos={one.id: one for one in _memos(connection, there)},
        finishes={one.id: one for one in read.finishes()},
        links={one.id: one for one in read.links()},
        had=past_of(connection, there.ids),
        themes=frozenset(one.id for one in read.themes()),
        beside=_beside(connection, read),
        dropped=once_here(connection, (*there.beside.ids, *there.people, *there.groups)),
        former=former_texts(connection),
    )


def _beside(connection: Connection, read: Reader) -> Beside:
    return Beside(
        tuple(read.presences()),
        tuple(read.askings()),
        tuple(read.questions()),
        tuple(read.attributes()),
        others_of(connection),
    )


def _transcripts(
    connection: Connection, read: Reader, there: There
) -> dict[TranscriptId, Transcript]:
    """Those with an id or the words of one there, in the order they came."""
    table = schema.transcripts
    words = {text.text for text in there.texts.values()}
    found = connection.execute(select(table.c.id, table.c.text).order_by(table.c.position))
    wanted = [row.id for row in found if row.id in there.texts or row.text in words]
    return {one: read.transcript(one) for one in wanted}


def _gone(connection: Connection, there: There) -> dict[TranscriptId, str]:
    """Transcripts that left the study on purpose, not by the undoing of what brought them."""
    table, steps = schema.row_changes, schema.steps
    query = (
        select(table.c.row, table.c.after, steps.c.direction)
        .join(steps, steps.c.id == table.c.step)
        .where(table.c.table == schema.transcripts.name)
        .order_by(table.c.step)
    )
    last = {row.row: row for row in connection.execute(query) if row.row in there.texts}
    removed = _("removed from this study, where Undo could bring it back")
    found = {
        TranscriptId(key): removed
        for key, row in last.items()
        if row.after is None and row.direction != Direction.UNDO
    }
    forgot = _("forgotten in this study for good")
    return found | {one: forgot for one in forgotten(connection) if one in there.texts}


def _codings(
    connection: Connection, there: There, transcripts: Collection[TranscriptId]
) -> Iterator[Coding]:
    """By id, and all that stand where the other side has codings."""
    table, now = schema.codings, there.codings.now.values()
    named = {one.coding for one in there.memos.now.values() if one.coding}
    beside = and_(
        table.c.transcript.in_(transcripts), table.c.layer.in_({one.layer for one in now})
    )
    if there.pack_of is not None:
        beside = and_(beside, table.c.coder == there.pack_of)
    ids = _among(table.c.id, {*there.codings.ids(), *named})
    for condition in (beside, *ids):
        for row in connection.execute(select(table).where(condition)).mappings():
            yield rows.coding_from(dict(row))


def _memos(connection: Connection, there: There) -> Iterator[Memo]:
    """By id, and all that hang on codings of the other side."""
    table = schema.memos
    codings = there.codings.ids()
    either = (_among(table.c.id, there.memos.ids()), _among(table.c.coding, codings))
    for condition in (part for parts in either for part in parts):
        for row in connection.execute(select(table).where(condition)).mappings():
            yield rows.memo_from(dict(row))


def _among(column: ColumnElement[object], ids: Collection[str]) -> Iterator[ColumnElement[bool]]:
    """Conditions that together hold for these ids."""
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        yield column.in_(wanted[at : at + _CHUNK])
