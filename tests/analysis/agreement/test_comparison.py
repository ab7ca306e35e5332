"""One comparison says everything, in the shape that was agreed for the file."""

import json

import pytest
from coded_talk import coded
from continuum_strategies import CODES, studies
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.comparing import CHARACTERS_ONLY, NO_CHILDREN, compare
from qualcoder_nhs.analysis.agreement.comparison import Plan
from qualcoder_nhs.analysis.agreement.comparison_json import as_json
from qualcoder_nhs.analysis.agreement.headline import Problem
from qualcoder_nhs.analysis.agreement.unitized import CODES_OVERLAP
from qualcoder_nhs.analysis.agreement.units import by_turn
from qualcoder_nhs.domain.span import Span

V = {"value", "why", "low", "high"}
OVERALL = {"bar_u_alpha", "u_alpha", "cu_alpha", "masi_alpha", "jaccard_alpha", "mean_alpha"}
PAIR_VALUES = {
    *("kappa", "kappa_max", "scott_pi", "ac1", "brennan_prediger", "percent_agreement"),
    *("positive_agreement", "negative_agreement", "jaccard", "prevalence_index", "bias_index"),
}
PARENTS = {"cost": "money", "trust": "money"}
TREE = ("money", "cost", "trust", "blame")
TURNS = (Span(0, 20), Span(20, 30), Span(30, 60))
CODERS = ("Ann", "Ben", "Cat")


def plan(**changes):
    return Plan(**{"coders": CODERS, "codes": TREE, "parents": PARENTS, "replicates": 50} | changes)


def talks(cat=()):
    first = {
        "Ann": [("cost", 0, 12), ("blame", 40, 50)],
        "Ben": [("cost", 0, 10), ("blame", 40, 50)],
        "Cat": [("trust", 0, 12), *cat],
    }
    return [
        coded(60, first, TURNS, "FG1"),
        coded(60, {"Ann": [("cost", 5, 9)], "Ben": []}, TURNS, "FG2"),
        coded(60, {"Ann": [("cost", 5, 9)]}, TURNS, "FG3"),
    ]


@pytest.fixture(scope="module")
def written():
    paths = {"cost": "Money > Cost"}
    return json.loads(json.dumps(as_json(compare(talks(), plan()), paths)))


def test_the_file_has_the_shape_that_was_agreed(written):
    assert set(written) == {
        *("unit", "coders", "transcripts", "excluded", "seed", "replicates", "interval"),
        *("overall", "coded_only", "by_transcript", "codes", "confusion", "disagreements"),
    }
    for overall in (written["overall"], *written["by_transcript"]):
        assert set(overall) - {"name"} == OVERALL | {"pooled_kappa"}
        assert all(set(overall[name]) == V for name in OVERALL)
        assert all(set(kappa) == V | {"coders"} for kappa in overall["pooled_kappa"])
    assert set(written["coded_only"]) == {"masi_alpha", "jaccard_alpha"}
    assert set(written["confusion"][0]) == {"from", "to", "characters", "lift"}
    assert set(written["disagreements"][0]) == {
        *("transcript", "start", "end", "code", "coders_with", "coders_without", "kind"),
    }


def test_every_code_has_its_own_and_rolled_up_figures(written):
    assert [code["slug"] for code in written["codes"]] == list(TREE)
    assert [code["path"] for code in written["codes"]] == [
        "money",
        "Money > Cost",
        "trust",
        "blame",
    ]
    for code in written["codes"]:
        assert set(code) == {"slug", "path", "own", "rolled_up", "within_family"}
        for one in (code["own"], code["rolled_up"]):
            assert set(one) == {
                *("alpha", "k_u_alpha", "fleiss", "light", "conger"),
                *("applications", "ladder", "pairs"),
            }
            assert set(one["ladder"]) == {"exact", "90", "overlap", "turn", "document"}
            assert all(set(one[name]) == V for name in ("alpha", "k_u_alpha", "fleiss", "light"))
            for pair in one["pairs"]:
                assert set(pair) - PAIR_VALUES == {
                    *("coders", "both", "first_only", "second_only", "neither"),
                }
                assert all(set(pair[name]) == V for name in PAIR_VALUES)


def test_what_was_read_by_one_alone_is_excluded_and_said(written):
    assert written["transcripts"] == [
        {"name": "FG1", "characters": 60, "coders": ["Ann", "Ben", "Cat"]},
        {"name": "FG2", "characters": 60, "coders": ["Ann", "Ben"]},
    ]
    assert [row["what"] for row in written["excluded"]] == ["FG3"]
    assert [row["name"] for row in written["by_transcript"]] == ["FG1", "FG2"]
    assert "turns" in written["interval"]


def test_a_parent_is_alike_where_its_children_are_not():
    money, *_ = compare(talks(), plan(replicates=0)).codes
    assert money.own.figures.figures["alpha"].value is None
    assert money.rolled_up.figures.figures["alpha"].value > 0.7
    assert money.within_family.cu_alpha.value < 0.2


def test_children_that_overlap_are_among_what_is_excluded():
    found = compare(talks(cat=[("cost", 8, 12)]), plan(replicates=0))
    rows = [row for row in as_json(found, {})["excluded"] if row["why"] == CODES_OVERLAP]
    assert [row["what"] for row in rows] == ["money: FG1 8–12, Cat: cost + trust"]
    assert found.overall.unitized.cu_alpha.value is not None
    assert [overlap.coder for overlap in found.overall.unitized.overlaps] == ["Cat"]


def test_at_the_turn_the_unitizing_family_says_why_not():
    talk = talks()
    found = compare(talk, plan(unit="turn", replicates=0), [by_turn(one) for one in talk])
    written = as_json(found, {})
    for name in ("bar_u_alpha", "u_alpha", "cu_alpha"):
        assert written["overall"][name]["why"] == CHARACTERS_ONLY
    cost = written["codes"][1]
    assert cost["own"]["k_u_alpha"] == {
        "value": None, "why": CHARACTERS_ONLY, "low": None, "high": None
    }  # fmt: skip
    assert sum(cost["own"]["pairs"][0][c] for c in ("both", "first_only", "neither")) == 6
    assert written["codes"][0]["within_family"]["why"] == CHARACTERS_ONLY
    assert cost["within_family"]["why"] == NO_CHILDREN
    assert (
        written["disagreements"] == as_json(compare(talk, plan(replicates=0)), {})["disagreements"]
    )


def test_nothing_to_compare_is_undefined_everywhere():
    found = compare([], plan())
    written = as_json(found, {})
    assert all(written["overall"][name]["value"] is None for name in OVERALL)
    assert all(written["overall"][name]["why"] for name in OVERALL)
    assert all(code["own"]["alpha"]["why"] for code in written["codes"])
    assert found.headline.problem is Problem.UNDEFINED
    assert written["interval"] is None


@settings(max_examples=15, deadline=None)
@given(studies())
def test_any_study_can_be_compared_and_written(study):
    continua, coders = study
    found = compare(continua, Plan(coders, CODES, {"cost": "unused"}, replicates=3))
    written = json.dumps(as_json(found, {}), allow_nan=False)
    assert json.loads(written)["coders"] == list(coders)
    for code in found.codes:
        pairs = code.own.figures.pairs
        assert code.own.kinds.total == sum(p.first_only + p.second_only for p in pairs)
        assert code.own.ladder.spans >= 0
