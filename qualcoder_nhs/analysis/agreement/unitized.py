"""The unitizing figures of a study, of a family of codes and of each code, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.figure import (
    ALL_ALIKE,
    ALWAYS_APPLIED,
    NEVER_APPLIED,
    NOTHING_CODED,
    NOTHING_SAID,
    Figure,
)
from qualcoder_nhs.analysis.agreement.grid import Grid
from qualcoder_nhs.analysis.agreement.labelling import Overlap, any_code, by_set, overlaps
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.unit_sums import (
    CodeSums,
    ValueSums,
    code_sums,
    value_sums,
)
from qualcoder_nhs.analysis.agreement.unit_totals import code_totals, value_totals
from qualcoder_nhs.analysis.agreement.unitizing import (
    bar_u_alpha,
    cu_alpha,
    k_u_alpha,
    u_alpha,
    u_alpha_of_codes,
)
from qualcoder_nhs.i18n import N_

CODES_OVERLAP = N_("codes of one coder overlap, and only alternatives can be compared")
NEVER_MET = N_("no passage was coded by two coders")
NEVER_MET_HERE = N_("nobody else coded anything where it was given")
ONE_VALUE = N_("where two coders coded, there is only one code")


@dataclass(frozen=True)
class Unitized:
    """The unitizing figures over codes that are alternatives to each other.

    `coverage` is the share of the characters that two coders marked, t.. of l..: what cu-alpha
    speaks of. `overlaps` are the passages to which one coder gave several of the codes.
    """

    u_alpha: Figure
    bar_u_alpha: Figure
    cu_alpha: Figure
    coverage: float | None
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True)
class UnitizedCode:
    """The unitizing figures of one code; `coverage` is t_k of l_k, what (k)u-alpha speaks of."""

    u_alpha: Figure
    k_u_alpha: Figure
    coverage: float | None


def unitized_study(cut: Sequence[Grid], draws: Resampling) -> Unitized:
    """The figures of all codes of the grids together.

    |u-alpha is over any code, overlapping spans of a coder being one unit. Coding one passage twice
    is how qualitative coding works, so u-alpha and cu-alpha are given even where codes overlap: the
    set of codes is a value of its own there, which agrees with the same set only, and the passages
    are in `overlaps` to be shown beside the figures. Without overlaps it is the published family.
    """
    return _unitized(cut, draws, None, as_sets=True)


def unitized_family(
    cut: Sequence[Grid], places: Sequence[int], draws: Resampling, *, as_sets: bool = False
) -> Unitized:
    """The figures of the children of one parent, by their places among the codes of the grids.

    Children are taken to exclude each other (the semantic domain of ATLAS.ti). Where a coder's
    overlap, u-alpha and cu-alpha are refused and the passages listed, unless `as_sets` takes each
    set of children for a value of its own. What was given to the parent alone is no child's.
    """
    return _unitized(cut, draws, places, as_sets=as_sets)


def unitized_codes(cut: Sequence[Grid], draws: Resampling) -> dict[str, UnitizedCode]:
    """The figures of each code against everything else; that is legal however codes overlap."""
    if not cut:
        return {}
    codes = cut[0].codes
    sums = code_sums(cut, draws.size, len(codes))
    totals = code_totals(sums, draws)
    why, why_k = _reasons_of_codes(sums)
    u = draws.figures(u_alpha_of_codes(totals), why)
    k_u = draws.figures(k_u_alpha(totals), why_k)
    shares = zip(sums.paired.sum(axis=0), sums.marked.sum(axis=0), strict=True)
    coverage = [_share(paired, marked) for paired, marked in shares]
    rows = zip(codes, u, k_u, coverage, strict=True)
    return {code: UnitizedCode(one, other, share) for code, one, other, share in rows}


def _unitized(
    cut: Sequence[Grid], draws: Resampling, places: Sequence[int] | None, *, as_sets: bool
) -> Unitized:
    if not cut:
        nothing = Figure(None, NOTHING_SAID)
        return Unitized(nothing, nothing, nothing, None, ())
    labelled = [by_set(grid, places) for grid in cut]
    found = tuple(overlap for labelling in labelled for overlap in overlaps(labelling))
    sums = value_sums(labelled, draws.size)
    totals = union = value_totals(sums, draws)
    if found:
        marked = [any_code(grid, places) for grid in cut]
        union = value_totals(value_sums(marked, draws.size), draws)
    bar = draws.figure(bar_u_alpha(union), _why_no_bar_u(sums))
    coverage = _share(sums.paired.sum(), sums.total.sum())
    if found and not as_sets:
        refused = Figure(None, CODES_OVERLAP)
        return Unitized(refused, bar, refused, coverage, found)
    u = draws.figure(u_alpha(totals), _why_no_u(sums))
    return Unitized(u, bar, draws.figure(cu_alpha(totals), _why_no_cu(sums)), coverage, found)


def _why_no_u(sums: ValueSums) -> str:
    return ALL_ALIKE if sums.marked.any() else NOTHING_CODED


def _why_no_bar_u(sums: ValueSums) -> str:
    return ALWAYS_APPLIED if sums.marked.any() else NOTHING_CODED


def _why_no_cu(sums: ValueSums) -> str:
    if not sums.marked.any():
        return NOTHING_CODED
    return ONE_VALUE if sums.paired.any() else NEVER_MET


def _reasons_of_codes(sums: CodeSums) -> tuple[list[str], list[str]]:
    """Why each code's u-alpha, and why its (k)u-alpha, has no value, if it has none."""
    given, met = sums.marked.any(axis=0), sums.paired.any(axis=0)
    why = np.where(given, ALWAYS_APPLIED, NEVER_APPLIED)
    why_k = np.where(given, np.where(met, ONE_VALUE, NEVER_MET_HERE), NEVER_APPLIED)
    return why.tolist(), why_k.tolist()


def _share(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None
