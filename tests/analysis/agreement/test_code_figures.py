"""What is said of codes says what a look at every character says, whoever is missing."""

import itertools

import brute_agreement as brute
import numpy as np
import pytest
from continuum_strategies import CODES, characters, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.code_figures import (
    OF_PAIRS,
    alpha_by_document,
    code_figures,
)
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.figure import (
    ALWAYS_APPLIED,
    NEVER_APPLIED,
    NO_PAIR,
    NO_TRANSCRIPT,
    NOTHING_SAID,
    ONE_CODER,
    Figure,
)
from qualcoder_nhs.analysis.agreement.many_coders import krippendorff_alpha
from qualcoder_nhs.analysis.agreement.overall import overall_figures
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.domain.span import Span


def figures_of(continua, coders, *, by_turn=False, replicates=0):
    cut = blocks(continua, coders, by_turn=by_turn)
    return code_figures(cells(cut, CODES), Resampling(len(cut), 1, replicates))


def about(wanted):
    return None if wanted is None else pytest.approx(wanted, abs=1e-9)


def ratio(part, whole):
    return part / whole if whole else None


def pair_values(table):
    """Every coefficient of one table, as its paper writes it."""
    (a, b), (c, d) = table
    n = a + b + c + d
    if not n:
        return dict.fromkeys(OF_PAIRS)
    p, q = (a + b) / n, (a + c) / n
    mean, po = (p + q) / 2, (a + d) / n
    pe = p * q + (1 - p) * (1 - q)
    most = min(p, q) + min(1 - p, 1 - q)
    used = a + b + c > 0 and b + c + d > 0
    units = [[1, 1]] * a + [[1, 0]] * b + [[0, 1]] * c + [[0, 0]] * d
    return {
        "alpha": brute.alpha(units, brute.nominal),
        "kappa": (po - pe) / (1 - pe) if used else None,
        "kappa_max": (most - pe) / (1 - pe) if used else None,
        "scott_pi": (po - 1 + 2 * mean * (1 - mean)) / (2 * mean * (1 - mean)) if used else None,
        "ac1": (po - 2 * mean * (1 - mean)) / (1 - 2 * mean * (1 - mean)),
        "brennan_prediger": 2 * po - 1,
        "percent_agreement": po,
        "positive_agreement": ratio(2 * a, 2 * a + b + c),
        "negative_agreement": ratio(2 * d, 2 * d + b + c),
        "jaccard": ratio(a, a + b + c),
        "prevalence_index": (a - d) / n,
        "bias_index": (b - c) / n,
    }


@settings(max_examples=40, deadline=None)
@given(studies(), st.booleans())
def test_every_pair_as_its_characters_say(study, by_turn):
    continua, coders = study
    for found in figures_of(continua, coders, by_turn=by_turn):
        units = characters(continua, coders, found.code)
        pairs = itertools.combinations(range(len(coders)), 2)
        for pair, (a, b) in zip(found.pairs, pairs, strict=True):
            table = brute.table(units, a, b)
            assert [[pair.both, pair.first_only], [pair.second_only, pair.neither]] == table
            assert pair.coders == (coders[a], coders[b])
            values = {name: figure.value for name, figure in pair.figures.items()}
            assert values == {name: about(value) for name, value in pair_values(table).items()}


@settings(max_examples=30, deadline=None)
@given(studies(), st.booleans())
def test_all_coders_as_the_characters_say(study, by_turn):
    continua, coders = study
    for found in figures_of(continua, coders, by_turn=by_turn):
        units = characters(continua, coders, found.code)
        values = {name: figure.value for name, figure in found.figures.items()}
        assert values["alpha"] == about(brute.alpha(units, brute.nominal))
        if units:
            assert values["percent_agreement"] == about(brute.percent(units))
            assert values["brennan_prediger"] == about(2 * brute.percent(units) - 1)


@settings(max_examples=40, deadline=None)
@given(studies(), st.sampled_from([0, 20]))
def test_what_has_no_value_has_a_reason_and_no_interval(study, replicates):
    continua, coders = study
    for found in figures_of(continua, coders, replicates=replicates):
        pairs = [figure for pair in found.pairs for figure in pair.figures.values()]
        for figure in [*found.figures.values(), *pairs, found.macro_alpha]:
            assert (figure.low is None) == (figure.high is None)
            if figure.value is None:
                assert figure.why
                assert figure.low is None
            elif replicates and figure is not found.macro_alpha:
                assert (figure.low is None) == bool(figure.why)


@settings(max_examples=40, deadline=None)
@given(studies(most=4))
def test_all_coders_as_nltk_says_where_nobody_is_missing(study):
    continua, coders = study
    continua = [one for one in continua if set(one.marks) == set(coders)]
    for found in figures_of(continua, coders):
        units = characters(continua, coders, found.code)
        if len({value for unit in units for value in unit}) < 2:
            continue
        task = brute.task(units)
        values = {name: figure.value for name, figure in found.figures.items()}
        assert values["alpha"] == about(task.alpha())
        assert values["fleiss"] == about(task.pi())
        assert values["brennan_prediger"] == about(task.S())
        assert values["conger"] == about(task.multi_kappa())
        # NLTK says 1 where neither of a pair ever gave the code; it is no agreement on the code.
        if all(pair.figures["kappa"].value is not None for pair in found.pairs):
            assert values["light"] == about(task.kappa())


@settings(max_examples=20, deadline=None)
@given(studies(most=3))
def test_a_resample_is_the_figure_of_the_transcripts_drawn(study):
    continua, coders = study
    cut = blocks(continua, coders, by_turn=False)
    drawn = Resampling(len(cut), seed=3, replicates=3)
    found = cells(cut, CODES)
    values = krippendorff_alpha(found.profiles, drawn.totals(found.weights))
    for weights, alphas in zip(drawn.weights, values[1:], strict=True):
        again = [one for one, n in zip(cut.continua, weights, strict=True) for _ in range(n)]
        wanted = [one.figures["alpha"].value for one in figures_of(again, coders)]
        assert [None if np.isnan(alpha) else alpha for alpha in alphas] == [
            about(value) for value in wanted
        ]


@settings(max_examples=20, deadline=None)
@given(studies(most=3), st.booleans())
def test_alpha_of_each_transcript_is_its_own(study, by_turn):
    continua, coders = study
    cut = blocks(continua, coders, by_turn=by_turn)
    for one, alphas in zip(cut.continua, alpha_by_document(cells(cut, CODES)), strict=True):
        wanted = [found.figures["alpha"].value for found in figures_of([one], coders)]
        assert [None if np.isnan(alpha) else alpha for alpha in alphas] == [
            about(value) for value in wanted
        ]


def talk(name="FG1", length=100, **marks):
    spans = {
        coder: {code: tuple(Span(*span) for span in spans) for code, spans in of.items()}
        for coder, of in marks.items()
    }
    return Continuum(name, length, (Span(0, 40), Span(40, length)), spans)


def test_what_is_counted_beside_the_figures():
    continua = [
        talk("FG1", Ann={"cost": [(0, 10), (20, 30)]}, Ben={"cost": [(5, 10)]}),
        talk("FG2", Ann={}, Ben={"cost": [(0, 100)]}),
        talk("FG3", Ann={"cost": [(0, 7)]}),
    ]
    cost, trust, *_ = figures_of(continua, ("Ann", "Ben"))
    assert cost.applications == {"Ann": 2, "Ben": 2}
    assert cost.marked == {"Ann": 20, "Ben": 105}
    assert (cost.documents, trust.documents) == (2, 0)
    assert cost.few
    many = talk(Ann={"cost": [(at, at + 1) for at in range(10)]}, Ben={})
    assert not figures_of([many] * 3, ("Ann", "Ben"))[0].few
    assert figures_of([many] * 2, ("Ann", "Ben"))[0].few


def test_the_mean_over_transcripts_leaves_out_what_is_undefined_and_says_of_how_many_it_is():
    continua = [
        talk("FG1", Ann={"cost": [(0, 50)]}, Ben={"cost": [(0, 50)]}),
        talk("FG2", Ann={"cost": [(0, 50)]}, Ben={"cost": [(0, 60)]}),
        talk("FG3", Ann={}, Ben={}),
    ]
    cost, trust, *_ = figures_of(continua, ("Ann", "Ben"))
    other = 1 - 199 * 20 / (2 * 110 * 90)
    assert (cost.macro_alpha, cost.defined) == (Figure(about((1 + other) / 2)), 2)
    assert cost.figures["alpha"].value != about((1 + other) / 2)
    assert (trust.macro_alpha, trust.defined) == (Figure(None, NEVER_APPLIED), 0)


def test_without_a_value_there_is_a_reason():
    whole = {"cost": [(0, 100)]}
    cost, trust, *_ = figures_of([talk(Ann=whole, Ben=whole)], ("Ann", "Ben"))
    for name in ("alpha", "fleiss", "light", "conger"):
        assert cost.figures[name] == Figure(None, ALWAYS_APPLIED)
        assert trust.figures[name] == Figure(None, NEVER_APPLIED)
    assert cost.pairs[0].figures["negative_agreement"] == Figure(None, ALWAYS_APPLIED)
    assert trust.pairs[0].figures["jaccard"] == Figure(None, NEVER_APPLIED)
    assert trust.pairs[0].figures["percent_agreement"] == Figure(1.0)
    alone = figures_of([talk(Ann=whole)], ("Ann", "Ben"))[0]
    assert alone.figures["alpha"] == alone.pairs[0].figures["kappa"] == Figure(None, ONE_CODER)
    nobody = figures_of([talk(Ann=whole)], ("Ann",))[0]
    assert (nobody.pairs, nobody.figures["light"].why) == ((), ONE_CODER)


def test_what_is_defined_only_for_all_together_says_so():
    every, none = {"cost": [(0, 100)]}, {}
    continua = [talk("a", Ann=every, Ben=every), talk("b", Ben=none, Cat=none)]
    cost = figures_of(continua, ("Ann", "Ben", "Cat"))[0]
    assert cost.figures["alpha"] == Figure(1.0)
    assert cost.figures["light"] == Figure(None, NO_PAIR)
    assert cost.macro_alpha == Figure(None, NO_TRANSCRIPT)


def test_two_coders_who_read_nothing_in_common_have_nothing_to_compare():
    marks = {"cost": [(0, 10)]}
    continua = [talk("a", Ann=marks, Ben=marks), talk("b", Ben=marks, Cat={})]
    (_, apart, _) = figures_of(continua, ("Ann", "Ben", "Cat"))[0].pairs
    assert apart.coders == ("Ann", "Cat")
    assert set(apart.figures.values()) == {Figure(None, NOTHING_SAID)}


def test_the_interval_holds_the_value_and_is_the_same_every_time():
    rng = np.random.default_rng(1)
    continua = []
    for name in range(10):
        start = int(rng.integers(0, 60))
        shift = int(rng.integers(0, 15))
        continua.append(
            talk(
                str(name), Ann={"cost": [(start, 80)]}, Ben={"cost": [(start + shift, 80 + shift)]}
            )
        )
    found = figures_of(continua, ("Ann", "Ben"), replicates=500)[0]
    alpha = found.figures["alpha"]
    assert alpha.low < alpha.value < alpha.high
    assert alpha == figures_of(continua, ("Ann", "Ben"), replicates=500)[0].figures["alpha"]
    kappa = found.pairs[0].figures["kappa"]
    assert kappa.low < kappa.value < kappa.high


def test_codes_together_are_pooled_and_averaged():
    one = talk(
        Ann={"cost": [(0, 40)], "trust": [(0, 10)]}, Ben={"cost": [(0, 50)], "trust": [(5, 10)]}
    )
    cut = blocks([one], ("Ann", "Ben"), by_turn=False)
    found = overall_figures(cells(cut, CODES), Resampling(1, 1, 0))
    each = [code.figures["alpha"].value for code in figures_of([one], ("Ann", "Ben"))]
    cost, trust = each[:2]
    assert found.defined == 2
    assert found.mean_alpha.value == pytest.approx((cost + trust) / 2)
    assert found.weighted_alpha.value == pytest.approx((90 * cost + 15 * trust) / 105)
    # cost: Po .90, Pe .4 x .5 + .6 x .5 = .50; trust: Po .95, Pe .1 x .05 + .9 x .95 = .86;
    # a code nobody gave has Po = Pe = 1 and weighs nothing.
    ((pair, kappa),) = found.pooled_kappa
    assert pair == ("Ann", "Ben")
    assert kappa.value == pytest.approx((0.90 + 0.95 - 0.50 - 0.86) / (2 - 0.50 - 0.86))
