"""Every character on which two coders differ is of exactly one kind."""

from itertools import combinations, permutations

import pytest
from coded_talk import coded, cut
from continuum_strategies import CODES, carries, studies
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.disagreements import Disagreement, disagreements
from qualcoder_nhs.analysis.agreement.kinds import (
    DIFFERENCES,
    Kind,
    kind_shares,
    kinship,
    overall,
    piece_kinds,
)
from qualcoder_nhs.domain.span import Span

PARENTS = {"cost": "money", "trust": "money"}
BOUND, SPLIT, OTHER, OMIT = DIFFERENCES


def shares(units, codes=CODES, parents=PARENTS):
    talk = coded(40, units)
    return kind_shares(piece_kinds(grid, parents) for grid in cut([talk], codes))


def characters(units, code="cost"):
    found = shares(units)[code]
    return {kind: n for kind, n in found.characters.items() if n}


@pytest.mark.parametrize(
    ("ann", "ben", "kinds"),
    [
        pytest.param([("cost", 2, 9)], [("cost", 2, 9)], {}, id="exact"),
        pytest.param([("cost", 2, 9)], [("cost", 4, 12)], {BOUND: 5}, id="two ends"),
        pytest.param([("cost", 2, 9)], [("cost", 8, 9)], {BOUND: 6}, id="one end"),
        pytest.param([("cost", 2, 20)], [("cost", 3, 6), ("cost", 6, 9)], {SPLIT: 12}, id="split"),
        pytest.param(
            [("cost", 0, 5), ("cost", 6, 12)],
            [("cost", 4, 7), ("cost", 11, 15)],
            {SPLIT: 12},
            id="chain",
        ),
        pytest.param([("cost", 2, 9)], [("trust", 2, 9)], {OTHER: 7}, id="another code"),
        pytest.param([("cost", 2, 9)], [("trust", 6, 12)], {OTHER: 3, OMIT: 4}, id="in part"),
        pytest.param([("cost", 2, 9)], [], {OMIT: 7}, id="nothing"),
        pytest.param([("cost", 2, 9)], [("cost", 9, 12)], {OMIT: 10}, id="abutting is not meeting"),
        pytest.param(
            [("cost", 2, 9), ("trust", 2, 9)], [("trust", 2, 9)], {OMIT: 7}, id="one code fewer"
        ),
        pytest.param(
            [("cost", 2, 9)],
            [("cost", 4, 9), ("trust", 2, 4)],
            {BOUND: 2},
            id="code first",
        ),
    ],
)
def test_characters_of_each_kind(ann, ben, kinds):
    assert characters({"Ann": ann, "Ben": ben}) == kinds
    assert characters({"Ben": ann, "Ann": ben}) == kinds


def test_a_substitution_stays_in_the_family_or_not():
    found = shares({"Ann": [("cost", 0, 9)], "Ben": [("trust", 0, 4), ("blame", 4, 9)]})
    assert (found["cost"].same_family, found["trust"].same_family) == (4, 4)
    assert (found["blame"].total, found["blame"].same_family) == (5, 0)
    assert overall(found.values()).characters == {BOUND: 0, SPLIT: 0, OTHER: 18, OMIT: 0}


def test_kin_are_siblings_and_parent_and_child_but_not_two_roots():
    codes = ("money", "cost", "trust", "blame", "other")
    parents = {"cost": "money", "trust": "money", "blame": "trust"}
    related = kinship(codes, parents)
    pairs = {(codes[a], codes[b]) for a in range(5) for b in range(a) if related[a, b]}
    assert pairs == {
        ("cost", "money"),
        ("trust", "money"),
        ("trust", "cost"),
        ("blame", "trust"),
    }
    assert (related == related.T).all()


def test_without_any_difference_there_are_no_shares():
    found = shares({"Ann": [("cost", 0, 9)], "Ben": [("cost", 0, 9)]})["cost"]
    assert found.total == 0
    assert [found.share(kind) for kind in DIFFERENCES] == [None] * 4


# --- against every character ----------------------------------------------------------------------


def kind_at(one, first, second, code, at):
    """The kind of a character that the first coder gave the code and the second did not."""
    span = next(span for span in one.spans(first, code) if at in span)
    met = [other for other in one.spans(second, code) if other.overlaps(span)]
    if met:
        back = [other for other in one.spans(first, code) if any(m.overlaps(other) for m in met)]
        return BOUND if len(met) == len(back) == 1 else SPLIT
    instead = [
        other
        for other in CODES
        if carries(one, second, other, at) and not carries(one, first, other, at)
    ]
    return OTHER if instead else OMIT


def differing(one, first, second, code):
    for at in range(one.length):
        if carries(one, first, code, at) and not carries(one, second, code, at):
            yield at


def readers(one, coders):
    return [coder for coder in coders if coder in one.marks]


@settings(max_examples=60, deadline=None)
@given(studies())
def test_kinds_are_those_of_the_characters_and_make_up_all_that_differs(study):
    continua, coders = study
    found = kind_shares(piece_kinds(grid, PARENTS) for grid in cut(continua, CODES, coders))
    for code, mine in found.items():
        wanted = dict.fromkeys(DIFFERENCES, 0)
        for one in continua:
            for first, second in permutations(readers(one, coders), 2):
                for at in differing(one, first, second, code):
                    wanted[kind_at(one, first, second, code, at)] += 1
        assert mine.characters == wanted
        assert mine.same_family <= mine.characters[OTHER]
        assert mine.total == sum(
            carries(one, a, code, at) != carries(one, b, code, at)
            for one in continua
            for a, b in combinations(readers(one, coders), 2)
            for at in range(one.length)
        )


# --- the list -------------------------------------------------------------------------------------


def listed(units, parents=PARENTS):
    return disagreements(piece_kinds(grid, parents) for grid in cut([coded(40, units)], CODES))


def test_the_list_names_who_gave_the_code_and_who_did_not():
    found = listed(
        {
            "Ann": [("cost", 0, 9)],
            "Ben": [("cost", 0, 5)],
            "Cat": [("trust", 2, 7), ("blame", 30, 31)],
        }
    )
    every = ("Ann", "Ben", "Cat")
    assert found == [
        Disagreement("talk", Span(0, 2), "cost", every[:2], every[2:], OMIT, False),
        Disagreement("talk", Span(2, 5), "cost", every[:2], every[2:], OTHER, True),
        Disagreement("talk", Span(2, 7), "trust", every[2:], every[:2], OTHER, True),
        Disagreement("talk", Span(5, 9), "cost", every[:1], every[1:], BOUND, False),
        Disagreement("talk", Span(30, 31), "blame", every[2:], every[:2], OMIT, False),
    ]


def test_who_has_not_finished_the_transcript_is_in_no_list():
    talk = coded(40, {"Ann": [("cost", 0, 9)], "Ben": []})
    found = disagreements(
        piece_kinds(grid, {}) for grid in cut([talk], CODES, ("Ann", "Ben", "Cat"))
    )
    assert [(each.coders_with, each.coders_without) for each in found] == [(("Ann",), ("Ben",))]


@settings(max_examples=60, deadline=None)
@given(studies())
def test_the_list_covers_each_character_that_differs_once(study):
    continua, coders = study
    grids = cut(continua, CODES, coders)
    for grid in grids:
        found = disagreements([piece_kinds(grid, PARENTS)])
        one = grid.continuum
        seen = {}
        for each in found:
            for at in range(each.span.start, each.span.end):
                assert (each.code, at) not in seen
                seen[each.code, at] = each
        for code in CODES:
            for at in range(one.length):
                with_it = tuple(c for c in grid.coders if carries(one, c, code, at))
                if 0 < len(with_it) < len(grid.coders):
                    assert seen[code, at].coders_with == with_it
                    assert seen[code, at].kind is nearest(one, grid.coders, code, at)
                else:
                    assert (code, at) not in seen


def nearest(one, coders, code, at):
    kinds = [
        kind_at(one, first, second, code, at)
        for first, second in permutations(coders, 2)
        if carries(one, first, code, at) and not carries(one, second, code, at)
    ]
    return min(kinds, key=list(Kind).index)
