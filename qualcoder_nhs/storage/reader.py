"""Named reads: values out."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    GroupId,
    ParticipantId,
    TranscriptId,
)
from qualcoder_nhs.domain.people import Coder, Group, Participant, Speaker
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import Export, Step, StudyNote
from qualcoder_nhs.domain.transcript import Transcript, TranscriptSummary, Turn
from qualcoder_nhs.storage import journal, rows, schema, search, undoing
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.search import Hit

_CHUNK = 500


class Reader:
    """Reads of one study within one transaction: they all see the same state."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, query: Select[Any]) -> list[Row]:
        return cast("list[Row]", self._connection.execute(query).mappings().all())

    # ── the study ────────────────────────────────────────────────────────────────────────────

    def study(self) -> StudyNote:
        """The study's own entry."""
        return rows.study_from(self._all(select(schema.studies))[0])

    def exports(self) -> list[Export]:
        """The files that were written from the study, oldest first."""
        return [
            rows.export_from(row)
            for row in self._all(select(schema.exports).order_by(schema.exports.c.made))
        ]

    # ── people ───────────────────────────────────────────────────────────────────────────────

    def coders(self) -> list[Coder]:
        """Everybody who codes, in the order they came."""
        return [
            rows.coder_from(row)
            for row in self._all(select(schema.coders).order_by(schema.coders.c.added))
        ]

    def coder(self, words: str) -> Coder:
        """The coder with this name or id.

        Raises:
            NoSuch: when nobody bears it.
        """
        for coder in self.coders():
            if words in (coder.id, coder.name):
                return coder
        raise NoSuch(kind="coder", name=words)

    def groups(self) -> dict[GroupId, Group]:
        """The groups of people, by id."""
        return {row["id"]: rows.group_from(row) for row in self._all(select(schema.groups))}

    def participants(self) -> dict[ParticipantId, Participant]:
        """Everybody in the study, by id."""
        return {
            row["id"]: rows.participant_from(row) for row in self._all(select(schema.participants))
        }

    def speakers(self, transcript: TranscriptId | None = None) -> list[Speaker]:
        """What the labels stand for, in one transcript or in all."""
        table, members = schema.speakers, schema.speaker_participants
        query, people = select(table), select(members).order_by(members.c.position)
        if transcript is not None:
            query = query.where(table.c.transcript == transcript)
            people = people.join(table, members.c.speaker == table.c.id).where(
                table.c.transcript == transcript
            )
        voices: dict[str, list[ParticipantId]] = defaultdict(list)
        for row in self._all(people):
            voices[row["speaker"]].append(row["participant"])
        return [rows.speaker_from(row, voices[row["id"]]) for row in self._all(query)]

    # ── transcripts ──────────────────────────────────────────────────────────────────────────

    def transcript(self, transcript: TranscriptId) -> Transcript:
        """A transcript with its text and turns.

        Raises:
            NoSuch: when no transcript has the id.
        """
        found = self._transcripts(schema.transcripts.c.id == transcript)
        if not found:
            raise NoSuch(kind="transcript", name=transcript)
        return found[0]

    def transcripts(self) -> list[Transcript]:
        """All transcripts, texts and turns included, in the order they came."""
        return self._transcripts()

    def _transcripts(self, *wanted: ColumnElement[bool]) -> list[Transcript]:
        table, turns = schema.transcripts, schema.turns
        ids = select(table.c.id).where(*wanted)
        by_transcript: dict[str, list[Row]] = defaultdict(list)
        ordered = select(turns).where(turns.c.transcript.in_(ids)).order_by(turns.c.index)
        for row in self._all(ordered):
            by_transcript[row["transcript"]].append(row)
        found = self._all(select(table).where(*wanted).order_by(table.c.position))
        return [rows.transcript_from(row, by_transcript[row["id"]]) for row in found]

    def transcript_summaries(self) -> list[TranscriptSummary]:
        """All transcripts without their texts, in the order they came."""
        table, turns = schema.transcripts, schema.turns
        counted = select(func.count()).where(turns.c.transcript == table.c.id).scalar_subquery()
        query = select(
            table.c.id,
            table.c.name,
            func.length(table.c.text).label("characters"),
            table.c.words,
            counted.label("turns"),
            table.c.group,
        ).order_by(table.c.position)
        return [rows.summary_from(row) for row in self._all(query)]

    def turns(self, transcript: TranscriptId) -> list[Turn]:
        """A transcript's turns in order, without the text."""
        table = schema.turns
        query = select(table).where(table.c.transcript == transcript).order_by(table.c.index)
        return [rows.turn_from(row) for row in self._all(query)]

    def label_counts(self) -> dict[TranscriptId, dict[str, int]]:
        """How many turns each label of each transcript has, in order of first appearance."""
        table = schema.turns
        query = (
            select(table.c.transcript, table.c.label, func.count().label("n"))
            .group_by(table.c.transcript, table.c.label)
            .order_by(table.c.transcript, func.min(table.c.index))
        )
        counts: dict[TranscriptId, dict[str, int]] = defaultdict(dict)
        for row in self._all(query):
            counts[row["transcript"]][row["label"]] = row["n"]
        return counts

    def transcript_names(self) -> dict[TranscriptId, str]:
        """The names in the order the transcripts came, without their texts."""
        table = schema.transcripts
        query = select(table.c.id, table.c.name).order_by(table.c.position)
        return {row["id"]: row["name"] for row in self._all(query)}

    def transcript_called(self, words: str) -> TranscriptId:
        """The transcript with this name or id.

        Raises:
            NoSuch: when none bears it.
        """
        for transcript, name in self.transcript_names().items():
            if words in (transcript, name):
                return transcript
        raise NoSuch(kind="transcript", name=words)

    def length(self, transcript: TranscriptId) -> int:
        """How many characters a transcript's stored text has.

        Raises:
            NoSuch: when no transcript has the id.
        """
        table = schema.transcripts
        text = self._connection.scalar(select(table.c.text).where(table.c.id == transcript))
        if text is None:
            raise NoSuch(kind="transcript", name=transcript)
        return len(text)  # SQLite's own count stops at a NUL

    def removed_transcripts(self) -> dict[TranscriptId, str]:
        """The names of transcripts that Undo could bring back; their words are still kept."""
        gone = journal.removed_names(self._connection, schema.transcripts.name)
        return {TranscriptId(row): name for row, name in gone.items()}

    def transcripts_from(self, file_hash: str) -> list[str]:
        """The names of transcripts that came from a file with this hash."""
        table = schema.transcripts
        query = select(table.c.name).where(table.c.file_hash == file_hash)
        return [row["name"] for row in self._all(query)]

    def next_position(self) -> int:
        """Where the next transcript goes."""
        last = self._connection.scalar(select(func.max(schema.transcripts.c.position)))
        return 0 if last is None else last + 1

    def search(self, words: str, most: int = 200) -> list[Hit]:
        """Paragraphs that hold the words, best first."""
        return search.find(self._connection, words, most)

    # ── the codebook ─────────────────────────────────────────────────────────────────────────

    def codebook(self) -> Codebook:
        """The whole codebook, archived codes included."""
        members = schema.code_set_members
        listed: dict[str, list[CodeId]] = defaultdict(list)
        for row in self._all(select(members).order_by(members.c.position)):
            listed[row["code_set"]].append(row["code"])
        return Codebook(
            tuple(rows.code_from(row) for row in self._all(select(schema.codes))),
            tuple(
                rows.code_set_from(row, listed[row["id"]])
                for row in self._all(select(schema.code_sets))
            ),
        )

    def code(self, code: CodeId) -> Code:
        """One code, without the rest of the codebook.

        Raises:
            NoSuch: when there is none with the id.
        """
        found = self._all(select(schema.codes).where(schema.codes.c.id == code))
        if not found:
            raise NoSuch(kind="code", name=code)
        return rows.code_from(found[0])

    def code_counts(self, layer: str | None = None) -> dict[CodeId, int]:
        """How many codings each used code has, in one layer or in all."""
        table = schema.codings
        query = select(table.c.code, func.count().label("n")).group_by(table.c.code)
        if layer is not None:
            query = query.where(table.c.layer == layer)
        return {row["code"]: row["n"] for row in self._all(query)}

    # ── codings and memos ────────────────────────────────────────────────────────────────────

    def codings(
        self,
        transcript: TranscriptId | None = None,
        codes: Collection[CodeId] | None = None,
        coder: CoderId | None = None,
        layer: str | None = None,
        touching: Span | None = None,
    ) -> list[Coding]:
        """The codings that fit every filter given, by transcript, then place."""
        table = schema.codings
        wanted: list[ColumnElement[bool]] = []
        if transcript is not None:
            wanted.append(table.c.transcript == transcript)
        if codes is not None:
            wanted.append(table.c.code.in_(codes))
        if coder is not None:
            wanted.append(table.c.coder == coder)
        if layer is not None:
            wanted.append(table.c.layer == layer)
        if touching is not None:
            wanted += [table.c.start < touching.end, table.c.end > touching.start]
        order = (table.c.transcript, table.c.start, table.c.end, table.c.made, table.c.id)
        query = select(table).where(*wanted).order_by(*order)
        return [rows.coding_from(row) for row in self._all(query)]

    def codings_by_id(self, ids: Collection[CodingId]) -> list[Coding]:
        """The codings that still are, of those named, by place."""
        table, wanted = schema.codings, list(ids)
        found: list[Coding] = []
        for at in range(0, len(wanted), _CHUNK):
            query = select(table).where(table.c.id.in_(wanted[at : at + _CHUNK]))
            found += map(rows.coding_from, self._all(query))
        return sorted(found, key=lambda coding: (coding.transcript, coding.span))

    def coding(self, coding: CodingId) -> Coding:
        """One coding.

        Raises:
            NoSuch: when it is gone.
        """
        found = self.codings_by_id([coding])
        if not found:
            raise NoSuch(kind="coding", name=coding)
        return found[0]

    def coding_counts(self, by: str) -> dict[str, int]:
        """How many codings there are by `transcript`, `coder` or `code`."""
        column = schema.codings.c[by]
        query = select(column.label("by"), func.count().label("n")).group_by(column)
        return {row["by"]: row["n"] for row in self._all(query)}

    def memos(self, *, transcript: TranscriptId | None = None) -> list[Memo]:
        """All memos, or those on one transcript, its passages and its codings; oldest first."""
        table, codings = schema.memos, schema.codings
        query = select(table).order_by(table.c.made, table.c.id)
        if transcript is not None:
            on_codings = select(codings.c.id).where(codings.c.transcript == transcript)
            query = query.where((table.c.transcript == transcript) | table.c.coding.in_(on_codings))
        return [rows.memo_from(row) for row in self._all(query)]

    def memos_on(self, column: str, thing: str) -> list[Memo]:
        """The memos whose `transcript`, `code`, `coding` or `participant` is this one."""
        table = schema.memos
        query = select(table).where(table.c[column] == thing).order_by(table.c.made)
        return [rows.memo_from(row) for row in self._all(query)]

    def memo(self, memo: str) -> Memo:
        """One memo.

        Raises:
            NoSuch: when it is gone.
        """
        found = self.memos_on("id", memo)
        if not found:
            raise NoSuch(kind="memo", name=memo)
        return found[0]

    # ── history ──────────────────────────────────────────────────────────────────────────────

    def history(self, limit: int | None = None) -> list[Step]:
        """The steps, newest first."""
        return journal.history(self._connection, limit)

    def undoable(self, coder: CoderId) -> Step | None:
        """What Undo would take back for this coder."""
        return undoing.undoable(self._connection, coder)

    def redoable(self, coder: CoderId) -> Step | None:
        """What Redo would do again for this coder."""
        return undoing.redoable(self._connection, coder)
