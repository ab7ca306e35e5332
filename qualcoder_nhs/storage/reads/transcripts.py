"""Transcripts with their turns, and searching their words."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.survey import SURVEY
from qualcoder_nhs.domain.transcript import Transcript, TranscriptSummary, Turn
from qualcoder_nhs.storage import journal, rows, schema, search
from qualcoder_nhs.storage.reads.within import Within
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.search import Hit


class TranscriptReads(Within):
    """Transcripts and turns."""

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
        return list(self.kept("transcripts", self._transcripts))

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

    def turns(self, transcript: TranscriptId, touching: Span | None = None) -> list[Turn]:
        """A transcript's turns in order, without the text; all, or those that touch a passage."""
        table = schema.turns
        query = select(table).where(table.c.transcript == transcript).order_by(table.c.index)
        if touching is not None:
            query = query.where(table.c.start < touching.end, table.c.end > touching.start)
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

    def surveys(self) -> dict[TranscriptId, str]:
        """The texts that hold answers to a survey, each with the survey's name."""
        table, groups = schema.transcripts, schema.groups
        query = select(table.c.id, groups.c.name).join(groups, groups.c.id == table.c.group)
        found = self._all(query.where(table.c.kind == SURVEY).order_by(table.c.position))
        return {row["id"]: row["name"] for row in found}

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

    def search(self, words: str, most: int = 200, *, stems: bool = False) -> list[Hit]:
        """Paragraphs that hold the words, or any form of them where `stems`, best first."""
        return search.find(self._connection, words, most, stems=stems)
