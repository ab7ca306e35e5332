"""Rounds beside each other, and each coder beside the others."""

import numpy as np
import pytest
from continuum_strategies import CODES, studies
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.by_coder import coder_figures
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.figure import NOT_BOTH, NOTHING_CODED, Figure
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.rounds import alpha_differences
from qualcoder_nhs.domain.span import Span


def talk(name, **marks):
    spans = {coder: {"cost": (Span(*span),)} if span else {} for coder, span in marks.items()}
    return Continuum(name, 100, (Span(0, 50), Span(50, 100)), spans)


def in_round(continua, coders=("Ann", "Ben"), by_turn=False):
    return cells(blocks(continua, coders, by_turn=by_turn), ["cost"])


def test_a_round_beside_itself_differs_by_nothing_in_any_resample():
    same = in_round([talk(str(at), Ann=(at, 50), Ben=(10, 60)) for at in range(9)])
    ((cost,), mean) = alpha_differences(same, same, seed=1, replicates=100)
    assert cost == mean == Figure(0.0, None, 0.0, 0.0)


def test_a_later_round_of_other_coders_on_some_of_the_transcripts():
    before = in_round([talk(str(at), Ann=(at, 40), Ben=(20, 60)) for at in range(9)])
    after = in_round(
        [talk(str(at), Cat=(at, 40), Dan=(at + 1, 40), Eve=None) for at in range(3, 12)],
        ("Cat", "Dan"),
    )
    ((cost,), mean) = alpha_differences(before, after, seed=1, replicates=200)
    assert 0 < cost.low < cost.value < cost.high
    assert mean.value == pytest.approx(cost.value)


def test_turns_are_the_same_turns_in_both():
    first = in_round([talk("a", Ann=(0, 50), Ben=(0, 60))], by_turn=True)
    second = in_round([talk("a", Ann=(0, 50), Ben=(0, 50))], by_turn=True)
    ((cost,), _) = alpha_differences(first, second, seed=1, replicates=0)
    wanted = 199 * 20 / (2 * 110 * 90)
    assert cost == Figure(pytest.approx(wanted))


def test_what_is_undefined_in_one_has_no_difference():
    first = in_round([talk("a", Ann=None, Ben=None)])
    second = in_round([talk("a", Ann=(0, 50), Ben=(0, 60))])
    assert alpha_differences(first, second, 1, 10) == (
        (Figure(None, NOT_BOTH),),
        Figure(None, NOT_BOTH),
    )


def test_who_gives_codes_freely_and_who_stands_apart():
    one = talk("a", Ann=(0, 40), Ben=(0, 40), Cat=(30, 100))
    two = talk("b", Ann=(0, 10), Ben=(0, 10))
    found = coder_figures(in_round([one, two], ("Ann", "Ben", "Cat")), Resampling(2, 1, 0))
    assert [figures.coder for figures in found] == ["Ann", "Ben", "Cat"]
    assert [figures.given.value for figures in found] == [
        pytest.approx(50 / 60),
        pytest.approx(50 / 60),
        pytest.approx(70 / 50),
    ]
    near = [figures.pooled_kappa.value for figures in found]
    assert near[0] == near[1] > near[2]


def test_nobody_gives_freely_where_nothing_was_given():
    found = coder_figures(in_round([talk("a", Ann=None, Ben=None)]), Resampling(1, 1, 0))
    assert {figures.given for figures in found} == {Figure(None, NOTHING_CODED)}


@settings(max_examples=20, deadline=None)
@given(studies())
def test_what_all_give_together_is_their_mean(study):
    continua, coders = study
    everyone = [one for one in continua if set(one.marks) == set(coders)]
    found = cells(blocks(everyone, coders, by_turn=False), CODES)
    given_by = [
        figures.given.value for figures in coder_figures(found, Resampling(len(everyone), 1, 0))
    ]
    if None not in given_by:
        assert np.mean(given_by) == pytest.approx(1)
