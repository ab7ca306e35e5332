"""The search index: one entry a paragraph of stored text, kept beside the transcripts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.rows import Row

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5(words, transcript UNINDEXED, start UNINDEXED,"
    ' tokenize = "unicode61 remove_diacritics 2")'
)

_LEARN = text("INSERT INTO search (words, transcript, start) VALUES (:words, :transcript, :start)")
_FORGET = text("DELETE FROM search WHERE transcript = :transcript")
_FIND = text(
    "SELECT transcript, start, highlight(search, 0, char(2), char(3)) AS marked FROM search"
    " WHERE search MATCH :query ORDER BY rank LIMIT :most"
)


@dataclass(frozen=True)
class Hit:
    """A paragraph that holds the words, with where they lie in the stored text."""

    transcript: TranscriptId
    paragraph: Span
    words: tuple[Span, ...]


def learn(connection: Connection, rows: Sequence[Row], table: str) -> None:
    """Index the words of transcripts that came."""
    if table != "transcripts":
        return
    for row in rows:
        entries = [
            {"words": line, "transcript": row["id"], "start": start}
            for start, line in _paragraphs(row["text"])
        ]
        if entries:
            connection.execute(_LEARN, entries)


def forget(connection: Connection, rows: Sequence[Row], table: str) -> None:
    """Take the words of transcripts that go out of the index."""
    if table != "transcripts":
        return
    for row in rows:
        connection.execute(_FORGET, {"transcript": row["id"]})


def rebuild(connection: Connection) -> None:
    """Make the index anew from the transcripts, leaving no trace of what is gone."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS search")
    connection.exec_driver_sql(CREATE)
    rows = connection.execute(text("SELECT id, text FROM transcripts")).mappings().all()
    learn(connection, [dict(row) for row in rows], "transcripts")


def find(connection: Connection, words: str, most: int = 200) -> list[Hit]:
    """Paragraphs that hold all the words, best first; words in double quotes stand together.

    Anything that is no letter or digit is passed over, so no query is wrong.
    """
    query = _query(words)
    if not query:
        return []
    rows = connection.execute(_FIND, {"query": query, "most": most}).mappings()
    return [_hit(row["transcript"], row["start"], row["marked"]) for row in rows]


def _query(words: str) -> str:
    parts = re.findall(r'"([^"]+)"|(\S+)', words)
    terms = []
    for phrase, word in parts:
        tokens = re.findall(r"\w+", phrase or word)
        if tokens:
            terms.append(f'"{" ".join(tokens)}"' + ("" if phrase else " *"))
    return " AND ".join(terms)


def _hit(transcript: str, start: int, marked: str) -> Hit:
    spans: list[Span] = []
    at = begun = start
    for char in marked:
        if char == "\x02":
            begun = at
        elif char == "\x03":
            spans.append(Span(begun, at))
        else:
            at += 1
    return Hit(TranscriptId(transcript), Span(start, at), tuple(spans))


def _paragraphs(stored: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in stored.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1
