"""REPORTS: every table that is counted from a study, in the order in which they are offered."""

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.analysis.tables import (
    coders,
    collocations,
    consensus,
    cooccurrence,
    coreq,
    framework,
    frequencies,
    kwic,
    links,
    matrix,
    saturation,
    sequences,
    side_by_side,
    srqr,
    timeline,
    voices,
    words,
)
from qualcoder_nhs.domain.errors import NoSuch

REPORTS: tuple[CountedReport, ...] = (
    matrix.REPORT,
    frequencies.REPORT,
    cooccurrence.REPORT,
    links.REPORT,
    sequences.REPORT,
    side_by_side.REPORT,
    timeline.REPORT,
    saturation.REPORT,
    consensus.REPORT,
    framework.REPORT,
    voices.REPORT,
    coders.REPORT,
    kwic.REPORT,
    words.REPORT,
    collocations.REPORT,
    coreq.REPORT,
    srqr.REPORT,
)


def report_named(name: str) -> CountedReport:
    """The report with this id.

    Raises:
        NoSuch: when there is none.
    """
    for one in REPORTS:
        if one.id == name:
            return one
    raise NoSuch(kind="report", name=name)
