"""Tables of a study: read in one go, counted when the study is let go of, and written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from qualcoder_nhs import __version__
from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.analysis.tables.outside import as_it_leaves
from qualcoder_nhs.analysis.tables.paper import Occasion, document, headed, lines, paper
from qualcoder_nhs.analysis.undisturbed import undisturbed
from qualcoder_nhs.domain.chart import ChartColours
from qualcoder_nhs.domain.errors import NoChart, UnknownSuffix
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.exporters.charts.drawing import KINDS, write_chart
from qualcoder_nhs.exporters.formula_guard import guarded
from qualcoder_nhs.exporters.plain_csv import write_plain_csv
from qualcoder_nhs.exporters.plain_json import write_plain_json
from qualcoder_nhs.exporters.reports.report_formats import REPORTS, report_format, write_report
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.tables import table_material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress


@dataclass
class MakeTable:
    """Count a table as wished."""

    report: CountedReport
    wish: Wish
    title: str = ""

    def __post_init__(self) -> None:
        self.title = _(self.report.title)

    def run(self, study: Study, coder: CoderId, progress: Progress) -> Tabled:
        """The table, as this coder may see it.

        Raises:
            Refusal: when something is wished for that is not there.
        """
        progress(0, 2, _("Reading the codings"))
        with undisturbed():
            material = study.ask_as(coder, table_material, self.wish)
            progress(1, 2, _("Counting"))
            return self.report.run(material, self.wish)


@dataclass
class WriteTable:
    """Write a table; the suffix of `out` picks what: a report, rows, or the table's chart.

    Nobody who may be recognised as one of few is told apart in a file.
    """

    tabled: Tabled
    out: Path
    colours: ChartColours = field(default_factory=ChartColours)
    title: str = field(default_factory=lambda: _("Export table"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it; a sentence that says so.

        Raises:
            UnknownSuffix: when nothing is written under this suffix.
            NoChart: when a picture is wanted of a table that has none.
            NotWritten: when the file cannot be put there.
        """
        progress(0, 1, _("Writing {name}").format(name=self.out.name))
        safe, told = as_it_leaves(self.tabled)
        self._write(safe, study, coder)
        progress(1, 1, "")
        words = _("“{title}” written to {name}.").format(title=safe.title, name=self.out.name)
        return f"{words} {told}".rstrip()

    def _write(self, safe: Tabled, study: Study, coder: CoderId) -> None:
        refuse_unknown_suffix(self.out)
        suffix = self.out.suffix.casefold()
        if suffix in KINDS:
            self._draw(safe)
        elif suffix in PLAIN:
            PLAIN[suffix](safe, self.out)
        elif chosen := report_format(suffix):
            name, author = study.ask(_named, coder)
            occasion = Occasion(name, author, datetime.now(UTC), f"qualcoder_nhs {__version__}")
            write_report(paper(safe, occasion), self.out, chosen)

    def _draw(self, safe: Tabled) -> None:
        if safe.chart is None:
            raise NoChart(title=safe.title)
        write_chart(safe.chart, self.out, self.colours)


def _named(read: Reader, coder: CoderId) -> tuple[str, str]:
    return read.study().name, read.coder(coder).name


def refuse_unknown_suffix(out: Path, *, pictured: bool = True) -> None:
    """Whether a table can be written under this name: asked before counting.

    Raises:
        UnknownSuffix: when it cannot; of a table without a chart, no picture can.
    """
    known = [*(one.suffix for one in REPORTS), *PLAIN, *(KINDS if pictured else ())]
    if out.suffix.casefold() not in known:
        listed = _("{first} or {last}").format(first=", ".join(known[:-1]), last=known[-1])
        raise UnknownSuffix(out.name, listed)


def _csv(tabled: Tabled, out: Path) -> None:
    """Words that a spreadsheet would run have an apostrophe before them."""
    header = [guarded(tabled.corner), *(guarded(headed(head)) for head in tabled.heads)]
    rows = [[_safe(cell) for cell in line] for line in lines(tabled)]
    write_plain_csv(out, rows, header)


def _safe(cell: object) -> str:
    return guarded(cell) if isinstance(cell, str) else str(cell)


def _json(tabled: Tabled, out: Path) -> None:
    write_plain_json(out, document(tabled))


PLAIN: dict[str, Callable[[Tabled, Path], None]] = {".csv": _csv, ".json": _json}
"""What is written for programs that count."""
