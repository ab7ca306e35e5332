"""What is said of all codes together: pooled kappa of each pair, and the mean of alpha."""

from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.cells import Cells
from qualcoder_nhs.analysis.agreement.figure import NOWHERE_DEFINED, Figure
from qualcoder_nhs.analysis.agreement.many_coders import krippendorff_alpha
from qualcoder_nhs.analysis.agreement.ratios import mean_defined
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.two_coders import pooled_kappa


@dataclass(frozen=True)
class OverallFigures:
    """All codes: no single kappa exists for codes that may stand together.

    `mean_alpha` is over the `defined` codes that have one; `weighted_alpha` weighs them by what
    was given each code.
    """

    pooled_kappa: tuple[tuple[tuple[str, str], Figure], ...]
    mean_alpha: Figure
    weighted_alpha: Figure
    defined: int


def overall_figures(cells: Cells, resampling: Resampling) -> OverallFigures:
    """The figures over all codes of the cells.

    In each resample the mean is over the codes that have an alpha in it.
    """
    alphas = krippendorff_alpha(cells.profiles, resampling.totals(cells.weights))
    marked = resampling.totals(cells.marked.sum(axis=-1))
    pooled = pooled_kappa(resampling.totals(cells.tables).swapaxes(1, 2))
    pairs = [(cells.blocks.coders[a], cells.blocks.coders[b]) for a, b in cells.blocks.pairs]
    kappas = resampling.figures(pooled, [NOWHERE_DEFINED] * len(pairs))
    return OverallFigures(
        tuple(zip(pairs, kappas, strict=True)),
        resampling.figure(mean_defined(alphas), NOWHERE_DEFINED),
        resampling.figure(mean_defined(alphas, marked), NOWHERE_DEFINED),
        int((~np.isnan(alphas[0])).sum()),
    )
