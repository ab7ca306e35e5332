"""The unitizing family: the published example, and a count of all pairs of characters."""

from itertools import permutations

import numpy as np
import pytest
from coded_talk import coded
from continuum_strategies import CODES, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement import labelling, unit_totals
from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.continuum import merged
from qualcoder_nhs.analysis.agreement.figure import (
    ALL_ALIKE,
    ALWAYS_APPLIED,
    NEVER_APPLIED,
    NOTHING_CODED,
    NOTHING_SAID,
)
from qualcoder_nhs.analysis.agreement.grid import grids
from qualcoder_nhs.analysis.agreement.labelling import Overlap, any_code, by_set, overlaps
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.unit_sums import code_sums, value_sums
from qualcoder_nhs.analysis.agreement.unit_totals import code_totals, value_totals
from qualcoder_nhs.analysis.agreement.unitized import (
    CODES_OVERLAP,
    NEVER_MET,
    NEVER_MET_HERE,
    ONE_VALUE,
    unitized_codes,
    unitized_family,
    unitized_study,
)
from qualcoder_nhs.analysis.agreement.unitizing import (
    bar_u_alpha,
    cu_alpha,
    k_u_alpha,
    u_alpha,
    u_alpha_of_codes,
)
from qualcoder_nhs.domain.span import Span

# Krippendorff (2019), Content Analysis, 4th ed., figure 12.11 and section 12.6; the family is that
# of Krippendorff, Mathet, Bouvry & Widlöcher (2016).
FIGURE_12_11 = {
    "Alex": [("1", 0, 7), ("2", 7, 13), ("5", 30, 32), ("6", 32, 37), ("6", 37, 44), ("7", 44, 60)],
    "Paul": [("1", 0, 7), ("3", 7, 13), ("5", 13, 21), ("6", 32, 44)],
    "Suzan": [
        *[("1", 0, 7), ("4", 7, 13), ("5", 13, 21)],
        *[("6", 32, 37), ("6", 37, 41), ("6", 41, 44)],
    ],
}
# Krippendorff (1995), On the reliability of unitizing contiguous data, p. 57.
FIGURE_A = {"Bertha": [("A", 2, 10), ("A", 14, 20)], "Bill": [("A", 4, 8), ("A", 15, 17)]}


def cut(continua, coders, codes, *, by_turn=False, replicates=0):
    parts = blocks(continua, coders, by_turn=by_turn)
    return grids(parts, codes), Resampling(len(parts), 1, replicates)


def study_figures(talk, codes="1234567"):
    pieces, draws = cut([talk], sorted(talk.marks), codes)
    return unitized_study(pieces, draws), unitized_codes(pieces, draws)


@pytest.mark.parametrize("turns", [None, (Span(0, 10), Span(10, 35), Span(35, 60))])
def test_the_published_example(turns):
    found, by_code = study_figures(coded(60, FIGURE_12_11, turns))
    assert found.u_alpha.value == pytest.approx(0.510, abs=0.0005)
    assert found.bar_u_alpha.value == pytest.approx(0.413, abs=0.001)
    assert found.cu_alpha.value == pytest.approx(0.724, abs=0.0005)
    assert [by_code[code].k_u_alpha.value for code in "156"] == [1, 1, 1]
    assert [by_code[code].k_u_alpha.value for code in "234"] == pytest.approx([0, 0, 0])
    assert by_code["7"].k_u_alpha.value is None
    assert by_code["7"].k_u_alpha.why == NEVER_MET_HERE
    assert by_code["5"].coverage == pytest.approx(0.44, abs=0.005)
    assert by_code["7"].coverage == 0
    assert found.overlaps == ()


def test_abutting_units_that_are_made_one_give_other_values():
    whole = FIGURE_12_11 | {
        coder: [row for row in FIGURE_12_11[coder] if row[0] != "6"] + [("6", 32, 44)]
        for coder in ("Alex", "Suzan")
    }
    found, _ = study_figures(coded(60, whole))
    assert found.u_alpha.value == pytest.approx(0.5125, abs=0.00005)
    assert found.cu_alpha.value == pytest.approx(0.7313, abs=0.00005)


def test_one_code_has_no_which_but_a_where():
    found, by_code = study_figures(coded(24, FIGURE_A), "A")
    assert found.u_alpha == found.bar_u_alpha == by_code["A"].u_alpha
    assert (found.cu_alpha.value, found.cu_alpha.why) == (None, ONE_VALUE)
    assert by_code["A"].k_u_alpha.why == ONE_VALUE
    assert by_code["A"].coverage == pytest.approx(12 / 20)


@pytest.mark.parametrize(
    ("units", "why"),
    [
        ({"Ann": [], "Ben": []}, (NOTHING_CODED, NOTHING_CODED, NOTHING_CODED, NEVER_APPLIED)),
        (
            {"Ann": [("1", 0, 9)], "Ben": [("1", 0, 9)]},
            (ALL_ALIKE, ALWAYS_APPLIED, ONE_VALUE, ALWAYS_APPLIED),
        ),
        ({"Ann": [("1", 0, 4)], "Ben": [("2", 5, 9)]}, (None, None, NEVER_MET, None)),
    ],
)
def test_what_is_undefined_says_why(units, why):
    found, by_code = study_figures(coded(9, units))
    shown = (found.u_alpha, found.bar_u_alpha, found.cu_alpha, by_code["1"].u_alpha)
    assert tuple(figure.why for figure in shown) == why
    assert [figure.value is None for figure in shown] == [reason is not None for reason in why]


def test_without_two_readers_there_is_nothing_to_compare():
    pieces, draws = cut([coded(9, {"Ann": [("1", 0, 4)]})], ["Ann", "Ben"], "1")
    found = unitized_study(pieces, draws)
    assert found.u_alpha.why == found.bar_u_alpha.why == found.cu_alpha.why == NOTHING_SAID
    assert unitized_codes(pieces, draws) == {}


def test_a_coder_who_marked_nothing_counts_and_one_who_did_not_read_does_not():
    rows = {"Ann": [("1", 0, 4)], "Ben": [("1", 0, 4)]}
    two, _ = study_figures(coded(9, rows))
    three, _ = study_figures(coded(9, rows | {"Cat": []}))
    assert two.bar_u_alpha.value == 1
    assert three.bar_u_alpha.value < 1


def test_children_that_overlap_are_refused_and_listed_or_become_values_of_their_own():
    rows = {"Ann": [("1", 0, 6), ("2", 4, 9)], "Ben": [("1", 0, 6), ("2", 6, 9)]}
    pieces, draws = cut([coded(12, rows)], ["Ann", "Ben"], "12")
    refused = unitized_family(pieces, [0, 1], draws)
    assert refused.cu_alpha.why == refused.u_alpha.why == CODES_OVERLAP
    assert refused.cu_alpha.value is None
    assert refused.bar_u_alpha.value == 1
    assert refused.overlaps == (Overlap("talk", Span(4, 6), "Ann", ("1", "2")),)
    taken = unitized_family(pieces, [0, 1], draws, as_sets=True)
    assert 0 < taken.cu_alpha.value < 1
    assert taken.overlaps == refused.overlaps
    assert unitized_family(pieces, [0], draws).overlaps == ()


# --- against all pairs of characters ------------------------------------------------------------


def runs(keys):
    """Numbers for the characters of one coder: the same while the key does not change."""
    number, numbers = 0, []
    for at, key in enumerate(keys):
        number += at > 0 and (not key or key != keys[at - 1])
        numbers.append(number)
    return numbers


def sets_of_codes(one, coder):
    """Per character the value of the coder, and the spans it comes from."""
    marks = [(code, span) for code, spans in one.marks[coder].items() for span in spans]
    keys = [frozenset(m for m in marks if at in m[1]) for at in range(one.length)]
    return [frozenset(code for code, _ in key) for key in keys], runs(keys)


def any_code_at_all(one, coder):
    spans = merged(span for spans in one.marks[coder].values() for span in spans)
    keys = [tuple(span for span in spans if at in span) for at in range(one.length)]
    return [bool(key) for key in keys], runs(keys)


def this_or_another(code):
    def values(one, coder):
        given, _ = any_code_at_all(one, coder)
        spans = one.spans(coder, code)
        keys = [
            tuple(span for span in spans if at in span) or some for at, some in enumerate(given)
        ]
        return [code if key and key is not True else key for key in keys], runs(keys)

    return values


class Counted:
    """Coincidences l, expected e and e* of the paper, from every character and pair of them."""

    def __init__(self, continua, coders, values):
        self.values, units, weights, observed = [], [], [], {}
        for place, one in enumerate(continua):
            readers = [coder for coder in coders if coder in one.marks]
            if len(readers) < 2:
                continue
            table = {coder: values(one, coder) for coder in readers}
            for at in range(one.length):
                here = {coder: table[coder][0][at] for coder in readers}
                for coder in readers:
                    others = [bool(here[other]) for other in readers if other != coder]
                    self.values.append(here[coder])
                    units.append((place, coder, table[coder][1][at]))
                    weights.append(sum(others) / len(others) if here[coder] else 0.0)
                for a, b in permutations(readers, 2):
                    pair = (here[a], here[b])
                    observed[pair] = observed.get(pair, 0) + 1 / (len(readers) - 1)
        self.observed, self.weights = observed, np.array(weights)
        names = {unit: at for at, unit in enumerate(dict.fromkeys(units))}
        numbers = np.array([names[unit] for unit in units])
        self.apart = numbers[:, None] != numbers[None, :]

    def seen(self, rule):
        return sum(n for pair, n in self.observed.items() if rule(*pair))

    def expected(self, rule, weights=None):
        """Pairs that the rule holds for, none within a unit, scaled to the sum of the weights."""
        weights = np.ones(len(self.values)) if weights is None else weights
        kinds = list(dict.fromkeys(self.values))
        of = np.array([kinds.index(value) for value in self.values])
        table = np.array([[rule(a, b) for b in kinds] for a in kinds])
        pairs = np.outer(weights, weights) * self.apart
        return (pairs * table[np.ix_(of, of)]).sum() * weights.sum() / pairs.sum()

    def alpha(self, rule, weights=None):
        return 1 - self.seen(rule) / self.expected(rule, weights)

    def u(self):
        return self.alpha(lambda a, b: a != b)

    def bar_u(self):
        return self.alpha(lambda a, b: bool(a) != bool(b))

    def cu(self):
        return self.alpha(lambda a, b: bool(a and b and a != b), self.weights)

    def k_u(self, code):
        paired = self.seen(lambda a, b: a == code and bool(b))
        alike = self.seen(lambda a, b: a == code == b)
        column = self.expected(lambda a, b: a == code and bool(b), self.weights)
        own = self.expected(lambda a, b: a == code == b, self.weights)
        return 1 - column / paired * (paired - alike) / (column - own)


def same(figure, wanted):
    if figure.value is not None:
        assert figure.value == pytest.approx(wanted(), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(studies(), st.booleans())
def test_the_study_is_what_all_pairs_of_characters_say(study, by_turn):
    continua, coders = study
    pieces, draws = cut(continua, coders, CODES, by_turn=by_turn)
    found = unitized_study(pieces, draws)
    counted = Counted(continua, coders, sets_of_codes)
    same(found.u_alpha, counted.u)
    same(found.cu_alpha, counted.cu)
    same(found.bar_u_alpha, Counted(continua, coders, any_code_at_all).bar_u)


@settings(max_examples=40, deadline=None)
@given(studies(), st.sampled_from(CODES))
def test_each_code_is_what_all_pairs_of_characters_say(study, code):
    continua, coders = study
    pieces, draws = cut(continua, coders, CODES)
    found = unitized_codes(pieces, draws)
    if not found:
        return

    def alone(one, coder):
        keys = [
            tuple(span for span in one.spans(coder, code) if at in span) for at in range(one.length)
        ]
        return [bool(key) for key in keys], runs(keys)

    same(found[code].u_alpha, Counted(continua, coders, alone).bar_u)
    same(found[code].u_alpha, Counted(continua, coders, alone).u)
    same(found[code].k_u_alpha, lambda: Counted(continua, coders, this_or_another(code)).k_u(code))


@settings(max_examples=30, deadline=None)
@given(studies())
def test_with_one_code_only_there_is_none_to_choose_instead(study):
    continua, coders = study
    pieces, draws = cut(continua, coders, CODES[:1])
    found = unitized_codes(pieces, draws)
    assert all(each.k_u_alpha.value is None for each in found.values())


# --- resampling -----------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(studies())
def test_a_resample_is_the_study_with_the_transcripts_that_were_drawn(study):
    continua, coders = study
    pieces, draws = cut(continua, coders, CODES, replicates=3)
    kept = blocks(continua, coders).continua
    for row, weights in enumerate(draws.weights, start=1):
        drawn = [one for one, times in zip(kept, weights, strict=True) for _ in range(times)]
        again, whole = cut(drawn, coders, CODES)
        assert rows(pieces, draws)[row] == pytest.approx(
            rows(again, whole)[0], abs=1e-9, nan_ok=True
        )


def rows(pieces, draws):
    """Every coefficient, a column each."""
    values = value_totals(value_sums([by_set(one) for one in pieces], draws.size), draws)
    union = value_totals(value_sums([any_code(one) for one in pieces], draws.size), draws)
    codes = code_totals(code_sums(pieces, draws.size, len(CODES)), draws)
    columns = (u_alpha(values), cu_alpha(values), bar_u_alpha(union))
    tables = (u_alpha_of_codes(codes), k_u_alpha(codes))
    return np.concatenate([np.stack(columns, axis=1), *tables], axis=1)


@settings(max_examples=25, deadline=None)
@given(studies())
def test_turns_add_up_to_their_transcripts(study):
    continua, coders = study
    whole, draws = cut(continua, coders, CODES)
    if not whole:
        return
    turns, by_turn = cut(continua, coders, CODES, by_turn=True)
    assert rows(whole, draws)[0] == pytest.approx(rows(turns, by_turn)[0], abs=1e-9, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(studies())
def test_many_blocks_add_up_as_few_do(study):
    continua, coders = study
    pieces, draws = cut(continua, coders, CODES, by_turn=True, replicates=5)
    if pieces:
        few = rows(pieces, draws)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(unit_totals, "MANY_BLOCKS", 0)
            assert rows(pieces, draws) == pytest.approx(few, abs=1e-9, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(studies())
def test_many_codes_are_numbered_as_few_are(study):
    continua, coders = study
    pieces, draws = cut(continua, coders, CODES)
    wanted = [overlaps(by_set(one)) for one in pieces]
    if pieces:
        few = rows(pieces, draws)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(labelling, "_AT_ONCE", 2)
            assert rows(pieces, draws) == pytest.approx(few, abs=1e-9, nan_ok=True)
            assert [overlaps(by_set(one)) for one in pieces] == wanted


@settings(max_examples=40, deadline=None)
@given(studies())
def test_overlaps_are_the_characters_with_several_codes_of_one_coder(study):
    continua, coders = study
    for one in cut(continua, coders, CODES)[0]:
        found = {
            (each.coder, at): set(each.codes)
            for each in overlaps(by_set(one))
            for at in range(each.span.start, each.span.end)
        }
        wanted = {
            (coder, at): value
            for coder in one.coders
            for at, value in enumerate(sets_of_codes(one.continuum, coder)[0])
            if len(value) > 1
        }
        assert found == wanted
