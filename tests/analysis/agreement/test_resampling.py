"""Intervals from whole blocks: seeded, undefined resamples counted, never hidden."""

import numpy as np
import pytest

from qualcoder_nhs.analysis.agreement.figure import (
    NEVER_APPLIED,
    NOT_BOTH,
    ONE_BLOCK,
    UNSTABLE,
    Figure,
)
from qualcoder_nhs.analysis.agreement.resampling import Resampling, interval

NAN = float("nan")


def test_every_resample_draws_as_many_blocks_as_there_are():
    weights = Resampling(12, seed=1, replicates=50).weights
    assert weights.shape == (50, 12)
    assert (weights.sum(axis=1) == 12).all()
    assert len(np.unique(weights, axis=0)) > 1


def test_the_seed_decides():
    first, again, other = (Resampling(9, seed, 300).weights for seed in (7, 7, 8))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_totals_are_the_sample_and_then_each_resample():
    drawn = Resampling(5, seed=3, replicates=450)
    cells = np.arange(5 * 2 * 3).reshape(5, 2, 3)
    totals = drawn.totals(cells)
    assert totals.shape == (451, 2, 3)
    np.testing.assert_array_equal(totals[0], cells.sum(axis=0))
    np.testing.assert_array_equal(totals[450], np.tensordot(drawn.weights[449], cells, 1))


def test_limits_are_percentiles_of_what_is_defined():
    column = np.append(np.arange(1, 100.0), NAN)
    low, high = interval(np.stack([column, np.full(100, NAN), np.ones(100)], axis=1))
    assert (low[0], high[0]) == (pytest.approx(3.45), pytest.approx(96.55))
    assert np.isnan([low[1], high[1]]).all()
    assert (low[2], high[2]) == (1, 1)


def test_the_interval_is_as_wide_as_that_of_the_mean_of_normal_values():
    values = np.random.default_rng(5).normal(size=400)
    drawn = Resampling(400, seed=2, replicates=4000)
    sums = drawn.totals(np.stack([values, np.ones(400)], axis=1))
    figure = drawn.figure(sums[:, 0] / sums[:, 1])
    half = 1.96 * values.std() / 20
    assert figure.value == pytest.approx(values.mean())
    assert figure.low == pytest.approx(values.mean() - half, abs=0.01)
    assert figure.high == pytest.approx(values.mean() + half, abs=0.01)


def test_more_than_one_resample_in_twenty_undefined_means_no_interval():
    drawn = Resampling(10, seed=1, replicates=100)
    column = np.linspace(0, 1, 101)
    column[1:6] = NAN
    assert drawn.figure(column).low is not None
    column[6] = NAN
    assert drawn.figure(column) == Figure(0.0, UNSTABLE)


def test_what_has_no_value_says_why_and_has_no_interval():
    values = np.append(NAN, np.linspace(0, 1, 100))
    assert Resampling(10, 1, 100).figure(values, NEVER_APPLIED) == Figure(None, NEVER_APPLIED)


def test_one_block_has_no_interval_and_none_was_asked_for_with_no_replicates():
    alone = Resampling(1, seed=1, replicates=100)
    assert alone.figure(alone.totals(np.array([0.5]))) == Figure(0.5, ONE_BLOCK)
    without = Resampling(10, seed=1, replicates=0)
    assert without.figure(without.totals(np.full(10, 0.05))) == Figure(pytest.approx(0.5))


def test_nothing_at_all_adds_up_to_nothing():
    assert Resampling(0, 1, 100).totals(np.zeros((0, 3))).tolist() == [[0, 0, 0]]


def test_krippendorffs_q_is_the_share_of_resamples_below_the_criterion():
    values = np.append(0.5, np.linspace(0.005, 0.995, 100))
    assert Resampling(10, 1, 100, criterion=0.8).figure(values).below == pytest.approx(0.8)
    assert Resampling(10, 1, 100).figure(values).below is None


def test_a_difference_is_taken_on_the_same_resamples():
    drawn = Resampling(30, seed=4, replicates=200)
    first = drawn.totals(np.random.default_rng(1).random(30)) / 30
    difference = drawn.difference(first, first + 0.1)
    assert difference == Figure(*[pytest.approx(0.1) if at != 1 else None for at in range(4)])
    assert drawn.difference(first, first * NAN) == Figure(None, NOT_BOTH)
