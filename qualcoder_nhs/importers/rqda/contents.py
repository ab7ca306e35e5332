"""What of an RQDA project is known while the rest of it is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from qualcoder_nhs.domain.foreign import ForeignCode, ForeignText, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, Row
from qualcoder_nhs.importers.foreign.left_rows import leave_memo, memo_leaver
from qualcoder_nhs.importers.foreign.numbered_rows import numbered
from qualcoder_nhs.importers.foreign.owners import Owners
from qualcoder_nhs.importers.foreign.quoted_codings import listed_name
from qualcoder_nhs.importers.foreign.quoted_places import Quotes
from qualcoder_nhs.importers.foreign.written_memos import WrittenMemos
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.positions import FileText, Reading, Ruler
from qualcoder_nhs.importers.rqda.rows import gone, made

USUAL = Reading(ends_twice=True, mark_counted=True)
"""How RQDA counts: as its text view does, in which every character is one."""


@dataclass(frozen=True)
class Source:
    """A text with where its file has more than is stored."""

    text: ForeignText
    file: FileText


@dataclass
class Contents:
    """The open database; codes by key and texts by number fill while they are read.

    `quotes` tell how the codings of each text were read.
    """

    database: ForeignDatabase
    ledger: Ledger = field(default_factory=Ledger)
    owners: Owners = field(default_factory=Owners)
    codes: dict[str, ForeignCode] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    quotes: dict[int, Quotes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.memos = WrittenMemos(self.owners, made)

    def live(self, table: str, number: str, kind: Kind) -> Iterator[tuple[int, Row]]:
        """The rows that still count by their number; what does not is told to the ledger."""
        leave = memo_leaver(kind, self.ledger)
        for key, row in numbered(self.database.rows(table), number, leave).items():
            if gone(row):
                leave(row, gone(row))
            else:
                yield key, row

    def leave(self, kind: Kind, row: Row, name: str, why: str) -> None:
        """A row stays out, and what is written on it."""
        self.ledger.leave(kind, name, why)
        leave_memo(row, self.ledger)

    def source(self, row: Row) -> Source | None:
        """The text that a row means; None where it is not here."""
        number = row.number("fid")
        return None if number is None else self.sources.get(number)

    def code(self, row: Row) -> ForeignCode | None:
        """The code that a row means; None where it is not here."""
        return self.codes.get(code_key(row.number("cid")))

    def listed(self, row: Row) -> str:
        """A row of coded words as a list names it."""
        code, source = self.code(row), self.source(row)
        text = source.text.name if source else ""
        named = code.name if code else "?"
        return listed_name(named, row.text("seltext"), text, row.number("selfirst"))

    def ruler(self, row: Row, source: Source) -> Ruler:
        """How positions in the text of a row are counted."""
        read = self.quotes.get(row.number("fid") or 0)
        return Ruler(source.file, read.reading if read else source.file.plainest(USUAL))

    def span(self, row: Row) -> Span | None:
        """The words that a row without a quote means; None for a whole text, empty for none."""
        source = self.source(row)
        if source is None:
            return Span(0, 0)
        ruler = self.ruler(row, source)
        start, end = (ruler.place(row.number(name) or 0) for name in ("selfirst", "selend"))
        if start == 0 and (end is None or end == len(source.text.text)):
            return None
        if start is None or end is None or start >= end:
            return Span(0, 0)
        return Span(start, end)


def code_key(number: int | None) -> str:
    """What a code is called by."""
    return f"code {number}"
