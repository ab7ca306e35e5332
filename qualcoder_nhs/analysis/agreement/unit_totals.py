"""Adds the unitizing sums of the blocks up: for the whole first, then for every resample."""

from dataclasses import dataclass, fields

import numpy as np

from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import Floats, Resampling
from qualcoder_nhs.analysis.agreement.unit_sums import CodeSums, ValueSums

MANY_BLOCKS = 250
"""Above it resamples add up the few values of each block, instead of weighing blocks by blocks."""

_AT_ONCE = 200_000


@dataclass(frozen=True)
class ValueTotals:
    """The sums of values over all blocks, one number for the whole and one for each resample.

    `marked_squared` is Σ l_v² over the values without the gap, `paired_squared` Σ t_v².
    """

    total: Floats
    gap: Floats
    gap_alike: Floats
    alike: Floats
    squares: Floats
    paired_squares: Floats
    paired: Floats
    marked_squared: Floats
    paired_squared: Floats


def value_totals(sums: ValueSums, draws: Resampling) -> ValueTotals:
    """The totals of values that exclude each other."""
    names = ("total", "gap", "gap_alike", "alike", "squares", "paired_squares")
    columns = [getattr(sums, name) for name in names]
    columns.append(np.bincount(sums.block, sums.paired, draws.size))
    total, gap, gap_alike, alike, squares, own, paired = draws.totals(np.stack(columns, axis=1)).T
    squared = _of_many_blocks if draws.size > MANY_BLOCKS else _of_few_blocks
    return ValueTotals(
        total,
        gap,
        gap_alike,
        alike,
        squares,
        own,
        paired,
        marked_squared=squared(sums, sums.marked, draws),
        paired_squared=squared(sums, sums.paired, draws),
    )


def code_totals(sums: CodeSums, draws: Resampling) -> CodeSums:
    """The totals of codes: rows, or rows × codes, instead of blocks."""
    return CodeSums(*(draws.totals(getattr(sums, field.name)) for field in fields(CodeSums)))


def _of_few_blocks(sums: ValueSums, amounts: Floats, draws: Resampling) -> Floats:
    """Σ of squares over values, through the products of the blocks with each other."""
    table = np.zeros((draws.size, int(sums.value.max(initial=0)) + 1))
    table[sums.block, sums.value] = amounts
    products = draws.totals(table @ table.T)
    resampled = np.einsum("rb,rb->r", products[1:], draws.weights.astype(np.float64))
    return np.concatenate([[products[0].sum()], resampled])


def _of_many_blocks(sums: ValueSums, amounts: Floats, draws: Resampling) -> Floats:
    """The same value by value for a handful of resamples at once, whatever the number of blocks."""
    heads = np.flatnonzero(np.diff(sums.value, prepend=-1))
    found = np.zeros(1 + len(draws.weights))
    if not len(heads):
        return found
    found[0] = np.square(np.add.reduceat(amounts, heads)).sum()
    step = 1 + _AT_ONCE // len(amounts)
    for start in range(0, len(draws.weights), step):
        look_up()
        weights = draws.weights[start : start + step, sums.block]
        totals = np.add.reduceat(weights * amounts, heads, axis=1)
        found[1 + start : 1 + start + len(totals)] = np.square(totals).sum(axis=1)
    return found
