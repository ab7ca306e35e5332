"""What leaves the report page: asks where to, and has the report or a chart written."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.analysis.agreement.bands import Bands
from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.domain.chart import Chart
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.agreement import WriteAgreement
from qualcoder_nhs.tasks.agreement_page import AgreementPage
from qualcoder_nhs.tasks.charts import WriteChart
from qualcoder_nhs.ui.agreement.report.charting import chart, chart_colours
from qualcoder_nhs.ui.agreement.report.leaving import CHART_KINDS
from qualcoder_nhs.ui.agreement.report.top import Leave
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live

AskFile = Callable[[str, str, Callable[[Path], None]], None]
"""Asks where to save: a suggested name, the kinds of files, and what to do with the answer."""

Shown = Callable[[AgreementPage], tuple[Sequence[CodeRow], tuple[Bands, ...]]]
"""The rows of the table by code that are shown, and whose words beside them."""


class Departure(QObject):
    """Knows what is shown: `live`, `page`, what the round is `called`, and the `theme` of charts.

    `said` bears a line for the status bar.
    """

    said = Signal(str)

    def __init__(
        self, leave: Leave, ask_file: AskFile, shown: Shown, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ask_file, self._by_code = ask_file, shown
        self.live: Live | None = None
        self.page: AgreementPage | None = None
        self.called, self.theme = "", theme
        leave.report_wanted.connect(self._ask_where_report)
        leave.chart_wanted.connect(self._ask_where_chart)

    def _ask_where_report(self, suffix: str, kind: str) -> None:
        name = _("Agreement {round}").format(round=self.called).strip() + suffix
        self._ask_file(name, f"{kind} (*{suffix})", self._write_report)

    def _write_report(self, out: Path) -> None:
        if self.live is not None and self.page is not None and self.page.report is not None:
            _rows, bands = self._by_code(self.page)
            task = WriteAgreement(self.page.report, out, self.page.wish, bands)
            self.live.start(task, self.said.emit, self)

    def _ask_where_chart(self, name: str) -> None:
        if self.page is not None and self.page.report is not None:
            rows, _bands = self._by_code(self.page)
            drawn = chart(name, self.page.report, rows, self.page.criterion)
            self._ask_file(f"{drawn.title}.svg", CHART_KINDS, partial(self._write_chart, drawn))

    def _write_chart(self, drawn: Chart, out: Path) -> None:
        if self.live is not None:
            task = WriteChart(drawn, out, chart_colours(self.theme))
            self.live.start(task, self.said.emit, self)
