"""Two rounds, or the same round of two populations, beside each other on the same resamples."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Blocks, Integers
from qualcoder_nhs.analysis.agreement.cells import Cells
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.many_coders import krippendorff_alpha
from qualcoder_nhs.analysis.agreement.ratios import mean_defined
from qualcoder_nhs.analysis.agreement.resampling import Floats, Resampling

_Key = tuple[str, int]


@dataclass(frozen=True)
class Beside:
    """The blocks of two rounds, each block of talk once; both must be cut the same way.

    A block that only one of them has counts nothing for the other. Transcripts are known by name.
    """

    first: Blocks
    second: Blocks

    @cached_property
    def _places(self) -> dict[_Key, int]:
        keys = dict.fromkeys([*self.first.keys, *self.second.keys])
        return {key: at for at, key in enumerate(keys)}

    def __len__(self) -> int:
        return len(self._places)

    def spread(self, cells: Floats, of: Blocks) -> Floats:
        """Cells of one round's blocks, on the blocks of both."""
        spread = np.zeros((len(self), *cells.shape[1:]))
        spread[self._at(of)] = cells
        return spread

    def _at(self, of: Blocks) -> Integers:
        return np.array([self._places[key] for key in of.keys], dtype=np.int64)


def alpha_differences(
    first: Cells, second: Cells, seed: int, replicates: int
) -> tuple[tuple[Figure, ...], Figure]:
    """How far alpha lies higher in the second: for each code, and for the mean over codes.

    The codes must be the same, in the same order; the coders may be others.
    """
    beside = Beside(first.blocks, second.blocks)
    drawn = Resampling(len(beside), seed, replicates)
    before, after = (_alphas(one, beside, drawn) for one in (first, second))
    codes = [drawn.difference(before[:, at], after[:, at]) for at in range(len(first.codes))]
    return tuple(codes), drawn.difference(mean_defined(before), mean_defined(after))


def _alphas(cells: Cells, beside: Beside, drawn: Resampling) -> Floats:
    totals = drawn.totals(beside.spread(cells.weights, cells.blocks))
    return krippendorff_alpha(cells.profiles, totals)
