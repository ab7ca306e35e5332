"""Ratios and means of which some may be undefined: not a number stands for those until the end."""

import numpy as np

from qualcoder_nhs.analysis.agreement.resampling import Floats

_NOTHING = 1e-12


def share(part: Floats, whole: Floats) -> Floats:
    """The part of the whole; not a number where the whole is nothing."""
    empty = np.abs(whole) < _NOTHING
    return np.where(empty, np.nan, part / np.where(empty, 1, whole))


def beyond_chance(observed: Floats, expected: Floats) -> Floats:
    """(Po - Pe) / (1 - Pe): the form all kappas share."""
    return share(observed - expected, 1 - expected)


def mean_defined(values: Floats, weights: Floats | None = None) -> Floats:
    """The mean over the last axis of what is defined; not a number where nothing is."""
    defined = ~np.isnan(values)
    counted = defined * (1.0 if weights is None else weights)
    return share((np.where(defined, values, 0) * counted).sum(axis=-1), counted.sum(axis=-1))
