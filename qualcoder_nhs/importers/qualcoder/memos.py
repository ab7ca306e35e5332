"""Everything that was written down in a QualCoder project, on whatever it was written."""

from collections.abc import Iterable

from qualcoder_nhs.domain.foreign import (
    About,
    Altered,
    ForeignCase,
    ForeignCoding,
    ForeignMemo,
    Kind,
)
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.left_rows import leave_memo
from qualcoder_nhs.importers.foreign.written_memos import WrittenMemos
from qualcoder_nhs.importers.qualcoder.contents import Contents


def memos_of(
    contents: Contents,
    codings: Iterable[tuple[ForeignCoding, Row]],
    cases: Iterable[tuple[ForeignCase, Row]],
) -> tuple[ForeignMemo, ...]:
    """The memos on the project, its texts, codings and cases, its journals, and annotations.

    Those on codes are the codes' definitions and not among these.
    """
    memos = WrittenMemos(contents.owners, Row.moment)
    for row in contents.database.rows("project"):
        memos.take(row, About.STUDY)
    for row in contents.database.rows("journal"):
        memos.take(row, About.STUDY, column="jentry", title=row.line("name"))
    for source in contents.sources.values():
        memos.take(source.row, About.TEXT, source.text.key)
    for coding, row in codings:
        memos.take(row, About.CODING, coding.key)
    for case, row in cases:
        memos.take(row, About.CASE, case.key)
    for table in ("annotation", "case_text"):
        _on_passages(table, contents, memos)
    for row in contents.database.rows("attribute_type"):
        leave_memo(row, contents.ledger, _("it is on an attribute"))
    return memos.found


def turned_into_definitions(contents: Contents) -> tuple[Altered, ...]:
    """The memos on codes, which became what the codes mean."""
    how = _("it became the definition of its code")
    return tuple(
        Altered(Kind.MEMOS, code.key, how) for code in contents.codes.values() if code.definition
    )


def _on_passages(table: str, contents: Contents, memos: WrittenMemos) -> None:
    for row in contents.database.rows(table):
        source, span = contents.source(row), contents.span(row)
        if source is None:
            leave_memo(row, contents.ledger)
            continue
        about = About.PASSAGE if span else About.TEXT
        key = memos.take(row, about, source.text.key, span=span or None)
        if key and span is not None and not span:
            how = _("its place is not in the text; it is on the whole text")
            contents.ledger.alter(Kind.MEMOS, key, how)
