"""What can leave the report page as a file: the report in every format, and its charts."""

from dataclasses import dataclass

from qualcoder_nhs.i18n import N_

REPORT_FILES = (
    (N_("Word report …"), ".docx", N_("Word")),
    (N_("Excel workbook …"), ".xlsx", N_("Excel")),
    (N_("Web page …"), ".html", N_("Web page")),
    (N_("JSON …"), ".json", "JSON"),
    (N_("CSV for R …"), ".csv", "CSV"),
    (N_("CSV for pygamma …"), ".pygamma.csv", "CSV"),
)
"""Words in the menu, suffix, and the name of the kind of file."""


@dataclass(frozen=True)
class ChartChoice:
    """A chart by its id and its words in the menu."""

    id: str
    words: str


CHARTS = (
    ChartChoice("codes", N_("Chart of alpha by code …")),
    ChartChoice("kinds", N_("Chart of what differs …")),
    ChartChoice("confusion", N_("Heat map of codes …")),
)
CHART_KINDS = "SVG (*.svg);;PNG (*.png);;PDF (*.pdf)"
