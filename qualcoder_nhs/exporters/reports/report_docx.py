"""A report as a Word document to attach: method box, headline, tables, words for the paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qualcoder_nhs.domain.report import Column, Measures, Prose, Report, Table
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.reports.report_cells import Printed, right
from qualcoder_nhs.exporters.reports.report_format import ReportFormat
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_paragraphs import Pattern, Setter
from qualcoder_nhs.exporters.word.word_tables import add_table
from qualcoder_nhs.i18n import N_, _

_WIDE = 60
"""Letters from which on a column takes no more room."""

_LINE, _MARGINS, _BROKEN, _INDENT, _BOLD = 140, 4, 16, 3, 2
"""Letters: of a line, of a cell's margins, of what can be broken up, of a step, of bold words."""


def write(report: Report, path: Path) -> None:
    """Write the document. What XML cannot hold is shown as a mark."""
    page = _Page(report)
    page.front()
    for table in report.tables:
        if not table.appendix:
            page.table(table)
    for prose in report.prose:
        page.prose(prose)
    page.notes()
    page.document.save(str(path))


class _Page:
    """The document while it is set."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._legible = Legible()
        title = f"{report.subtitle}, {report.title}"
        self.document: Any = word_file(self._legible(title), report.author, report.made)
        self._setter = Setter(self.document)

    def _add(self, style: str, said: str) -> None:
        if said:
            self._setter.add(Pattern(style), self._legible(said))

    def front(self) -> None:
        """Title, method box, headline."""
        self._add("Title", self._report.title)
        self._add("Subtitle", self._report.subtitle)
        self._add("Heading 2", _("Method"))
        rows = [[name, self._legible(value)] for name, value in self._report.facts]
        self._table([_("What"), _("How")], rows, [1.0, 4.2], [False, False])
        self._add("Headline", self._report.headline)
        for said in self._report.details:
            self._add("Text", said)

    def table(self, table: Table) -> None:
        """Its title, its rows, and what is to be known of them."""
        self._add("Heading 2", table.title)
        shown = Printed(table)
        rows = [[self._legible(words) for words in row] for row in shown.rows]
        self._table(
            [column.title for column in table.columns],
            rows,
            _widths(table.columns, rows, table.depths),
            [right(column) for column in table.columns],
            table.depths,
        )
        self._add("Table note", shown.note)

    def _table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        right: Sequence[bool],
        depths: Sequence[int] = (),
    ) -> None:
        add_table(self.document, header, rows, widths=widths, right=right, depths=depths)

    def prose(self, prose: Prose) -> None:
        """A heading and its paragraphs or answers."""
        self._add("Heading 2", prose.title)
        for paragraph in prose.paragraphs:
            self._add("Text", paragraph)
        for question, answer in prose.points:
            self._add("Question", question)
            self._add("Text", answer)

    def notes(self) -> None:
        """Caveats, last."""
        if self._report.notes:
            self._add("Heading 2", _("Notes"))
        for note in self._report.notes:
            self._add("Text", note)
        self._add("Closing line", f"{self._report.subtitle}, {self._report.made:%Y-%m-%d}")


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], depths: Sequence[int] = ()
) -> list[float]:
    """By the longest cell; where a line has no room for all, words are broken, figures are not."""
    wanted = [_wanted(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    wanted[0] += _INDENT * max(depths, default=0)
    flowing = {at for at, width in enumerate(wanted) if width > _BROKEN and _of_words(columns[at])}
    fixed = sum(width for at, width in enumerate(wanted) if at not in flowing)
    room = max(_LINE - fixed, _BROKEN * len(flowing))
    share = min(1.0, room / max(1, sum(wanted[at] for at in flowing)))
    return [
        max(width * share, _titled(columns[at])) if at in flowing else width
        for at, width in enumerate(wanted)
    ]


def _wanted(column: Column, cells: Sequence[str]) -> float:
    """What a column takes on one line, in letters, with the margins of its cells."""
    longest = max(map(len, cells), default=0)
    return max(_titled(column), float(min(longest, _WIDE) + _MARGINS))


def _titled(column: Column) -> float:
    """What the longest word of its title takes, which is set in bold."""
    longest = max(map(len, column.title.split()), default=0)
    return float(min(longest, _WIDE) + _MARGINS + _BOLD)


def _of_words(column: Column) -> bool:
    return column.measures is Measures.WORDS


FORMAT = ReportFormat(id="docx", name=N_("Word document"), suffix=".docx", write=write)
