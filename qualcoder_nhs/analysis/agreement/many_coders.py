"""Coefficients of any number of coders, some of them missing, on profiles of what units were given.

A profile says how many coders gave a unit each category: one row of `profiles`, (profiles, q). How
many units, or characters, have it is said by `weights`, (…, profiles), any number of samples at
once. q is the number of categories that were declared, used or not. Units that fewer than two
coders judged say nothing of agreement. A coefficient that is undefined is not a number.
"""

import numpy as np

from qualcoder_nhs.analysis.agreement.ratios import beyond_chance, mean_defined, share
from qualcoder_nhs.analysis.agreement.resampling import Floats
from qualcoder_nhs.analysis.agreement.two_coders import cohen_kappa


def percent_agreement(profiles: Floats, weights: Floats) -> Floats:
    """The mean over units of the share of ordered pairs of coders that agree."""
    judges = profiles.sum(axis=1)
    pairs = judges * (judges - 1)
    alike = (profiles * (profiles - 1)).sum(axis=1) / np.where(pairs > 0, pairs, 1)
    compared = pairs > 0
    return share(weights @ (alike * compared), weights @ compared.astype(np.float64))


def mean_shares(profiles: Floats, weights: Floats) -> Floats:
    """The mean over units of the share each category has of a unit's judgements: (…, q)."""
    judges = profiles.sum(axis=1, keepdims=True)
    given = (judges > 0).astype(np.float64)
    shares = profiles / np.maximum(judges, 1)
    return share(weights @ shares, weights @ given)


def krippendorff_alpha(profiles: Floats, weights: Floats) -> Floats:
    """Krippendorff (2004, 2011), nominal: any number of coders, any of them missing."""
    judges = profiles.sum(axis=1)
    compared = judges > 1
    unlike = (judges**2 - (profiles**2).sum(axis=1)) / np.where(compared, judges - 1, 1)
    values = weights @ (profiles * compared[:, None])
    total = values.sum(axis=-1)
    expected = total**2 - (values**2).sum(axis=-1)
    return 1 - share((total - 1) * (weights @ (unlike * compared)), expected)


def fleiss_kappa(profiles: Floats, weights: Floats) -> Floats:
    """Fleiss (1971); where coders are missing, as Gwet (2014) extends it."""
    expected = (mean_shares(profiles, weights) ** 2).sum(axis=-1)
    return beyond_chance(percent_agreement(profiles, weights), expected)


def gwet_ac1(profiles: Floats, weights: Floats) -> Floats:
    """Gwet (2008, 2014): high wherever a code is rare, so never to be shown alone."""
    shares = mean_shares(profiles, weights)
    expected = (shares * (1 - shares)).sum(axis=-1) / (profiles.shape[1] - 1)
    return beyond_chance(percent_agreement(profiles, weights), expected)


def brennan_prediger(profiles: Floats, weights: Floats) -> Floats:
    """Brennan & Prediger (1981), for many coders Randolph (2005): Pe = 1/q."""
    return beyond_chance(percent_agreement(profiles, weights), np.asarray(1 / profiles.shape[1]))


def conger_kappa(profiles: Floats, weights: Floats, given: Floats) -> Floats:
    """Conger (1980), after Davies & Fleiss (1982): every pair of coders keeps to its own shares.

    `given` says how often each coder gave each category: (…, coders, q). Where coders are missing,
    each one's shares are of what that coder judged (Gwet 2014). With nobody missing chance is the
    mean over pairs of Cohen's, which is also Hubert's kappa (1977). Coders who judged nothing are
    no coders here.
    """
    judged = given.sum(axis=-1, keepdims=True)
    shares = given / np.where(judged > 0, judged, 1)
    coders = (judged[..., 0] > 0).sum(axis=-1)
    pairs = coders * (coders - 1)
    crossed = (shares.sum(axis=-2) ** 2).sum(axis=-1) - (shares**2).sum(axis=(-2, -1))
    expected = share(crossed, pairs.astype(np.float64))
    return beyond_chance(percent_agreement(profiles, weights), expected)


def light_kappa(tables: Floats) -> Floats:
    """Light (1971): the mean of Cohen's kappa over pairs, which stand on the third last axis.

    Pairs without a kappa are left out of the mean.
    """
    return mean_defined(cohen_kappa(tables))
