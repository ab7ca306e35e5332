"""Intervals: the same resamples of whole transcripts, or turns, for every figure of a report."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from qualcoder_nhs.analysis.agreement.figure import NOT_BOTH, ONE_BLOCK, UNSTABLE, Figure
from qualcoder_nhs.analysis.agreement.pausing import look_up

Floats = NDArray[np.float64]

LEVEL = 0.95
REPLICATES = 2000
UNDEFINED = 0.05
"""Above this share of undefined resamples there is no interval."""

_AT_ONCE = 200


@dataclass(frozen=True)
class Resampling:
    """Percentile bootstrap over blocks that are drawn with replacement (Efron 1979).

    Characters within a transcript depend on each other, so whole blocks are drawn, `size` of them a
    resample. The same `size`, `seed` and `replicates` give the same resamples: figures that went
    through one `Resampling` may be compared resample by resample.
    """

    size: int
    seed: int
    replicates: int = REPLICATES
    criterion: float | None = None

    @cached_property
    def weights(self) -> NDArray[np.uint16]:
        """How often each block is drawn in each resample: replicates × blocks."""
        count = self.replicates if self.size > 1 else 0
        draws = np.random.default_rng(self.seed)
        weights = np.empty((count, self.size), dtype=np.uint16)
        for row in weights:
            row[:] = np.bincount(draws.integers(self.size, size=self.size), minlength=self.size)
        return weights

    def totals(self, cells: NDArray[np.number]) -> Floats:
        """Cells of the blocks, blocks first, added up: all as they are, then of every resample.

        The result has 1 + replicates rows; figures are computed over all rows alike.
        """
        shape = cells.shape[1:]
        flat = cells.reshape(self.size, math.prod(shape)).astype(np.float64)
        resampled = [weights.astype(np.float64) @ flat for weights in self._some()]
        sums = np.concatenate([flat.sum(axis=0, keepdims=True), *resampled])
        return sums.reshape(len(sums), *shape)

    def _some(self) -> Iterator[NDArray[np.uint16]]:
        """The weights, as many rows at a time as are soon done with."""
        for at in range(0, len(self.weights), _AT_ONCE):
            look_up()
            yield self.weights[at : at + _AT_ONCE]

    def figure(self, values: Floats, why: str | None = None) -> Figure:
        """The figure of a value and its resamples; `why` holds where there is no value."""
        return self.figures(values[:, None], [why])[0]

    def figures(self, values: Floats, why: Sequence[str | None]) -> list[Figure]:
        """One figure a column; the first row is the value, not a number where undefined."""
        look_up()
        replicates = values[1:]
        low, high = interval(replicates)
        gaps = np.isnan(replicates).mean(axis=0) if len(replicates) else np.zeros(len(why))
        return [
            Figure(None, reason)
            if np.isnan(value)
            else self._around(float(value), replicates[:, at], gaps[at], (low[at], high[at]))
            for at, (value, reason) in enumerate(zip(values[0], why, strict=True))
        ]

    def difference(self, first: Floats, second: Floats) -> Figure:
        """How far the second lies above the first, both on these resamples."""
        return self.figure(second - first, NOT_BOTH)

    def _around(
        self, value: float, replicates: Floats, gaps: float, limits: tuple[float, float]
    ) -> Figure:
        if not self.replicates:
            return Figure(value)
        if not len(replicates):
            return Figure(value, ONE_BLOCK)
        if gaps > UNDEFINED:
            return Figure(value, UNSTABLE)
        return Figure(value, None, float(limits[0]), float(limits[1]), self._below(replicates))

    def _below(self, replicates: Floats) -> float | None:
        if self.criterion is None:
            return None
        defined = replicates[~np.isnan(replicates)]
        return float((defined < self.criterion).mean())


def interval(replicates: Floats, level: float = LEVEL) -> tuple[Floats, Floats]:
    """The percentile limits of each column over the resamples in which it is defined.

    Not a number where it is defined in none.
    """
    limits = np.full((2, *replicates.shape[1:]), np.nan)
    if not len(replicates):
        return limits[0], limits[1]
    shares = ((1 - level) / 2, (1 + level) / 2)
    limits[:] = np.quantile(replicates, shares, axis=0)
    for at in np.argwhere(np.isnan(replicates).any(axis=0)):
        column = replicates[(slice(None), *at)]
        if not np.isnan(column).all():
            limits[(slice(None), *at)] = np.quantile(column[~np.isnan(column)], shares)
    return limits[0], limits[1]
