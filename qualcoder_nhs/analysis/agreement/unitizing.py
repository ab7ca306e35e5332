"""The unitizing family: whether coders mark the same passages, and give them the same code.

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

Each function takes totals and gives one value for the whole and one for each resample, first the
whole; it is not a number where the coefficient is undefined.
"""

import numpy as np

from qualcoder_nhs.analysis.agreement.resampling import Floats
from qualcoder_nhs.analysis.agreement.unit_sums import CodeSums
from qualcoder_nhs.analysis.agreement.unit_totals import ValueTotals

_NOTHING = 1e-12
"""Below this share of the whole a difference of sums is rounding."""


def u_alpha(of: ValueTotals) -> Floats:
    """Agreement on where units lie and on their values at once, gaps included."""
    observed = of.total - of.alike - of.gap_alike
    own = of.squares + of.gap
    expected = of.total**2 - of.marked_squared - of.gap**2
    return _alpha(observed * (of.total**2 - own), of.total, expected, of.total**2)


def bar_u_alpha(of: ValueTotals) -> Floats:
    """Agreement on where units lie, whatever their values: marked or not marked."""
    observed = of.gap - of.gap_alike
    own = of.squares + of.gap
    expected = of.gap * (of.total - of.gap)
    return _alpha(observed * (of.total**2 - own), of.total, expected, of.total**2)


def cu_alpha(of: ValueTotals) -> Floats:
    """Agreement on values where two coders marked something, however they cut it."""
    observed = of.paired - of.alike
    expected = of.paired**2 - of.paired_squared
    own = of.paired_squares
    return _alpha(observed * (of.paired**2 - own), of.paired, expected, of.paired**2)


def u_alpha_of_codes(of: CodeSums) -> Floats:
    """u-alpha of each code against everything else, where it is |u-alpha as well: rows × codes."""
    total = of.total[:, None]
    gap = total - of.marked
    observed = of.marked - of.alike
    own = of.squares + gap
    return _alpha(observed * (total**2 - own), total, of.marked * gap, total**2)


def k_u_alpha(of: CodeSums) -> Floats:
    """(k)u-alpha of each code k: is k chosen alike where two coders marked anything? Rows × codes.

    Multiplied out, it depends on the other values through t.. alone, so they may overlap each
    other and k: what is compared is always k with what was marked without k.
    """
    pairable = of.pairable[:, None]
    observed = of.paired - of.alike
    own, expected = of.paired_squares, of.paired * (pairable - of.paired)
    return _alpha(observed * (of.paired * pairable - own), of.paired, expected, pairable**2)


def _alpha(observed: Floats, scale: Floats, expected: Floats, whole: Floats) -> Floats:
    """One less observed by expected disagreement; undefined where nothing else was to expect."""
    defined = (expected > _NOTHING * whole) & (scale > 0)
    divisor = np.where(defined, scale * expected, 1)
    return np.where(defined, 1 - observed / divisor, np.nan)
