"""What is said of each coder: how near to the others, and how freely codes are given."""

from dataclasses import dataclass

import numpy as np

from qualcoder_nhs.analysis.agreement.cells import Cells
from qualcoder_nhs.analysis.agreement.figure import NOTHING_CODED, NOWHERE_DEFINED, Figure
from qualcoder_nhs.analysis.agreement.ratios import mean_defined, share
from qualcoder_nhs.analysis.agreement.resampling import Floats, Resampling
from qualcoder_nhs.analysis.agreement.two_coders import pooled_kappa


@dataclass(frozen=True)
class CoderFigures:
    """One coder against the others.

    `pooled_kappa` is the mean over the coder's pairs. `given` is what the coder gave codes to, over
    all codes, relative to the mean of those who read the same: above 1 is liberal, below
    conservative.
    """

    coder: str
    pooled_kappa: Figure
    given: Figure


def coder_figures(cells: Cells, resampling: Resampling) -> tuple[CoderFigures, ...]:
    """Every coder, on the same resamples."""
    kappas = pooled_kappa(resampling.totals(cells.tables).swapaxes(1, 2))
    own = [
        [at for at, pair in enumerate(cells.blocks.pairs) if coder in pair]
        for coder in range(len(cells.blocks.coders))
    ]
    near = [resampling.figure(mean_defined(kappas[:, pairs]), NOWHERE_DEFINED) for pairs in own]
    freely = resampling.figures(_given(cells, resampling), [NOTHING_CODED] * len(own))
    return tuple(map(CoderFigures, cells.blocks.coders, near, freely))


def _given(cells: Cells, resampling: Resampling) -> Floats:
    """What each coder gave, relative to the mean over who read the same blocks."""
    given = cells.marked.sum(axis=1)
    present = cells.blocks.present
    means = given.sum(axis=1, keepdims=True) / present.sum(axis=1, keepdims=True)
    totals = resampling.totals(np.stack([given, means * present], axis=1))
    return share(totals[:, 0], totals[:, 1])
