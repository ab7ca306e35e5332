"""What a page with a table shows, counted off the window's thread; its chart, and its files."""

from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.domain.chart import Chart, ChartColours
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.exporters.charts.drawing import drawn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.holdings import Holdings, holdings
from qualcoder_nhs.queries.table_choices import TableChoices, table_choices
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.tables import MakeTable, WriteTable
from qualcoder_nhs.tasks.task import Cancelled, Progress


@dataclass(frozen=True)
class TablePage:
    """The table with what its options offer, or the sentence that says why there is none."""

    wish: Wish
    tabled: Tabled | None = None
    choices: TableChoices | None = None
    has: Holdings | None = None
    refused: str = ""
    stopped: bool = False


@dataclass
class ReadTable:
    """Count a table for its page; to be refused or stopped is an outcome, too."""

    report: CountedReport
    wish: Wish
    title: str = ""

    def run(self, study: Study, coder: CoderId, progress: Progress) -> TablePage:
        """The page, as this coder may see it."""
        layer = self.wish.word("layer") or None
        choices = study.ask_as(coder, table_choices, layer)
        has = study.ask_as(coder, holdings, choices.layer)
        try:
            tabled = MakeTable(self.report, self.wish).run(study, coder, progress)
        except Refusal as refusal:
            return TablePage(self.wish, choices=choices, has=has, refused=str(refusal))
        except Cancelled:
            return TablePage(self.wish, choices=choices, has=has, stopped=True)
        return TablePage(self.wish, tabled, choices, has)


@dataclass
class DrawChart:
    """Draw a chart for the window."""

    chart: Chart
    colours: ChartColours
    title: str = field(default_factory=lambda: _("Drawing the chart"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> bytes:
        """The picture as PNG, which every platform shows alike."""
        del study, coder
        progress(0, 1, self.title)
        return drawn(self.chart, "png", self.colours)


@dataclass
class LetTableOut:
    """Write a table, or its chart, and note in the study what left and whose words are in it."""

    tabled: Tabled
    out: Path
    colours: ChartColours
    title: str = field(default_factory=lambda: _("Export table"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it; a sentence that says so.

        Raises:
            UnknownSuffix, NoChart, NotWritten: as `WriteTable` says.
        """
        words = WriteTable(self.tabled, self.out, self.colours).run(study, coder, progress)
        if study.writable:
            said = Exported(words, quoted_in(self.tabled))
            note(study, coder, "table", self.out, said)
        return words


def quoted_in(tabled: Tabled) -> tuple[TranscriptId, ...]:
    """The transcripts whose words a table quotes."""
    long = [at for at, head in enumerate(tabled.heads) if head.long]
    entries = (row.entries[at] for row in tabled.rows for at in long)
    return tuple(dict.fromkeys(place[0] for one in entries for place in one.turns))
