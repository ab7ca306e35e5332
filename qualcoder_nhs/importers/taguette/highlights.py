"""Taguette's highlights as codings: one for each tag that a highlight has."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from qualcoder_nhs.domain.foreign import ForeignCode, ForeignCoding, ForeignText, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, Row
from qualcoder_nhs.importers.foreign.numbered_rows import Leave, numbered
from qualcoder_nhs.importers.foreign.quoted_codings import listed_name, span_told
from qualcoder_nhs.importers.foreign.quoted_places import Finding, Found, Quoted, find_quotes
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.positions import FileText, Reading
from qualcoder_nhs.importers.taguette.document_text import DocumentText, document_text
from qualcoder_nhs.importers.taguette.tags import tag_key

Hand = tuple[str, datetime | None]
"""Who highlighted, and when."""


@dataclass(frozen=True)
class Document:
    """A text with what leads from the file's positions to its own."""

    text: ForeignText
    words: DocumentText
    project: int | None


@dataclass(frozen=True)
class Highlight:
    """A highlighted passage, found in its document, with the tags it has."""

    number: int
    document: Document
    words: str
    found: Found
    tags: tuple[int | None, ...]


def highlights_of(
    database: ForeignDatabase, documents: Mapping[int, Document], ledger: Ledger
) -> list[Highlight]:
    """The highlights of all documents, document by document."""
    rows = numbered(database.rows("highlights"), "id", _unnumbered(ledger))
    tags: dict[int, list[int | None]] = defaultdict(list)
    for row in database.rows("highlight_tags"):
        number = row.number("highlight_id")
        if number is None or number not in rows:
            ledger.leave(Kind.CODINGS, "?", _("its passage is not in the file"))
        elif row.number("tag_id") in tags[number]:
            ledger.leave(Kind.CODINGS, _words(rows[number]), _("it has the same tag twice"))
        else:
            tags[number].append(row.number("tag_id"))
    by_document: dict[int, dict[int, Row]] = defaultdict(dict)
    for number, row in rows.items():
        document = row.number("document_id")
        if document is None or document not in documents:
            _leave_each(row, tags[number], ledger)
        else:
            by_document[document][number] = row
    return [
        replace(highlight, tags=tuple(tags[highlight.number]))
        for number, within in by_document.items()
        for highlight in _found(documents[number], within)
    ]


def codings_of(
    highlights: list[Highlight],
    codes: Mapping[str, ForeignCode],
    hands: Mapping[int, Hand],
    alone: Mapping[int | None, str],
    ledger: Ledger,
) -> Iterator[ForeignCoding]:
    """A coding for each tag of each highlight; one without a tag is told to the ledger.

    `hands` tell who made a highlight, `alone` the one member of a project that has but one.
    """
    for one in highlights:
        if not one.tags:
            ledger.leave(Kind.CODINGS, listed_name("", one.words), _("it has no tag"))
        for tag in one.tags:
            code = codes.get(tag_key(tag))
            named = code.name if code else "?"
            name = listed_name(named, one.words, one.document.text.name)
            if code is None:
                ledger.leave(Kind.CODINGS, name, _("its tag is not in the file"))
                continue
            key = f"highlight {one.number} {code.key}"
            span = span_told(one.found, Kind.CODINGS, key, name, ledger)
            if span is not None:
                coder, made = hands.get(one.number, (alone.get(one.document.project), None))
                yield ForeignCoding(key, one.document.text.key, code.key, span, coder, made)


def hands_of(database: ForeignDatabase) -> dict[int, Hand]:
    """Who made each highlight, where the file still has the record of what was done."""
    hands: dict[int, Hand] = {}
    for row in database.rows("commands"):
        try:
            told = json.loads(row.text("payload"))
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and told.get("type") == "highlight_add":
            number, login = told.get("highlight_id"), row.line("user_login")
            if isinstance(number, int) and login:
                hands.setdefault(number, (login, row.moment("date", utc=True)))
    return hands


def _found(document: Document, rows: Mapping[int, Row]) -> Iterator[Highlight]:
    """The highlights of a document, whose words the file repeats beside their places."""
    asked, words = [], []
    for row in rows.values():
        place = document.words.kept_span(row.number("start_offset"), row.number("end_offset"))
        snippet = document_text(row.text("snippet"))
        start, end = (place.start, place.end) if place else (None, None)
        asked.append(Quoted(start, end, snippet.kept))
        words.append(snippet.text)
    quotes = find_quotes(FileText(document.words.kept), Reading(), asked)
    for number, said, found in zip(rows, words, quotes.found, strict=True):
        if found.span and found.finding is not Finding.EMPTY:
            found = replace(found, span=document.words.span(found.span))  # noqa: PLW2901
        yield Highlight(number, document, said, found, ())


def _unnumbered(ledger: Ledger) -> Leave:
    def leave(row: Row, why: str) -> None:
        ledger.leave(Kind.CODINGS, _words(row), why)

    return leave


def _words(row: Row) -> str:
    return listed_name("", document_text(row.text("snippet")).text)


def _leave_each(row: Row, tags: list[int | None], ledger: Ledger) -> None:
    for _tag in tags or [None]:
        ledger.leave(Kind.CODINGS, _words(row), _("its text is not in the file, or stays out"))
