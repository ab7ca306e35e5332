"""The framework matrix as a Word document, across the page, a few columns a table."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from qualcoder_nhs.domain.framework_book import FrameworkBook
from qualcoder_nhs.domain.framework_sheet import FrameworkSheet
from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.word_file import word_file
from qualcoder_nhs.exporters.word_paragraphs import Pattern, Setter
from qualcoder_nhs.exporters.word_tables import add_table
from qualcoder_nhs.i18n import _

ACROSS = 24.7
"""Centimetres between the margins of A4 laid across."""

_COLUMNS = 4
"""How many summaries stand side by side on a page."""

_LABEL, _ATTRIBUTES, _CELL = 1.0, 2.6, 4.2


def write(book: FrameworkBook, path: Path) -> None:
    """Write the document. What XML cannot hold is shown as a mark."""
    page = _Page(book)
    page.front()
    for one in book.sheets:
        page.sheet(one)
    for table in book.tables[:-1]:
        page.table(table)
    page.document.save(str(path))


class _Page:
    """The document while it is set."""

    def __init__(self, book: FrameworkBook) -> None:
        self._book, self._legible = book, Legible()
        title = f"{book.study}, {_('Framework matrix')}"
        self.document: Any = word_file(self._legible(title), book.author, book.made)
        _turn(self.document)
        self._setter = Setter(self.document)

    def _add(self, style: str, said: str) -> None:
        self._setter.add(Pattern(style), self._legible(said))

    def front(self) -> None:
        """Title, how much is written, and how it is read."""
        book = self._book
        self._add("Title", _("Framework matrix"))
        self._add("Subtitle", book.study)
        told = _("{n} of {total} cells are written.")
        self._add("Headline", told.format(n=book.written, total=book.cells))
        for note in book.notes:
            self._add("Text", note)

    def sheet(self, made: FrameworkSheet) -> None:
        """A heading, and a table for every few columns; cases in which nothing stands left out."""
        self._add("Heading 2", made.title)
        for first in range(0, len(made.columns), _COLUMNS):
            last = min(first + _COLUMNS, len(made.columns))
            rows = list(self._rows(made, first, last))
            heads = (_("Case"), _("Who"), *(one.title for one in made.columns[first:last]))
            widths = [_LABEL, _ATTRIBUTES, *[_CELL] * (last - first)]
            self._table(heads, rows, widths)
            self._add("Table note", "")

    def _rows(self, made: FrameworkSheet, first: int, last: int) -> Iterator[list[str]]:
        for case in made.cases:
            cells = [cell.shown for cell in islice(case.cells, first, last)]
            told = ", ".join(one for one in case.attributes if one)
            yield [self._legible(one) for one in (f"{case.group} {case.name}", told, *cells)]

    def table(self, made: Table) -> None:
        """A table of the program with its notes."""
        self._add("Heading 2", made.title)
        rows = [["" if cell is None else str(cell) for cell in row] for row in made.rows]
        widths = [_wide(at, rows, column.title) for at, column in enumerate(made.columns)]
        self._table([column.title for column in made.columns], rows, widths)
        self._add("Table note", made.note)

    def _table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        plain = [False] * len(heads)
        add_table(self.document, heads, rows, widths=widths, right=plain, across=ACROSS)


def _wide(at: int, rows: Sequence[Sequence[str]], title: str) -> float:
    longest = max((len(row[at]) for row in rows), default=0)
    return float(min(24, max(longest, max(map(len, title.split()), default=0), 3) + 2))


def _turn(document: Any) -> None:
    paper = document.sections[0]
    paper.orientation = WD_ORIENT.LANDSCAPE
    paper.page_width, paper.page_height = Cm(29.7), Cm(21)
