"""What is said of each code: the raw cells of every pair, and every coefficient with its limits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement import many_coders, two_coders
from qualcoder_nhs.analysis.agreement.cells import Cells
from qualcoder_nhs.analysis.agreement.figure import (
    NO_PAIR,
    NO_TRANSCRIPT,
    ONE_CODER,
    Figure,
    undefined,
)
from qualcoder_nhs.analysis.agreement.ratios import mean_defined
from qualcoder_nhs.analysis.agreement.resampling import Floats, Resampling

OF_PAIRS: Mapping[str, Callable[[Floats], Floats]] = {
    "alpha": two_coders.krippendorff_alpha,
    "kappa": two_coders.cohen_kappa,
    "kappa_max": two_coders.kappa_max,
    "scott_pi": two_coders.scott_pi,
    "ac1": two_coders.gwet_ac1,
    "brennan_prediger": two_coders.brennan_prediger,
    "percent_agreement": two_coders.percent_agreement,
    "positive_agreement": two_coders.positive_agreement,
    "negative_agreement": two_coders.negative_agreement,
    "jaccard": two_coders.jaccard,
    "prevalence_index": two_coders.prevalence_index,
    "bias_index": two_coders.bias_index,
}
"""What is said of a code and two coders, by name."""

OF_ALL: Mapping[str, Callable[[Floats, Floats], Floats]] = {
    "alpha": many_coders.krippendorff_alpha,
    "fleiss": many_coders.fleiss_kappa,
    "ac1": many_coders.gwet_ac1,
    "brennan_prediger": many_coders.brennan_prediger,
    "percent_agreement": many_coders.percent_agreement,
}
"""What is said of a code and all coders from the profiles alone; Light and Conger join them."""

FEW_APPLICATIONS = 10
FEW_DOCUMENTS = 3


@dataclass(frozen=True)
class PairFigures:
    """One code and two coders; `figures` has the names of `OF_PAIRS`."""

    coders: tuple[str, str]
    both: int
    first_only: int
    second_only: int
    neither: int
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class CodeFigures:
    """One code and all coders; `figures` has the names of `OF_ALL`, `light` and `conger`.

    `applications` are spans and `marked` is what they cover, for each coder, in `documents`
    transcripts altogether. The figures are of all transcripts put together; `macro_alpha` is the
    mean over the `defined` transcripts that have an alpha of their own.
    """

    code: str
    applications: Mapping[str, int]
    marked: Mapping[str, int]
    documents: int
    figures: Mapping[str, Figure]
    macro_alpha: Figure
    defined: int
    pairs: tuple[PairFigures, ...]

    @property
    def few(self) -> bool:
        """Whether there is too little to judge by: a mark beside the figures, no more."""
        most = max(self.applications.values(), default=0)
        return most < FEW_APPLICATIONS or self.documents < FEW_DOCUMENTS


def code_figures(cells: Cells, resampling: Resampling) -> tuple[CodeFigures, ...]:
    """All codes at once, on the same resamples."""
    tables = resampling.totals(cells.tables)
    together = _together(cells, resampling, tables)
    pairs = _pairs(cells, resampling, tables)
    marked = cells.marked.sum(axis=0).astype(int)
    documents = (cells.by_document(cells.marked).sum(axis=-1) > 0).sum(axis=0)
    alphas = alpha_by_document(cells)
    return tuple(
        CodeFigures(
            code,
            _applications(cells, code),
            dict(zip(cells.blocks.coders, marked[at].tolist(), strict=True)),
            int(documents[at]),
            _at(together, at),
            _macro(alphas[:, at], together["alpha"][at]),
            int((~np.isnan(alphas[:, at])).sum()),
            pairs[at],
        )
        for at, code in enumerate(cells.codes)
    )


def alpha_by_document(cells: Cells) -> Floats:
    """Krippendorff's alpha of each transcript and code, not a number where undefined."""
    alphas = many_coders.krippendorff_alpha(cells.profiles, cells.by_document(cells.weights))
    return np.asarray(alphas)


def _applications(cells: Cells, code: str) -> dict[str, int]:
    return {
        coder: sum(len(one.marks.get(coder, {}).get(code, ())) for one in cells.blocks.continua)
        for coder in cells.blocks.coders
    }


def _together(cells: Cells, resampling: Resampling, tables: Floats) -> dict[str, list[Figure]]:
    weights = resampling.totals(cells.weights)
    given = resampling.totals(cells.given)
    values = {name: of(cells.profiles, weights) for name, of in OF_ALL.items()}
    values["conger"] = many_coders.conger_kappa(cells.profiles, weights, given)
    values["light"] = many_coders.light_kappa(tables)
    sums = given[0].sum(axis=1).tolist()
    why = [_why(cells, marked, unmarked, NO_PAIR) for marked, unmarked in sums]
    return {name: resampling.figures(value, why) for name, value in values.items()}


def _macro(alphas: Floats, pooled: Figure) -> Figure:
    why = NO_TRANSCRIPT if pooled.value is not None else pooled.why
    return Figure.of(float(mean_defined(alphas)), why)


def _pairs(cells: Cells, resampling: Resampling, tables: Floats) -> list[tuple[PairFigures, ...]]:
    """For every code, the figures of each pair."""
    shape = tables.shape[1:3]
    flat = tables.reshape(len(tables), -1, 2, 2)
    whole = flat[0].astype(int).tolist()
    why = [_why(cells, 2 * a + b + c, b + c + 2 * d) for (a, b), (c, d) in whole]
    figures = {name: resampling.figures(of(flat), why) for name, of in OF_PAIRS.items()}
    coders = [(cells.blocks.coders[a], cells.blocks.coders[b]) for a, b in cells.blocks.pairs]
    every = [
        PairFigures(coders[at % shape[1]], both, first, second, neither, _at(figures, at))
        for at, ((both, first), (second, neither)) in enumerate(whole)
    ]
    return [tuple(every[at * shape[1] : (at + 1) * shape[1]]) for at in range(shape[0])]


def _at(figures: Mapping[str, list[Figure]], place: int) -> dict[str, Figure]:
    return {name: listed[place] for name, listed in figures.items()}


def _why(cells: Cells, marked: float, unmarked: float, otherwise: str = "") -> str:
    if not len(cells.blocks):
        return ONE_CODER
    return undefined(marked, unmarked) or otherwise
