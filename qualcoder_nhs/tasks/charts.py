"""Writes a chart as a picture, and notes in the study that it left."""

from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.domain.chart import Chart, ChartColours
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.exporters.charts.drawing import write_chart
from qualcoder_nhs.i18n import _
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.task import Progress


@dataclass
class WriteChart:
    """Write a chart; the suffix of `out` picks the kind of picture."""

    chart: Chart
    out: Path
    colours: ChartColours
    title: str = field(default_factory=lambda: _("Save chart"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it and note it, with nobody's words; a sentence that says so.

        Raises:
            NoSuchFormat, NotWritten: as `write_chart` says.
        """
        progress(0, 1, _("Drawing {name}").format(name=self.out.name))
        write_chart(self.chart, self.out, self.colours)
        said = Exported(_("Chart saved to {name}.").format(name=self.out.name), ())
        if study.writable:
            note(study, coder, "chart", self.out, said)
        return said.words
