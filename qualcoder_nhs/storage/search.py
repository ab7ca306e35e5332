"""The search index: one entry a paragraph of stored text, kept beside the transcripts."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from qualcoder_nhs.domain.correcting.difference import lines_apart
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.stemming import stem
from qualcoder_nhs.storage.rows import Row

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5(words, transcript UNINDEXED, start UNINDEXED,"
    ' tokenize = "unicode61 remove_diacritics 2")'
)

CREATE_WORDS = "CREATE VIRTUAL TABLE search_words USING fts5vocab(search, row)"
"""The words that the index holds, each once and in order: it keeps none of them itself."""

_BEGINNING = text("SELECT term FROM search_words WHERE term >= :first AND term < :end")
_ALIKE = 2
"""So many letters at their beginning words of one stem share, with the stem or with each other."""

_LEARN = text("INSERT INTO search (words, transcript, start) VALUES (:words, :transcript, :start)")
_FORGET = text("DELETE FROM search WHERE transcript = :transcript")
_FORGET_LINES = text(
    "DELETE FROM search WHERE transcript = :transcript AND start >= :start AND start < :end"
)
_SHIFT = text(
    "UPDATE search SET start = start + :by WHERE transcript = :transcript AND start >= :start"
)
_FIND = text(
    "SELECT transcript, start, highlight(search, 0, :opens, :closes) AS marked FROM search"
    " WHERE search MATCH :query ORDER BY rank LIMIT :most"
)

# Noncharacters: the code points that no text may hold.
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
_BLANKED = dict.fromkeys(map(ord, ("\0", _OPENS, _CLOSES)), " ")


@dataclass(frozen=True)
class Hit:
    """A paragraph that holds the words, with where they lie in the stored text."""

    transcript: TranscriptId
    paragraph: Span
    words: tuple[Span, ...]


def learn(connection: Connection, transcripts: Sequence[Row]) -> None:
    """Index the words of transcripts that came."""
    for row in transcripts:
        entries = [
            {"words": words, "transcript": row["id"], "start": start}
            for start, words in paragraphs(row["text"])
        ]
        if entries:
            connection.execute(_LEARN, entries)


def forget(connection: Connection, transcripts: Sequence[str]) -> None:
    """Take the words of transcripts that go out of the index."""
    for transcript in transcripts:
        connection.execute(_FORGET, {"transcript": transcript})


def follow(connection: Connection, transcript: str, old: str, new: str) -> None:
    """Have the index hold the new text of a transcript: only lines that differ are read again."""
    was, becomes = lines_apart(old, new)
    gone = {"transcript": transcript, "start": was.start, "end": was.end}
    connection.execute(_FORGET_LINES, gone)
    if by := len(new) - len(old):
        connection.execute(_SHIFT, {"transcript": transcript, "start": was.end, "by": by})
    entries = [
        {"words": words, "transcript": transcript, "start": becomes.start + start}
        for start, words in paragraphs(becomes.of(new))
    ]
    if entries:
        connection.execute(_LEARN, entries)


def rebuild(connection: Connection) -> None:
    """Make the index anew from the transcripts, leaving no trace of what is gone."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_words")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search")
    connection.exec_driver_sql(CREATE)
    connection.exec_driver_sql(CREATE_WORDS)
    rows = connection.execute(text("SELECT id, text FROM transcripts")).mappings().all()
    learn(connection, [dict(row) for row in rows])


def find(connection: Connection, words: str, most: int = 200, *, stems: bool = False) -> list[Hit]:
    """Paragraphs that hold all the words, best first; words in double quotes stand together.

    Where `stems`, a word stands for all its forms, but not within double quotes. Anything that is
    no letter or digit is passed over, so no query is wrong.
    """
    wanted = _stemmed(connection, words) if stems else terms(words)
    query = " AND ".join(wanted)
    if not query:
        return []
    asked = {"query": query, "most": most, "opens": _OPENS, "closes": _CLOSES}
    rows = connection.execute(_FIND, asked).mappings()
    return [_hit(row["transcript"], row["start"], row["marked"]) for row in rows]


def terms(words: str) -> list[str]:
    """What is looked for, each in FTS5's language; how a word is cut is left to the index.

    Composed, since the index takes off the accents of composed letters only within a word.
    """
    parts = re.findall(r'"([^"]+)"|([^\s"]+)', unicodedata.normalize("NFC", words))
    found = []
    for phrase, word in parts:
        plain = "".join(char if char.isprintable() else " " for char in phrase or word)
        if any(map(str.isalnum, plain)):
            found.append(f'"{plain}"' + ("" if phrase else " *"))
    return found


def _stemmed(connection: Connection, words: str) -> list[str]:
    """What is looked for, a word as all the words of the index that have its stem."""
    found = []
    for term in terms(words):
        if not term.endswith(" *"):
            found.append(term)
            continue
        for word in _folded(term):
            forms = " OR ".join(f'"{one}"' for one in _forms(connection, word) or [word])
            found.append(f"({forms})")
    return found


def _folded(term: str) -> list[str]:
    """The words of a term as the index cuts and spells them."""
    apart = unicodedata.normalize("NFD", term)
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return re.findall(r"[^\W_]+", bare.lower())


def _forms(connection: Connection, word: str) -> list[str]:
    """The words of the index with the same stem."""
    wanted = stem(word)
    beginnings = {wanted[:_ALIKE], word[:_ALIKE]}
    known = (one for start in beginnings for one in _beginning(connection, start))
    return sorted({one for one in known if stem(one) == wanted})


def _beginning(connection: Connection, start: str) -> list[str]:
    ends = {"first": start, "end": start + chr(sys.maxunicode)}
    return [row.term for row in connection.execute(_BEGINNING, ends)]


def _hit(transcript: str, start: int, marked: str) -> Hit:
    spans: list[Span] = []
    at = begun = start
    for char in marked:
        if char == _OPENS:
            begun = at
        elif char == _CLOSES:
            spans.append(Span(begun, at))
        else:
            at += 1
    return Hit(TranscriptId(transcript), Span(start, at), tuple(spans))


def paragraphs(stored: str) -> Iterator[tuple[int, str]]:
    """Where each paragraph that holds something starts, and its words as they are indexed.

    Characters that would mislead the index or our marks are blanks there, so positions hold.
    """
    start = 0
    for line in stored.split("\n"):
        if line.strip():
            yield start, line.translate(_BLANKED)
        start += len(line) + 1
