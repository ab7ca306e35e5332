"""RQDA's codings, whose stored words tell where they are when a text was edited later."""

from collections import defaultdict

from qualcoder_nhs.domain.foreign import About, ForeignCode, ForeignCoding, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.left_rows import leave_memo
from qualcoder_nhs.importers.foreign.quoted_codings import span_told
from qualcoder_nhs.importers.foreign.quoted_places import Found, Quoted, find_quotes
from qualcoder_nhs.importers.rqda.contents import USUAL, Contents, Source
from qualcoder_nhs.importers.rqda.rows import gone, made

_TABLES = ("coding", "coding2")

Keyed = tuple[str, Row]
"""A row of coded words with its key."""


def codings_of(contents: Contents) -> tuple[ForeignCoding, ...]:
    """The codings that still count and have a place; all others are told to the ledger."""
    rows: dict[int, list[Keyed]] = defaultdict(list)
    for table in _TABLES:
        for at, row in enumerate(contents.database.rows(table), start=1):
            why = _why_not(row, contents)
            if why:
                contents.leave(Kind.CODINGS, row, contents.listed(row), why)
            else:
                rows[row.number("fid") or 0].append((f"{table} {at}", row))
    found = [coding for number, some in rows.items() for coding in _of_text(number, some, contents)]
    for row in contents.database.rows("imagecoding"):
        why = gone(row) or _("it is on a picture, which cannot be shown")
        contents.leave(Kind.CODINGS, row, contents.listed(row), why)
    return tuple(found)


def _why_not(row: Row, contents: Contents) -> str:
    if gone(row):
        return gone(row)
    if contents.code(row) is None:
        return _("its code is not in the file, or was deleted in RQDA")
    if contents.source(row) is None:
        return _("its text is not in the file, or was deleted in RQDA")
    return ""


def _of_text(number: int, rows: list[Keyed], contents: Contents) -> list[ForeignCoding]:
    source = contents.sources[number]
    asked = [
        Quoted(row.number("selfirst"), row.number("selend"), row.text("seltext"))
        for _key, row in rows
    ]
    # When a text is edited, RQDA stores the words anew, from one character too early.
    contents.quotes[number] = quotes = find_quotes(source.file, USUAL, asked, early=True)
    codings = []
    for (key, row), found in zip(rows, quotes.found, strict=True):
        code = contents.code(row)
        coding = _coding(key, row, code, source, found, contents) if code else None
        if coding:
            codings.append(coding)
        else:
            leave_memo(row, contents.ledger)
    return codings


def _coding(
    key: str, row: Row, code: ForeignCode, source: Source, found: Found, contents: Contents
) -> ForeignCoding | None:
    span = span_told(found, Kind.CODINGS, key, contents.listed(row), contents.ledger)
    if span is None:
        return None
    if key.startswith(_TABLES[1]):
        how = _("it is of the second coding, and stands beside the first")
        contents.ledger.alter(Kind.CODINGS, key, how)
    contents.memos.take(row, About.CODING, key)
    coder = contents.owners.key(row.line("owner"))
    return ForeignCoding(key, source.text.key, code.key, span, coder, made(row))
