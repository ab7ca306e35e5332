"""Each span finds the partner with which all fit best, and is said to differ in one way."""

from itertools import combinations, permutations

import pytest
from coded_talk import coded, cut
from continuum_strategies import CODES, studies
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement.matching import best_pairs, matches, overlap
from qualcoder_nhs.analysis.agreement.meeting import meeting
from qualcoder_nhs.domain.span import Span


def matched(ann, ben, length=400):
    (grid,) = cut([coded(length, {"Ann": ann, "Ben": ben})], CODES)
    return matches(grid, "Ann", "Ben")


def shown(found):
    return [(each.code, each.kind, each.first, each.second) for each in found]


def test_two_spans_that_meet_say_how_their_ends_lie():
    (found,) = matched([("cost", 100, 300)], [("cost", 120, 320)])
    assert found.kind is Kind.BOUNDARY
    assert found.offsets == (20, 20)
    assert found.iou == pytest.approx(180 / 220)


def test_the_same_span_is_exact_beside_a_code_that_is_not():
    found = matched([("cost", 0, 9), ("trust", 0, 9)], [("cost", 0, 9), ("trust", 0, 8)])
    assert [each.kind for each in found] == [Kind.EXACT, Kind.BOUNDARY]
    assert (found[0].offsets, found[0].iou) == ((0, 0), 1)
    assert found[1].offsets == (0, -1)


def test_of_a_split_the_best_piece_is_the_partner_and_the_rest_is_left_over():
    found = matched([("cost", 0, 20)], [("cost", 0, 5), ("cost", 6, 18), ("cost", 19, 20)])
    assert shown(found) == [
        ("cost", Kind.SPLIT, Span(0, 20), Span(6, 18)),
        ("cost", Kind.SPLIT, None, Span(0, 5)),
        ("cost", Kind.SPLIT, None, Span(19, 20)),
    ]
    assert [each.iou for each in found] == [12 / 20, 0, 0]


def test_the_pair_that_fits_best_gives_way_to_two_that_fit_better_together():
    found = matched([("cost", 0, 10), ("cost", 10, 26)], [("cost", 5, 20), ("cost", 20, 30)])
    assert shown(found) == [
        ("cost", Kind.SPLIT, Span(0, 10), Span(5, 20)),
        ("cost", Kind.SPLIT, Span(10, 26), Span(20, 30)),
    ]
    assert sum(each.iou for each in found) > 10 / 21


@pytest.mark.parametrize(
    ("ben", "kind"),
    [
        ([("trust", 0, 5)], Kind.SUBSTITUTION),
        ([("trust", 0, 4)], Kind.OMISSION),
        ([("trust", 0, 2), ("blame", 7, 10)], Kind.SUBSTITUTION),
        ([], Kind.OMISSION),
    ],
)
def test_a_span_without_its_code_is_a_substitution_where_half_of_it_has_another(ben, kind):
    found = matched([("cost", 0, 10)], ben)
    alone = next(each for each in found if each.code == "cost")
    assert (alone.kind, alone.first, alone.second) == (kind, Span(0, 10), None)
    assert alone.offsets is None


def assignments(edges):
    """Every set of edges that uses no span twice."""
    for size in range(len(edges) + 1):
        for chosen in combinations(edges, size):
            if len({own for own, _ in chosen}) == len({their for _, their in chosen}) == size:
                yield chosen


@settings(max_examples=60, deadline=None)
@given(studies(most=2))
def test_the_partners_are_the_best_of_all_assignments(study):
    continua, coders = study
    for grid in cut(continua, CODES, coders):
        met = meeting(grid, 0, 1)
        edges = list(zip(*(places.tolist() for places in met.pairs), strict=True))
        fit = dict(zip(edges, overlap(met).tolist(), strict=True))
        found = best_pairs(met)
        assert tuple(found) in assignments(found)
        assert set(found) <= set(edges)
        if len(edges) <= 12:
            best = max(sum(fit[edge] for edge in each) for each in assignments(edges))
            assert sum(fit[pair] for pair in found) == pytest.approx(best)


@settings(max_examples=60, deadline=None)
@given(studies())
def test_every_span_is_in_one_match(study):
    continua, coders = study
    for grid in cut(continua, CODES, coders):
        for first, second in permutations(grid.coders, 2):
            found = matches(grid, first, second)
            for coder, side in ((first, "first"), (second, "second")):
                spans = [(each.code, getattr(each, side)) for each in found]
                marked = grid.continuum.marks[coder].items()
                assert sorted(pair for pair in spans if pair[1]) == sorted(
                    (code, span) for code, every in marked for span in every
                )
