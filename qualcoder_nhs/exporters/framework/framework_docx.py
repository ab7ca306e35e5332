"""The framework matrix as a Word document laid across: what is written, some columns a table."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from qualcoder_nhs.domain.framework_book import FrameworkBook
from qualcoder_nhs.domain.framework_sheet import FrameworkCase, FrameworkSheet
from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_paragraphs import Pattern, Setter
from qualcoder_nhs.exporters.word.word_tables import add_table
from qualcoder_nhs.i18n import _

ACROSS = 24.7
"""Centimetres between the margins of A4 laid across."""

_COLUMNS = 4
"""How many summaries stand side by side on a page."""

_LABEL, _ATTRIBUTES, _CELL = 1.7, 3.0, 4.2


def write(book: FrameworkBook, path: Path) -> None:
    """Write the document. What XML cannot hold is shown as a mark."""
    page = _Page(book)
    page.front()
    for one in book.sheets:
        if any(_is_written(one, at) for at in range(len(one.columns))):
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
        self._add("Text", _("Columns in which nothing is written yet are in the Excel workbook."))
        for note in book.notes:
            self._add("Text", note)

    def sheet(self, made: FrameworkSheet) -> None:
        """A heading, and a table for every few columns that anything is written in."""
        self._add("Heading 2", made.title)
        written = [at for at in range(len(made.columns)) if _is_written(made, at)]
        for first in range(0, len(written), _COLUMNS):
            shown = written[first : first + _COLUMNS]
            heads = (_("Case"), _("Who"), *(made.columns[at].title for at in shown))
            widths = [_LABEL, _ATTRIBUTES, *[_CELL] * len(shown)]
            self._table(heads, list(self._rows(made, shown)), widths)
            self._add("Table note", self._silent(made, shown))

    def _rows(self, made: FrameworkSheet, shown: Sequence[int]) -> Iterator[list[str]]:
        for case in made.cases:
            if _says_anything(case, shown):
                cells = [case.cells[at].shown for at in shown]
                told = ", ".join(one for one in case.attributes if one)
                yield [self._legible(one) for one in (_named(case), told, *cells)]

    def _silent(self, made: FrameworkSheet, shown: Sequence[int]) -> str:
        """Who is left out of a table, since nothing of theirs is coded in it."""
        silent = [_named(case) for case in made.cases if not _says_anything(case, shown)]
        if not silent:
            return ""
        return _("Nothing coded here of {cases}.").format(cases=", ".join(silent))

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


def _named(case: FrameworkCase) -> str:
    return f"{case.group} {case.name}"


def _says_anything(case: FrameworkCase, shown: Sequence[int]) -> bool:
    return any(case.cells[at].summary or case.cells[at].codings for at in shown)


def _is_written(made: FrameworkSheet, column: int) -> bool:
    return any(case.cells[column].summary for case in made.cases)


def _wide(at: int, rows: Sequence[Sequence[str]], title: str) -> float:
    longest = max((len(row[at]) for row in rows), default=0)
    return float(min(24, max(longest, max(map(len, title.split()), default=0), 3) + 2))


def _turn(document: Any) -> None:
    paper = document.sections[0]
    paper.orientation = WD_ORIENT.LANDSCAPE
    paper.page_width, paper.page_height = Cm(29.7), Cm(21)
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(ACROSS), WD_TAB_ALIGNMENT.RIGHT)
