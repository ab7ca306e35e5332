"""Krippendorff's alpha over whole sets of codes: partly the same counts as partly agreeing."""

from collections.abc import Callable, Iterator

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers
from qualcoder_nhs.analysis.agreement.figure import ALL_ALIKE, NOTHING_CODED, ONE_CODER, Figure
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.ratios import share
from qualcoder_nhs.analysis.agreement.resampling import Floats, Resampling
from qualcoder_nhs.analysis.agreement.states import UNREAD, States

Distance = Callable[[Floats, Floats, Floats], Floats]
"""How far two sets lie apart, by the number of codes in both, in the one and in the other."""

_AT_ONCE = 200


def jaccard_distance(shared: Floats, first: Floats, second: Floats) -> Floats:
    """1 - |A ∩ B| / |A ∪ B|; two empty sets are the same set."""
    union = first + second - shared
    return np.where(union > 0, 1 - shared / np.maximum(union, 1), 0.0)


def masi_distance(shared: Floats, first: Floats, second: Floats) -> Floats:
    """Passonneau (2006): 1 - J M, J being Jaccard's similarity.

    M is 1 for the same set, 2/3 where one holds the other, 1/3 where they overlap, 0 where they
    have nothing in common.
    """
    overlap = np.where(shared == np.minimum(first, second), 2 / 3, 1 / 3) * (shared > 0)
    same = (shared == first) & (shared == second)
    alike = np.where(same, 1.0, overlap)
    return 1 - (1 - jaccard_distance(shared, first, second)) * alike


def set_alpha(held: States, distance: Distance, resampling: Resampling) -> Figure:
    """Alpha over sets of codes, a unit of length being the unit.

    Of `held.coded()` it says how far coders agree on text that anybody coded, which is not how far
    they agree.
    """
    values = set_alphas(held, distance, resampling)
    return resampling.figure(values, _why(held))


def set_alphas(held: States, distance: Distance, resampling: Resampling) -> Floats:
    """The same, of all there is and of every resample: 1 + replicates values."""
    held_by = _frequencies(held)
    totals = resampling.totals(held_by.sum(axis=1))
    observed = resampling.totals(_disagreement(held, distance))
    expected = _crossed(held_by, held.members, distance, resampling)
    return 1 - share(observed * (totals - 1), expected)


def _frequencies(held: States) -> Floats:
    """How much each coder gave each set, over all coders: blocks × sets."""
    frequencies = np.zeros((len(held.blocks), len(held.members)))
    for column in held.held.T:
        read = column != UNREAD
        np.add.at(frequencies, (held.block[read], column[read]), held.length[read])
    return frequencies


def _disagreement(held: States, distance: Distance) -> Floats:
    """The distances between all ordered pairs of coders, by length and by block."""
    sums = np.zeros(len(held.blocks))
    for first, second in held.blocks.pairs:
        one, other = held.held[:, first], held.held[:, second]
        read = (one != UNREAD) & (other != UNREAD)
        apart = _apart(held.members, one[read], other[read], distance)
        lengths = held.length[read] / (held.readers[read] - 1)
        sums += np.bincount(held.block[read], 2 * apart * lengths, len(sums))
    return sums


def _apart(members: Floats, one: Integers, other: Integers, distance: Distance) -> Floats:
    sizes = members.sum(axis=1)
    shared = np.einsum("rc,rc->r", members[one], members[other])
    return distance(shared, sizes[one], sizes[other])


def _crossed(
    frequencies: Floats, members: Floats, distance: Distance, resampling: Resampling
) -> Floats:
    """Every set against every other, each as often as it occurs, for all and every resample.

    This is quadratic in the blocks' weights: where there are more sets than blocks, the matrix
    between is one of blocks.
    """
    blocks, sets = frequencies.shape
    if blocks > sets:
        return _crossed_by_set(resampling.totals(frequencies), members, distance)
    between = np.zeros((blocks, blocks))
    for rows, apart in _rows(members, distance):
        between += frequencies[:, rows] @ (apart @ frequencies.T)
    drawn = np.concatenate([np.ones((1, blocks)), resampling.weights])
    return np.asarray(((drawn @ between) * drawn).sum(axis=1))


def _crossed_by_set(occur: Floats, members: Floats, distance: Distance) -> Floats:
    crossed = np.zeros(len(occur))
    for rows, apart in _rows(members, distance):
        crossed += ((occur @ apart.T) * occur[:, rows]).sum(axis=1)
    return crossed


def _rows(members: Floats, distance: Distance) -> Iterator[tuple[slice, Floats]]:
    """The distances between sets, some rows at a time, so that memory stays bounded.

    A distance hangs on three small numbers: it is looked up in a table of all that can occur.
    """
    sizes = members.sum(axis=1).astype(np.int32)
    most = np.int32(sizes.max(initial=0) + 1)
    counts = np.arange(most, dtype=np.float64)
    table = distance(counts[:, None, None], counts[:, None], counts).ravel()
    small = members.astype(np.float32)
    for start in range(0, len(members), _AT_ONCE):
        look_up()
        rows = slice(start, start + _AT_ONCE)
        places = (small[rows] @ small.T).astype(np.int32)
        places *= most * most
        places += most * sizes[rows, None]
        places += sizes
        yield rows, table.take(places)


def _why(held: States) -> str:
    if not len(held.blocks):
        return ONE_CODER
    return ALL_ALIKE if (held.held > 0).any() else NOTHING_CODED
