"""Worked examples of the literature beside those in the file of published cases."""

import numpy as np
import pytest
from published_agreement import Judgements

from qualcoder_nhs.analysis.agreement import linearised, many_coders, two_coders


def table(*cells):
    return np.array(cells, float).reshape(2, 2)


def test_krippendorff_2011_example_a():
    """Computing Krippendorff's Alpha-Reliability: two observers, binary, nothing missing."""
    one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    said = Judgements([list(pair) for pair in zip(one, other, strict=True)])
    assert many_coders.krippendorff_alpha(said.profiles, said.weights) == pytest.approx(
        0.095, abs=5e-4
    )
    assert two_coders.krippendorff_alpha(said.tables[0]) == pytest.approx(0.095, abs=5e-4)


def test_feinstein_and_cicchetti_1990_high_agreement_but_low_kappa():
    """Two tables with the same 85 % and a kappa of .70 and .32 (J Clin Epidemiol 43:543)."""
    balanced, skewed = table(40, 9, 6, 45), table(80, 10, 5, 5)
    both = np.stack([balanced, skewed])
    np.testing.assert_allclose(two_coders.percent_agreement(both), 0.85)
    np.testing.assert_allclose(two_coders.cohen_kappa(both), [0.70, 0.32], atol=0.005)


def test_cicchetti_and_feinstein_1990_resolve_it_by_two_indexes():
    """Positive and negative agreement of the same tables (J Clin Epidemiol 43:551)."""
    both = np.stack([table(40, 9, 6, 45), table(80, 10, 5, 5)])
    np.testing.assert_allclose(two_coders.positive_agreement(both), [0.84, 0.91], atol=0.005)
    np.testing.assert_allclose(two_coders.negative_agreement(both), [0.86, 0.40], atol=0.005)


def test_byrt_bishop_and_carlin_1993_rebuild_kappa_from_three_numbers():
    """Kappa = (PABAK - PI² + BI²) / (1 - PI² + BI²) (J Clin Epidemiol 46:423)."""
    tables = np.random.default_rng(1).integers(1, 60, size=(50, 2, 2)).astype(float)
    prevalence = two_coders.prevalence_index(tables) ** 2
    bias = two_coders.bias_index(tables) ** 2
    pabak = two_coders.brennan_prediger(tables)
    rebuilt = (pabak - prevalence + bias) / (1 - prevalence + bias)
    np.testing.assert_allclose(two_coders.cohen_kappa(tables), rebuilt)


def test_gwet_2002_kappa_is_below_zero_where_nearly_all_is_agreed():
    """118, 5, 2 and 0 of 125: kappa -.023 and AC1 .941 (Statistical Methods, no. 1)."""
    skewed = table(118, 5, 2, 0)
    assert two_coders.cohen_kappa(skewed) == pytest.approx(-0.0234, abs=5e-5)
    assert two_coders.gwet_ac1(skewed) == pytest.approx(0.941, abs=5e-4)


def test_the_declared_number_of_categories_changes_ac1():
    """Four units: three agreed, one not; .529 with two categories declared, .673 with three."""
    profiles = np.array([[2, 0, 0], [0, 2, 0], [1, 1, 0]], float)
    weights = np.array([1.0, 2.0, 1.0])
    assert many_coders.gwet_ac1(profiles[:, :2], weights) == pytest.approx(0.529, abs=5e-4)
    assert many_coders.gwet_ac1(profiles, weights) == pytest.approx(0.673, abs=5e-4)


def test_the_error_of_what_is_undefined_is_not_a_number():
    profiles, weights = np.array([[2.0, 0.0], [0.0, 2.0]]), np.array([9.0, 0.0])
    errors = [linearised.fleiss_error, linearised.alpha_error]
    assert np.isnan([error(profiles, weights) for error in errors]).all()
    assert np.isnan(linearised.kappa_error(table(9, 0, 0, 0)))
    assert np.isnan(linearised.ac1_error(profiles, np.array([1.0, 0.0])))
    assert np.isnan(linearised.brennan_prediger_error(np.array([[1.0, 0.0]]), np.array([5.0])))
