"""Transcripts and their turns as rows, and back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, TranscriptSummary, Turn
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed, Row, ends, span_from


def of_transcript(transcript: Transcript) -> list[Placed]:
    """The rows that keep a transcript."""
    row = {
        "id": transcript.id,
        "name": transcript.name,
        "text": transcript.text,
        "words": transcript.word_count,  # kept so that lists need not read texts
        "group": transcript.group,
        "kind": transcript.kind,
        "file_name": transcript.file_name,
        "file_hash": transcript.file_hash,
        "position": transcript.position,
        "added": transcript.added.isoformat(),
        "added_by": transcript.added_by,
    }
    turns = [Placed(schema.turns, _turn(transcript.id, turn)) for turn in transcript.turns]
    return [Placed(schema.transcripts, row), *turns]


def _turn(transcript: str, turn: Turn) -> Row:
    return {
        "id": f"{transcript}/{turn.index}",
        "transcript": transcript,
        "index": turn.index,
        "label": turn.label,
        "start": turn.words.start,
        "end": turn.words.end,
        **ends(turn.label_at, "label_start", "label_end"),
        **ends(turn.time_at, "time_start", "time_end"),
        "time": turn.time,
    }


def turn_from(row: Mapping[str, Any]) -> Turn:
    """A turn of a transcript."""
    return Turn(
        row["index"],
        row["label"],
        Span(row["start"], row["end"]),
        span_from(row, "label_start", "label_end"),
        span_from(row, "time_start", "time_end"),
        row["time"],
    )


def summary_from(row: Mapping[str, Any]) -> TranscriptSummary:
    """What lists say of a transcript."""
    return TranscriptSummary(
        row["id"], row["name"], row["characters"], row["words"], row["turns"], row["group"]
    )


def transcript_from(row: Mapping[str, Any], turns: Iterable[Mapping[str, Any]]) -> Transcript:
    """A transcript with its turns, which must come in order."""
    return Transcript(
        id=row["id"],
        name=row["name"],
        text=row["text"],
        turns=tuple(map(turn_from, turns)),
        group=row["group"],
        kind=row["kind"],
        file_name=row["file_name"],
        file_hash=row["file_hash"],
        position=row["position"],
        added=datetime.fromisoformat(row["added"]),
        added_by=row["added_by"],
    )
