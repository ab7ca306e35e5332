"""Alpha over sets of codes says what a look at every two characters says."""

import brute_agreement as brute
import numpy as np
import pytest
from continuum_strategies import CODES, label_sets, studies
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance as nltk_masi
from published_agreement import expectations

from qualcoder_nhs.analysis.agreement import label_sets as sets
from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.figure import ALL_ALIKE, NOTHING_CODED, ONE_CODER, Figure
from qualcoder_nhs.analysis.agreement.label_sets import (
    jaccard_distance,
    masi_distance,
    set_alpha,
    set_alphas,
)
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.states import states
from qualcoder_nhs.domain.span import Span

BOTH = pytest.mark.parametrize(
    ("distance", "slow"), [(masi_distance, brute.masi), (jaccard_distance, brute.jaccard)]
)


def value(held, distance):
    return set_alpha(held, distance, Resampling(len(held.blocks), 1, 0)).value


def close(found, wanted):
    return found is None if wanted is None else found == pytest.approx(wanted, abs=1e-9)


@BOTH
@settings(max_examples=40, deadline=None)
@given(study=studies(), by_turn=st.booleans())
def test_as_every_two_characters_say(distance, slow, study, by_turn):
    continua, coders = study
    held = states(blocks(continua, coders, by_turn=by_turn), CODES)
    units = label_sets(continua, coders, CODES)
    assert close(value(held, distance), brute.alpha(units, slow))
    coded = [unit for unit in units if any(unit)]
    assert close(value(held.coded(), distance), brute.alpha(coded, slow))


@settings(max_examples=30, deadline=None)
@given(studies(), st.booleans())
def test_blocks_of_rows_and_either_matrix_come_to_the_same(study, by_turn):
    continua, coders = study
    held = states(blocks(continua, coders, by_turn=by_turn), CODES)
    drawn = Resampling(len(held.blocks), seed=1, replicates=5)
    occur = sets._frequencies(held)
    by_set = sets._crossed_by_set(drawn.totals(occur), held.members, masi_distance)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sets, "_AT_ONCE", 2)
        found = sets._crossed(occur, held.members, masi_distance, drawn)
    np.testing.assert_allclose(found, by_set)


@settings(max_examples=20, deadline=None)
@given(studies())
def test_a_resample_is_alpha_of_the_blocks_drawn(study):
    continua, coders = study
    cut = blocks(continua, coders, by_turn=False)
    drawn = Resampling(len(cut), seed=3, replicates=4)
    found = set_alphas(states(cut, CODES), masi_distance, drawn)
    for weights, alpha in zip(drawn.weights, found[1:], strict=True):
        again = [one for one, n in zip(cut.continua, weights, strict=True) for _ in range(n)]
        wanted = value(states(blocks(again, coders), CODES), masi_distance)
        assert close(None if np.isnan(alpha) else alpha, wanted)


# NLTK divides by zero where both sets are empty, so one code stands everywhere for this.
@settings(max_examples=20, deadline=None)
@given(studies(most=3))
def test_as_nltk_where_no_set_is_empty(study):
    continua, coders = study
    units = [
        [(s and s | {"all"}) or frozenset({"all"}) for s in unit if s is not None]
        for unit in label_sets(continua, coders, CODES)
    ]
    if len({s for unit in units for s in unit}) < 2:
        return
    data = [(c, at, s) for at, unit in enumerate(units) for c, s in enumerate(unit)]
    everywhere = [
        Continuum(
            one.name,
            one.length,
            one.turns,
            {coder: {**marks, "all": (Span(0, one.length),)} for coder, marks in one.marks.items()},
        )
        for one in continua
    ]
    held = states(blocks(everywhere, coders), [*CODES, "all"])
    wanted = AnnotationTask(data, distance=nltk_masi).alpha()
    # NLTK's MASI takes .33 and .67 for the thirds.
    assert value(held, masi_distance) == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize(("case", "expected"), expectations("set_distance"))
def test_published_distances(case, expected):
    for (one, other), apart in zip(case["data"]["pairs"], expected["value"], strict=True):
        shared = len(set(one) & set(other))
        found = masi_distance(*(np.array(float(n)) for n in (shared, len(one), len(other))))
        assert found == pytest.approx(apart, abs=expected["tolerance"])


@pytest.mark.parametrize(
    ("shared", "first", "second", "masi", "jaccard"),
    [
        (0, 0, 0, 0, 0),
        (0, 1, 0, 1, 1),
        (2, 2, 2, 0, 0),
        (1, 1, 2, 2 / 3, 1 / 2),
        (1, 2, 2, 8 / 9, 2 / 3),
        (0, 1, 1, 1, 1),
    ],
)
def test_distances_of_every_kind(shared, first, second, masi, jaccard):
    counts = [np.array(float(n)) for n in (shared, first, second)]
    assert masi_distance(*counts) == pytest.approx(masi)
    assert jaccard_distance(*counts) == pytest.approx(jaccard)


@pytest.mark.parametrize(("case", "expected"), expectations("set_ratings"))
def test_dkpro_calls_another_distance_masi(case, expected):
    units = case["data"]["units"]
    marks = {
        f"coder {place}": {
            code: tuple(Span(at, at + 1) for at, unit in enumerate(units) if code in unit[place])
            for code in "ABC"
        }
        for place in (0, 1)
    }
    held = states(
        blocks([Continuum("", len(units), (), marks)], tuple(marks), by_turn=False), "ABC"
    )
    of = {"alpha_masi_dkpro": masi_distance, "alpha_set_dkpro": jaccard_distance}
    found = value(held, of[expected["coefficient"]])
    assert found == pytest.approx(expected["brute_force_value"], abs=1e-9)
    assert abs(found - expected["value"]) > expected["tolerance"], expected["why"]


def test_without_a_value_there_is_a_reason():
    whole = (Span(0, 9),)
    empty = Continuum("", 9, whole, {"Ann": {}, "Ben": {}})
    alike = Continuum("", 9, whole, {"Ann": {"cost": whole}, "Ben": {"cost": whole}})
    alone = Continuum("", 9, whole, {"Ann": {"cost": whole}})
    for talk, why in ((empty, NOTHING_CODED), (alike, ALL_ALIKE), (alone, ONE_CODER)):
        cut = blocks([talk], ("Ann", "Ben"))
        drawn = Resampling(len(cut), seed=1)
        assert set_alpha(states(cut, CODES), masi_distance, drawn) == Figure(None, why)
    coded = states(blocks([empty], ("Ann", "Ben")), CODES).coded()
    assert set_alpha(coded, masi_distance, Resampling(1, 1)) == Figure(None, NOTHING_CODED)
