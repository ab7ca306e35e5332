"""The unitizing family: do coders mark the same passages, and do they give them the same code?

Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual continua:
further developments, Quality & Quantity 50:2347–2364; Krippendorff (2019), Content Analysis, 4th
ed., section 12.6. With m coders, in a stretch of w characters where c_v of them gave the value v
and the others left a gap φ, the observed coincidences grow by w c_v (c_v' − [v=v']) / (m − 1):

    l_vv'  observed coincidences      l_v, l..  their sums: characters of v, characters × coders
    q_v    Σ length² of the units of v; of a gap, which is a row of single characters, l_φ
    t_v    Σ over v' ≠ φ of l_vv': what of v lies where another coder marked something, too
    Q_v    Σ over the units of v of the square of what of each of them is so paired

The paper's wording of Q_v leaves readings open that differ for three and more coders. The one here
takes each unit once, with the length that is paired on average over the other coders; it is the
one that gives the published value of cu-alpha and that turns into q_v where coders mark everything.
So **cu-alpha for three or more coders rests on one published value**.

Two things are ours. Transcripts are laid end to end, units never cross them, and with other coders
in another transcript m is the number who read that one: l, q, t and Q are added up. And a unit that
reaches over several turns counts, where turns are resampled, in the turn in which it begins.

Each function gives one value for the whole and one for each resample, first the whole; it is not a
number where the coefficient is undefined.
"""

import numpy as np

from qualcoder_nhs.analysis.agreement.resampling import Floats, Resampling
from qualcoder_nhs.analysis.agreement.unit_sums import CodeSums, ValueSums

_NOTHING = 1e-12
"""Below this share of the whole a difference of sums is rounding."""

_MANY_BLOCKS = 250


def u_alpha(sums: ValueSums, draws: Resampling) -> Floats:
    """Agreement on where units lie and on their values at once, gaps included."""
    total, gap = draws.totals(sums.total), draws.totals(sums.gap)
    observed = total - draws.totals(sums.alike + sums.gap_alike)
    squares = draws.totals(sums.squares) + gap
    expected = total**2 - squared_sums(sums, sums.marked, draws) - gap**2
    return _alpha(observed * (total**2 - squares), total, expected, total**2)


def bar_u_alpha(sums: ValueSums, draws: Resampling) -> Floats:
    """Agreement on where units lie, whatever their values: marked or not marked."""
    total, gap = draws.totals(sums.total), draws.totals(sums.gap)
    observed = gap - draws.totals(sums.gap_alike)
    squares = draws.totals(sums.squares) + gap
    return _alpha(observed * (total**2 - squares), total, gap * (total - gap), total**2)


def cu_alpha(sums: ValueSums, draws: Resampling) -> Floats:
    """Agreement on values where two coders marked something, however they cut it."""
    paired = draws.totals(np.bincount(sums.block, sums.paired, draws.size))
    observed = paired - draws.totals(sums.alike)
    expected = paired**2 - squared_sums(sums, sums.paired, draws)
    own = draws.totals(sums.paired_squares)
    return _alpha(observed * (paired**2 - own), paired, expected, paired**2)


def u_alpha_of_codes(sums: CodeSums, draws: Resampling) -> Floats:
    """u-alpha of each code against everything else, where it is |u-alpha as well: rows × codes."""
    total, marked = draws.totals(sums.total)[:, None], draws.totals(sums.marked)
    observed = marked - draws.totals(sums.alike)
    squares = draws.totals(sums.squares) + (total - marked)
    return _alpha(observed * (total**2 - squares), total, marked * (total - marked), total**2)


def k_u_alpha(sums: CodeSums, draws: Resampling) -> Floats:
    """(k)u-alpha of each code k: is k chosen alike where two coders marked anything? Rows × codes.

    Multiplied out, it depends on the other values through t.. alone, so they may overlap each
    other and k: what is compared is always k with what was marked without k.
    """
    pairable, paired = draws.totals(sums.pairable)[:, None], draws.totals(sums.paired)
    observed = paired - draws.totals(sums.alike)
    own = draws.totals(sums.paired_squares)
    other = pairable - paired
    return _alpha(observed * (paired * pairable - own), paired, paired * other, pairable**2)


def squared_sums(sums: ValueSums, amounts: Floats, draws: Resampling) -> Floats:
    """The sum over values of the squared total of the value: for the whole and each resample.

    `amounts` are the `marked` or the `paired` of the sums. Few blocks are multiplied with each
    other once for all resamples; of many, each resample adds up what there is.
    """
    if draws.size > _MANY_BLOCKS:
        return _squared_one_by_one(sums, amounts, draws)
    table = np.zeros((draws.size, int(sums.value.max(initial=0)) + 1))
    table[sums.block, sums.value] = amounts
    products = draws.totals(table @ table.T)
    resampled = np.einsum("rb,rb->r", products[1:], draws.weights.astype(np.float64))
    return np.concatenate([[products[0].sum()], resampled])


def _squared_one_by_one(sums: ValueSums, amounts: Floats, draws: Resampling) -> Floats:
    heads = np.flatnonzero(np.diff(sums.value, prepend=-1))
    found = np.zeros(1 + len(draws.weights))
    if len(heads):
        found[0] = np.square(np.add.reduceat(amounts, heads)).sum()
        for row, weights in enumerate(draws.weights, start=1):
            totals = np.add.reduceat(weights[sums.block] * amounts, heads)
            found[row] = totals @ totals
    return found


def _alpha(observed: Floats, scale: Floats, expected: Floats, whole: Floats) -> Floats:
    """One less observed by expected disagreement; undefined where nothing else was to expect."""
    defined = (expected > _NOTHING * whole) & (scale > 0)
    divisor = np.where(defined, scale * expected, 1)
    return np.where(defined, 1 - observed / divisor, np.nan)
