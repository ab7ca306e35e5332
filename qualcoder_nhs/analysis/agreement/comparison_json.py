"""A comparison as plain lists and mappings, in the shape in which it is written as JSON."""

from collections.abc import Mapping
from typing import Any

from qualcoder_nhs.analysis.agreement.code_figures import PairFigures
from qualcoder_nhs.analysis.agreement.comparison import (
    CodeComparison,
    Comparison,
    Measured,
    Overall,
    SetFigures,
)
from qualcoder_nhs.analysis.agreement.disagreements import Disagreement
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.labelling import Overlap
from qualcoder_nhs.analysis.agreement.resampling import LEVEL
from qualcoder_nhs.i18n import N_, _

TOO_FEW_READERS = N_("fewer than two of the coders have finished it")
OF_TRANSCRIPTS = N_("percentile bootstrap of whole transcripts, {level} %")
OF_TURNS = N_("percentile bootstrap of turns, being fewer than eight transcripts, {level} %")

Json = dict[str, Any]


def as_json(comparison: Comparison, paths: Mapping[str, str]) -> Json:
    """All of the comparison that stands in it; `paths` are the paths of the codes.

    Codebook version and layer are the study's to add. Positions are those on the continuum. The
    passages because of which a family is refused are among what is excluded.
    """
    plan = comparison.plan
    return {
        "unit": plan.unit,
        "coders": list(plan.coders),
        "transcripts": _transcripts(comparison),
        "excluded": _excluded(comparison),
        "seed": plan.seed,
        "replicates": plan.replicates,
        "interval": _interval(comparison),
        "overall": _overall(comparison.overall),
        "coded_only": _sets(comparison.coded_only),
        "by_transcript": [
            {"name": name, **_overall(overall)} for name, overall in comparison.by_transcript
        ],
        "codes": [_code(code, paths.get(code.code, code.code)) for code in comparison.codes],
        "confusion": [
            {"from": one.one, "to": one.other, "characters": one.characters, "lift": one.lift}
            for one in comparison.confusion.ranked()
        ],
        "disagreements": [_disagreement(one) for one in comparison.disagreements],
    }


def value(figure: Figure) -> Json:
    """V: a value with its interval, or why there is none."""
    why = None if figure.why is None else _(figure.why)
    return {"value": figure.value, "why": why, "low": figure.low, "high": figure.high}


def measured(of: Measured) -> Json:
    """M: everything about one code."""
    figures, ladder = of.figures.figures, of.ladder
    return {
        "alpha": value(figures["alpha"]),
        "k_u_alpha": value(of.unitized.k_u_alpha),
        **{name: value(figures[name]) for name in ("fleiss", "light", "conger")},
        "applications": dict(of.figures.applications),
        "ladder": {
            "exact": ladder.exact,
            "90": ladder.near,
            "overlap": ladder.overlap,
            "turn": ladder.turn,
            "document": ladder.document,
        },
        "pairs": [_pair(pair) for pair in of.figures.pairs],
    }


def _pair(pair: PairFigures) -> Json:
    figures = {name: value(one) for name, one in pair.figures.items() if name != "alpha"}
    return {
        "coders": list(pair.coders),
        "both": pair.both,
        "first_only": pair.first_only,
        "second_only": pair.second_only,
        "neither": pair.neither,
        **figures,
    }


def _code(code: CodeComparison, path: str) -> Json:
    return {
        "slug": code.code,
        "path": path,
        "own": measured(code.own),
        "rolled_up": measured(code.rolled_up),
        "within_family": value(code.within_family.cu_alpha),
    }


def _overall(of: Overall) -> Json:
    return {
        "bar_u_alpha": value(of.unitized.bar_u_alpha),
        "u_alpha": value(of.unitized.u_alpha),
        "cu_alpha": value(of.unitized.cu_alpha),
        **_sets(of.sets),
        "mean_alpha": value(of.figures.mean_alpha),
        "pooled_kappa": [
            {"coders": list(coders), **value(kappa)} for coders, kappa in of.figures.pooled_kappa
        ],
    }


def _sets(of: SetFigures) -> Json:
    return {"masi_alpha": value(of.masi), "jaccard_alpha": value(of.jaccard)}


def _transcripts(comparison: Comparison) -> list[Json]:
    return [
        {
            "name": one.name,
            "characters": one.length,
            "coders": [coder for coder in comparison.plan.coders if coder in one.marks],
        }
        for one in comparison.cut.continua
    ]


def _excluded(comparison: Comparison) -> list[Json]:
    left_out = [{"what": name, "why": _(TOO_FEW_READERS)} for name in comparison.left_out]
    overlapping = [
        {"what": _overlap(code.code, overlap), "why": _(code.within_family.cu_alpha.why or "")}
        for code in comparison.codes
        if code.within_family.cu_alpha.value is None
        for overlap in code.within_family.overlaps
    ]
    return left_out + overlapping


def _overlap(parent: str, overlap: Overlap) -> str:
    start, end = overlap.span.start, overlap.span.end
    codes = " + ".join(overlap.codes)
    return f"{parent}: {overlap.transcript} {start}–{end}, {overlap.coder}: {codes}"


def _interval(comparison: Comparison) -> str | None:
    if not comparison.plan.replicates or not comparison.cut.continua:
        return None
    method = OF_TURNS if comparison.cut.by_turn else OF_TRANSCRIPTS
    return _(method).format(level=round(100 * LEVEL))


def _disagreement(one: Disagreement) -> Json:
    return {
        "transcript": one.transcript,
        "start": one.span.start,
        "end": one.span.end,
        "code": one.code,
        "coders_with": list(one.coders_with),
        "coders_without": list(one.coders_without),
        "kind": one.kind.value,
    }
