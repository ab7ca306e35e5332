"""Standard errors by formula (Gwet 2008, 2014), for units that may count as independent: turns.

With characters as units they are wrong by an order of magnitude. The coders are taken as fixed;
units are what another sample would have others of. `profiles` and `weights` are those of
`many_coders` for one sample: how many units have each profile. Undefined is not a number.
"""

import numpy as np

from qualcoder_nhs.analysis.agreement import many_coders, two_coders
from qualcoder_nhs.analysis.agreement.ratios import beyond_chance, share
from qualcoder_nhs.analysis.agreement.resampling import Floats


def fleiss_error(profiles: Floats, weights: Floats, *, spare: int = 1) -> float:
    """The standard error of Fleiss' kappa; `spare` is what the variance divides by less than n."""
    shares = many_coders.mean_shares(profiles, weights)
    chance = profiles @ shares / np.maximum(profiles.sum(axis=1), 1)
    return _error(profiles, weights, chance, float((shares**2).sum()), spare)


def ac1_error(profiles: Floats, weights: Floats, *, spare: int = 1) -> float:
    """The standard error of AC1 (Gwet 2008)."""
    shares = many_coders.mean_shares(profiles, weights)
    rest = (1 - shares) / (profiles.shape[1] - 1)
    chance = profiles @ rest / np.maximum(profiles.sum(axis=1), 1)
    return _error(profiles, weights, chance, float(shares @ rest), spare)


def brennan_prediger_error(profiles: Floats, weights: Floats, *, spare: int = 1) -> float:
    """The standard error of Brennan and Prediger's kappa: chance is no estimate here."""
    expected = 1 / profiles.shape[1]
    return _error(profiles, weights, np.full(len(profiles), expected), expected, spare)


def alpha_error(profiles: Floats, weights: Floats) -> float:
    """The standard error of Krippendorff's alpha (Gwet 2014), without its n - 1 in chance."""
    judges = profiles.sum(axis=1)
    profiles, weights, judges = (one[judges > 1] for one in (profiles, weights, judges))
    n = weights.sum()
    mean = weights @ judges / n
    shares = weights @ profiles / (n * mean)
    expected = float((shares**2).sum())
    surplus = (judges - mean) / mean
    alike = (profiles * (profiles - 1)).sum(axis=1) / (mean * (judges - 1))
    alike = alike - weights @ alike / n * surplus
    chance = profiles @ shares / mean - expected * surplus
    return _spread(_beyond(alike, expected), chance, expected, weights, 1)


def kappa_error(table: Floats) -> float:
    """The standard error of Cohen's kappa (Fleiss, Cohen & Everitt 1969), for large n."""
    first, second = two_coders.margins(table)
    expected = float(two_coders.chance_by_coder(table))
    alike = _beyond(np.eye(len(table)), expected)
    chance = (second[:, None] + first[None, :]) / 2
    return _spread(alike.ravel(), chance.ravel(), expected, table.ravel(), 0)


def _error(profiles: Floats, weights: Floats, chance: Floats, expected: float, spare: int) -> float:
    judges = profiles.sum(axis=1)
    pairs = judges * (judges - 1)
    compared = pairs > 0
    alike = (profiles * (profiles - 1)).sum(axis=1) / np.where(compared, pairs, 1)
    more = share(weights @ (judges > 0), weights @ compared)
    kappas = more * _beyond(alike, expected) * compared
    return _spread(kappas, chance, expected, weights * (judges > 0), spare)


def _spread(kappas: Floats, chance: Floats, expected: float, weights: Floats, spare: int) -> float:
    """The spread of what each unit adds to the coefficient, its part in chance included."""
    n = weights.sum()
    kappa = share(weights @ kappas, n)
    parts = kappas - 2 * (1 - kappa) * _beyond(chance, expected)
    return float(np.sqrt(share(weights @ (parts - kappa) ** 2, n * (n - spare))))


def _beyond(observed: Floats, expected: float) -> Floats:
    return beyond_chance(observed, np.asarray(expected))
