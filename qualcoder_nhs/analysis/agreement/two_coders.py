"""Coefficients of two coders on tables of what the one said against what the other said.

A table has the first coder's categories in its rows and the second's in its columns: (…, q, q), any
number of tables at once. For one code q is 2, given before not given, so that the cells are both,
first only, second only, neither. q is the number of categories that were declared, used or not. A
coefficient that is undefined is not a number.
"""

import numpy as np

from qualcoder_nhs.analysis.agreement.ratios import beyond_chance, share
from qualcoder_nhs.analysis.agreement.resampling import Floats


def total(tables: Floats) -> Floats:
    """Everything in each table."""
    return np.asarray(np.einsum("...ij->...", tables))


def _rows(tables: Floats) -> Floats:
    return np.asarray(np.einsum("...ij->...i", tables))


def _columns(tables: Floats) -> Floats:
    return np.asarray(np.einsum("...ij->...j", tables))


def _alike(tables: Floats) -> Floats:
    return np.asarray(np.einsum("...ii->...", tables))


def margins(tables: Floats) -> tuple[Floats, Floats]:
    """The share of each category, for the first coder and for the second: (…, q) each."""
    whole = total(tables)[..., None]
    return share(_rows(tables), whole), share(_columns(tables), whole)


def _product(one: Floats, other: Floats) -> Floats:
    """One times the other, over the categories."""
    return np.asarray(np.einsum("...i,...i->...", one, other))


def _mean_margin(tables: Floats) -> Floats:
    first, second = margins(tables)
    return (first + second) / 2


def percent_agreement(tables: Floats) -> Floats:
    """Po, the share on which both say the same; never to be shown alone."""
    return share(_alike(tables), total(tables))


def chance_by_coder(tables: Floats) -> Floats:
    """Pe of Cohen (1960): each coder keeps to the shares of their own."""
    first, second = margins(tables)
    return _product(first, second)


def cohen_kappa(tables: Floats) -> Floats:
    """Cohen (1960), A coefficient of agreement for nominal scales."""
    return beyond_chance(percent_agreement(tables), chance_by_coder(tables))


def kappa_max(tables: Floats) -> Floats:
    """The greatest kappa the margins allow (Cohen 1960): it explains a low kappa."""
    reachable = np.einsum("...i->...", np.minimum(*margins(tables)))
    return beyond_chance(reachable, chance_by_coder(tables))


def pooled_kappa(tables: Floats) -> Floats:
    """De Vries, Elliott, Kanouse & Teleki (2008): Po and Pe averaged over codes before the ratio.

    Codes stand on the third last axis: (…, codes, q, q).
    """
    observed = percent_agreement(tables).mean(axis=-1)
    return beyond_chance(observed, chance_by_coder(tables).mean(axis=-1))


def scott_pi(tables: Floats) -> Floats:
    """Scott (1955): both coders draw from the mean of their shares."""
    mean = _mean_margin(tables)
    expected = _product(mean, mean)
    return beyond_chance(percent_agreement(tables), expected)


def krippendorff_alpha(tables: Floats) -> Floats:
    """Krippendorff (2004, 2011), nominal, for two coders who judged the same."""
    values = _rows(tables) + _columns(tables)
    number = 2 * total(tables)
    expected = number**2 - _product(values, values)
    return 1 - share((number - 1) * (number - 2 * _alike(tables)), expected)


def gwet_ac1(tables: Floats) -> Floats:
    """Gwet (2008): chance is guessing at what is hard; high wherever a code is rare."""
    mean = _mean_margin(tables)
    expected = _product(mean, 1 - mean) / (tables.shape[-1] - 1)
    return beyond_chance(percent_agreement(tables), expected)


def brennan_prediger(tables: Floats) -> Floats:
    """Brennan & Prediger (1981): Pe = 1/q; PABAK of Byrt, Bishop & Carlin (1993) where q is 2."""
    return beyond_chance(percent_agreement(tables), np.asarray(1 / tables.shape[-1]))


def specific_agreement(tables: Floats, category: int) -> Floats:
    """Cicchetti & Feinstein (1990): the share of all use of a category that is shared use.

    Positive agreement for given, also known as Dice or F1; negative for not given.
    """
    shared = tables[..., category, category]
    used = _rows(tables)[..., category] + _columns(tables)[..., category]
    return share(2 * shared, used)


def positive_agreement(tables: Floats) -> Floats:
    """2 both / (2 both + first only + second only)."""
    return specific_agreement(tables, 0)


def negative_agreement(tables: Floats) -> Floats:
    """2 neither / (2 neither + first only + second only)."""
    return specific_agreement(tables, 1)


def jaccard(tables: Floats) -> Floats:
    """What both gave the code of what either gave it."""
    return share(tables[..., 0, 0], total(tables) - tables[..., 1, 1])


def prevalence_index(tables: Floats) -> Floats:
    """(both - neither) / all (Byrt et al. 1993): far from 0, kappa is low for little."""
    return share(tables[..., 0, 0] - tables[..., 1, 1], total(tables))


def bias_index(tables: Floats) -> Floats:
    """(first only - second only) / all (Byrt et al. 1993): who gives the code more freely."""
    return share(tables[..., 0, 1] - tables[..., 1, 0], total(tables))
