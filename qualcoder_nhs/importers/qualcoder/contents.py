"""What of a QualCoder project is known while the rest of it is read."""

from dataclasses import dataclass, field

from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, Row
from qualcoder_nhs.importers.foreign.owners import Owners
from qualcoder_nhs.importers.foreign.quoted_codings import listed_name
from qualcoder_nhs.importers.foreign.quoted_places import Quotes
from qualcoder_nhs.importers.qualcoder.codes import code_key
from qualcoder_nhs.importers.qualcoder.texts import Source
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.positions import Reading, Ruler

USUAL = Reading(utf16=True, ends_twice=False, mark_counted=True)
"""How QualCoder counts: as its text editor does, in UTF-16 units and with one for a line end."""


@dataclass(frozen=True)
class Contents:
    """The open database with its codes by key and its texts by number.

    `quotes` fills with how the codings of each text were read.
    """

    database: ForeignDatabase
    ledger: Ledger
    owners: Owners
    codes: dict[str, ForeignCode]
    sources: dict[int, Source]
    quotes: dict[int, Quotes] = field(default_factory=dict)

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
        return listed_name(named, row.text("seltext"), text, row.number("pos0"))

    def span(self, row: Row) -> Span | None:
        """The words that a row without a quote means; None for a whole text, empty for none.

        QualCoder writes the place of the last character for the end of a whole text.
        """
        source = self.source(row)
        if source is None:
            return Span(0, 0)
        if row.is_null("pos0") and row.is_null("pos1"):
            return None
        read = self.quotes.get(row.number("fid") or 0)
        ruler = Ruler(source.file, read.reading if read else source.file.plainest(USUAL))
        start, end = (ruler.place(row.number(name) or 0) for name in ("pos0", "pos1"))
        if start == 0 and (end is None or end >= len(source.text.text) - 1):
            return None
        if start is None or end is None or start >= end:
            return Span(0, 0)
        return Span(start, end)
