"""The transcripts of a file that is to be merged, with turns and people; the wholly sound ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sqlalchemy import Connection, select

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
) -> dict[TranscriptId, Session]:
    """Every transcript that could stand in a study as it is, by id."""
    return {one.transcript.id: one for one in _Reading(connection, groups, people).sessions()}


class _Reading:
    def __init__(
        self,
        connection: Connection,
        groups: Mapping[GroupId, Group],
        people: Mapping[ParticipantId, Participant],
    ) -> None:
        self._connection, self._groups, self._people = connection, groups, people
        self._turns = self._by("transcript", schema.turns.name, "index")
        self._speakers = self._by("transcript", schema.speakers.name, "id")
        self._members = self._by("speaker", schema.speaker_participants.name, "position")

    def _by(self, column: str, table_name: str, order: str) -> dict[str, list[Row]]:
        table = schema.JOURNALLED[table_name]
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._connection.execute(select(table).order_by(table.c[order])).mappings():
            found[row[column]].append(dict(row))
        return found

    def sessions(self) -> Iterator[Session]:
        """One after the other."""
        for row in self._connection.execute(select(schema.transcripts)).mappings():
            kind = Kind(schema.transcripts, self._transcript, "")
            transcript = value_of(kind, dict(row))
            group = self._groups.get(row["group"])
            if transcript is not None and group is not None:
                yield Session(transcript, group, tuple(self._voices(transcript.id)))

    def _transcript(self, row: Row) -> Transcript:
        """A transcript; turns that do not lie in its text one after the other are none of ours.

        Raises:
            ValueError: when it has such.
        """
        found = rows.transcript_from(row, self._turns[row["id"]])
        sound = all(isinstance(row[column], str) for column in _STRINGS)
        if not (sound and found.name.strip() and _in_order(found)):
            raise ValueError
        return found

    def _voices(self, transcript: TranscriptId) -> Iterator[Speaker]:
        """Whom the labels stand for, as far as that can be read."""
        for row in self._speakers[transcript]:
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
