"""REPORTS: the formats that reports are written in to be read, and the one door to them."""

from pathlib import Path

from qualcoder_nhs.domain.report import Report
from qualcoder_nhs.exporters.reports import report_docx, report_html, report_xlsx
from qualcoder_nhs.exporters.reports.report_format import ReportFormat
from qualcoder_nhs.exporters.whole_file import whole_file

REPORTS: tuple[ReportFormat, ...] = (report_docx.FORMAT, report_xlsx.FORMAT, report_html.FORMAT)


def report_format(suffix: str) -> ReportFormat | None:
    """The format with this suffix, in any case of letters; None where there is none."""
    return next((one for one in REPORTS if one.suffix == suffix.casefold()), None)


def write_report(report: Report, path: Path, chosen: ReportFormat) -> None:
    """Write the report over what stands there.

    Raises:
        NotWritten: when the file cannot be put there; an older one is untouched then.
    """
    with whole_file(path) as beside:
        chosen.write(report, beside)
