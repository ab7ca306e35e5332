"""The sentence over the report follows from the figures by a rule."""

import pytest

from qualcoder_nhs.analysis.agreement.headline import (
    DETAILS,
    IN_FAMILY,
    TENTATIVE,
    WORDS,
    Problem,
    headline,
)
from qualcoder_nhs.analysis.agreement.kinds import DIFFERENCES, Kind, KindShares


def kinds(boundary=0, split=0, substitution=0, omission=0, same_family=0):
    numbers = (boundary, split, substitution, omission)
    return KindShares(dict(zip(DIFFERENCES, numbers, strict=True)), same_family)


@pytest.mark.parametrize(
    ("bar_u", "cu", "differing", "problem"),
    [
        (1.0, 1.0, {}, Problem.NOTHING),
        (1.0, None, {}, Problem.NOTHING),
        (None, None, {}, Problem.UNDEFINED),
        (0.9, 0.8, {"boundary": 5}, Problem.LITTLE),
        (0.667, 0.667, {"boundary": 5}, Problem.LITTLE),
        (0.9, None, {"boundary": 5}, Problem.LITTLE),
        (None, 0.9, {"substitution": 5}, Problem.LITTLE),
        (0.41, 0.72, {"boundary": 5, "substitution": 5}, Problem.WHERE),
        (0.41, None, {"omission": 5}, Problem.WHERE),
        (0.9, 0.5, {"substitution": 5, "omission": 4}, Problem.WHICH),
        (None, 0.5, {"substitution": 5}, Problem.WHICH),
        (0.9, 0.5, {"substitution": 1, "omission": 9}, Problem.MORE),
        (0.4, 0.5, {"substitution": 1, "omission": 9}, Problem.WHERE),
        (0.4, 0.5, {"substitution": 9, "omission": 1}, Problem.WHICH),
        (0.4, 0.5, {"substitution": 5, "omission": 2, "boundary": 3}, Problem.BOTH),
        (None, None, {"substitution": 5}, Problem.WHICH),
    ],
)
def test_which_problem_it_is(bar_u, cu, differing, problem):
    found = headline(bar_u, cu, kinds(**differing))
    assert found.problem is problem
    assert found.words == WORDS[problem]


def test_the_criterion_of_the_team_holds():
    differing = kinds(boundary=5)
    assert headline(0.75, 0.95, differing, criterion=0.8).problem is Problem.WHERE
    assert headline(0.75, 0.95, differing).problem is Problem.LITTLE
    assert headline(0.75, 0.95, differing).criterion == TENTATIVE


@pytest.mark.parametrize("kind", DIFFERENCES)
def test_the_detail_is_the_kind_of_most_characters(kind):
    numbers = {each.name.lower(): 9 if each is kind else 3 for each in DIFFERENCES}
    assert headline(0.5, 0.5, kinds(**numbers)).detail == DETAILS[kind]


def test_another_code_of_the_same_family_is_said():
    assert headline(0.9, 0.5, kinds(substitution=9, same_family=5)).detail == IN_FAMILY
    assert (
        headline(0.9, 0.5, kinds(substitution=9, same_family=4)).detail
        == DETAILS[Kind.SUBSTITUTION]
    )
    assert headline(1.0, 1.0, kinds()).detail is None


def test_every_problem_and_kind_has_words():
    assert set(WORDS) == set(Problem)
    assert set(DETAILS) == set(DIFFERENCES)
