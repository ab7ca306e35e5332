"""The report of agreement as JSON: other programs read it, so its names and nesting stay."""

from qualcoder_nhs.analysis.agreement.comparison_json import Json, as_json
from qualcoder_nhs.analysis.agreement.links import LinkAgreement, LinkCounts
from qualcoder_nhs.analysis.agreement.report import AgreementReport, StoredDisagreement
from qualcoder_nhs.analysis.agreement.settled import DecidedPassage, Settling

KEYS = (
    *("unit", "coders", "transcripts", "excluded", "codebook_version", "layer"),
    *("seed", "replicates", "interval", "overall", "coded_only", "by_transcript", "codes"),
    *("confusion", "disagreements", "settling", "links"),
)
"""What the document has, in this order."""


def report_json(report: AgreementReport, settling: Settling | None = None) -> Json:
    """The whole report. Positions of disagreements are half-open and those of the stored text.

    A disagreement that runs on into another turn is there once for each turn it touches. How a
    round was settled is None where nothing of it was, and so are links where nobody made any.
    """
    found = as_json(report.comparison, report.about.paths) | {
        "excluded": [{"what": one.what, "why": one.why} for one in report.excluded],
        "codebook_version": report.about.version,
        "layer": report.about.layer,
        "disagreements": [_disagreement(one) for one in report.disagreements],
        "settling": _settling(settling) if settling else None,
        "links": _links(report.links) if report.links else None,
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


def _links(found: LinkAgreement) -> Json:
    return {
        "pairs": [_link_counts(one) for one in found.pairs],
        "overall": _link_counts(found.overall),
        "alpha": found.alpha,
        "why": found.why_no_alpha or None,
        "confusion": [
            {"kind": one.value, "other": other.value, "links": number}
            for one, other, number in found.confusions
        ],
    }


def _link_counts(counts: LinkCounts) -> Json:
    return {
        "coders": list(counts.coders),
        "turns_both": counts.turns_both,
        "turns_one": counts.turns_one,
        "same_target": counts.same_target,
        "links_both": counts.links_both,
        "links_one": counts.links_one,
        "same_kind": counts.same_kind,
        "positive_agreement": counts.positive_agreement,
    }


def _settling(of: Settling) -> Json:
    return {
        "round": of.round,
        "disputed": of.disputed,
        "settled": len(of.settled),
        "put_off": of.put_off,
        "open": of.open,
        "agreed": of.agreed,
        "causes": {cause.value: n for cause, n in of.causes.items()},
        "choices": {choice.value: n for choice, n in of.choices.items()},
        "by": dict(of.by),
        "reworded": list(of.reworded),
        "decisions": [_decision(one) for one in of.passages],
    }


def _decision(one: DecidedPassage) -> Json:
    return {
        "transcript": one.transcript,
        "start": one.span.start,
        "end": one.span.end,
        "codes": list(one.codes),
        "kind": one.kind.value,
        "cause": one.cause.value if one.cause else None,
        "choice": one.choice.value,
        "coder": one.coder,
        "code": one.other,
        "reason": one.reason,
        "by": one.by,
        "at": one.at.isoformat(),
    }
