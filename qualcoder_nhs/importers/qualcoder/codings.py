"""The coded words of a QualCoder project; what is coded on pictures, sound and film stays out."""

from collections import defaultdict
from collections.abc import Iterator

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.foreign import ForeignCode, ForeignCoding, Kind
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.left_rows import leave_memo
from qualcoder_nhs.importers.foreign.quoted_codings import span_told
from qualcoder_nhs.importers.foreign.quoted_places import Found, Quoted, find_quotes
from qualcoder_nhs.importers.qualcoder.contents import USUAL, Contents
from qualcoder_nhs.importers.qualcoder.texts import Source

_UNSHOWN = (
    ("code_image", N_("it is on a picture or a page, which cannot be shown")),
    ("code_av", N_("it is on sound or film, which cannot be played")),
)

Keyed = tuple[str, Row]
"""A row of coded words with its key."""


def codings_of(contents: Contents) -> list[tuple[ForeignCoding, Row]]:
    """The codings that have a place, text by text; all others are told to the ledger."""
    found = [
        coded
        for number, rows in _by_text(contents).items()
        for coded in _of_text(number, rows, contents)
    ]
    for table, why in _UNSHOWN:
        for row in contents.database.rows(table):
            _leave(row, _(why), contents)
    return found


def _by_text(contents: Contents) -> dict[int, list[Keyed]]:
    rows: dict[int, list[Keyed]] = defaultdict(list)
    for at, row in enumerate(contents.database.rows("code_text"), start=1):
        number = row.number("fid")
        if contents.code(row) is None:
            _leave(row, _("its code is not in the file"), contents)
        elif number is None or contents.source(row) is None:
            _leave(row, _("its text is not in the file, or stays out"), contents)
        else:
            rows[number].append((f"coding {at}", row))
    return rows


def _of_text(
    number: int, rows: list[Keyed], contents: Contents
) -> Iterator[tuple[ForeignCoding, Row]]:
    source = contents.sources[number]
    asked = [_quoted(row) for _key, row in rows]
    contents.quotes[number] = quotes = find_quotes(source.file, USUAL, asked)
    for (key, row), found in zip(rows, quotes.found, strict=True):
        code = contents.code(row)
        coding = _coding(key, row, code, source, found, contents) if code else None
        if coding is None:
            leave_memo(row, contents.ledger)
        else:
            yield coding, row


def _quoted(row: Row) -> Quoted:
    return Quoted(row.number("pos0"), row.number("pos1"), row.text("seltext"))


def _coding(
    key: str, row: Row, code: ForeignCode, source: Source, found: Found, contents: Contents
) -> ForeignCoding | None:
    span = span_told(found, Kind.CODINGS, key, contents.listed(row), contents.ledger)
    if span is None:
        return None
    return ForeignCoding(
        key=key,
        text=source.text.key,
        code=code.key,
        span=span,
        coder=contents.owners.key(row.line("owner")),
        made=row.moment("date"),
        flags=(Flag.STRONG,) if row.number("important") == 1 else (),
    )


def _leave(row: Row, why: str, contents: Contents) -> None:
    contents.ledger.leave(Kind.CODINGS, contents.listed(row), why)
    leave_memo(row, contents.ledger)
