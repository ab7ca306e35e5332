"""The transcripts of a file that is to be merged, with turns and people; the wholly sound ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from qualcoder_nhs.domain.ids import GroupId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.merge.sides import Session
from qualcoder_nhs.domain.people import Group, Participant, Speaker
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.sound_rows import UNREADABLE, Kind, value_of

_STRINGS = ("name", "text", "kind", "file_name", "file_hash", "added_by")


def sessions_of(
    connection: Connection,
    groups: Mapping[GroupId, Group],
    people: Mapping[ParticipantId, Participant],
    known: Mapping[TranscriptId, str],
) -> dict[TranscriptId, Session]:
    """Every transcript that could stand in a study as it is, by id, but those known as they are."""
    table = schema.transcripts
    texts = connection.execute(select(table.c.id, table.c.text))
    wanted = [row.id for row in texts if known.get(row.id) != row.text]
    reading = _Reading(connection, groups, people, wanted)
    return {one.transcript.id: one for one in reading.sessions()}


def voices_of(
    connection: Connection, people: Mapping[ParticipantId, Participant]
) -> Iterator[Speaker]:
    """Whom the labels of every transcript stand for, as far as that can be read."""
    reading = _Reading(connection, {}, people, [])
    for transcript in connection.scalars(select(schema.transcripts.c.id)):
        yield from reading.voices(transcript)


class _Reading:
    def __init__(
        self,
        connection: Connection,
        groups: Mapping[GroupId, Group],
        people: Mapping[ParticipantId, Participant],
        wanted: list[str],
    ) -> None:
        self._connection, self._groups, self._people = connection, groups, people
        self._wanted = wanted
        members = schema.speaker_participants
        self._members = self._grouped(select(members).order_by(members.c.position), "speaker")

    def _grouped(self, query: Select[Any], column: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._connection.execute(query).mappings():
            found[row[column]].append(dict(row))
        return found

    def _of(self, table: Table, transcript: str) -> list[Row]:
        rows_of_it = select(table).where(table.c.transcript == transcript)
        return [dict(row) for row in self._connection.execute(rows_of_it).mappings()]

    def sessions(self) -> Iterator[Session]:
        """One after the other."""
        table = schema.transcripts
        for one in self._wanted:
            row = self._connection.execute(select(table).where(table.c.id == one)).mappings().one()
            kind = Kind(schema.transcripts, self._transcript, "")
            transcript = value_of(kind, dict(row))
            group = self._groups.get(row["group"])
            if transcript is not None and group is not None:
                yield Session(transcript, group, tuple(self.voices(transcript.id)))

    def _transcript(self, row: Row) -> Transcript:
        """A transcript; turns that do not lie in its text one after the other are none of ours.

        Raises:
            ValueError: when it has such.
        """
        turns = sorted(self._of(schema.turns, row["id"]), key=lambda turn: turn["index"])
        found = rows.transcript_from(row, turns)
        sound = all(isinstance(row[column], str) for column in _STRINGS)
        if not (sound and found.name.strip() and _in_order(found)):
            raise ValueError
        return found

    def voices(self, transcript: TranscriptId) -> Iterator[Speaker]:
        """Whom the labels stand for, as far as that can be read."""
        for row in self._of(schema.speakers, transcript):
            who = (ParticipantId(one["participant"]) for one in self._members[row["id"]])
            known = tuple(one for one in who if one in self._people)
            try:
                yield rows.speaker_from(row, known)
            except UNREADABLE:
                continue


def _in_order(transcript: Transcript) -> bool:
    turns = transcript.turns
    if [turn.index for turn in turns] != list(range(1, len(turns) + 1)):
        return False
    ordered = (one.whole.start <= other.whole.start for one, other in pairwise(turns))
    return all(ordered) and all(_lies_in(turn, len(transcript.text)) for turn in turns)


def _lies_in(turn: Turn, length: int) -> bool:
    spans = (turn.words, turn.label_at, turn.time_at)
    whole = all(one is None or _is_within(one, length) for one in spans)
    timed = turn.time is None or isinstance(turn.time, int | float)
    return whole and timed and isinstance(turn.label, str)


def _is_within(span: Span, length: int) -> bool:
    return type(span.start) is int and type(span.end) is int and span.end <= length
