"""The report of agreement as JSON: other programs read it, so its names and nesting stay."""

from qualcoder_nhs.analysis.agreement.comparison_json import Json, as_json
from qualcoder_nhs.analysis.agreement.report import AgreementReport, StoredDisagreement

KEYS = (
    *("unit", "coders", "transcripts", "excluded", "codebook_version", "layer"),
    *("seed", "replicates", "interval", "overall", "coded_only", "by_transcript", "codes"),
    *("confusion", "disagreements"),
)
"""What the document has, in this order."""


def report_json(report: AgreementReport) -> Json:
    """The whole report. Positions of disagreements are half-open and those of the stored text.

    A disagreement that runs on into another turn is there once for each turn it touches.
    """
    found = as_json(report.comparison, report.about.paths) | {
        "excluded": [{"what": one.what, "why": one.why} for one in report.excluded],
        "codebook_version": report.about.version,
        "layer": report.about.layer,
        "disagreements": [_disagreement(one) for one in report.disagreements],
    }
    return {key: found[key] for key in KEYS}


def _disagreement(one: StoredDisagreement) -> Json:
    return {
        "transcript": one.of.transcript,
        "start": one.span.start,
        "end": one.span.end,
        "code": one.of.code,
        "coders_with": list(one.of.coders_with),
        "coders_without": list(one.of.coders_without),
        "kind": one.of.kind.value,
    }
