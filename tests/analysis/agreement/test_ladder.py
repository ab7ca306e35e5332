"""Each rung is easier than the one before, and counts what a look at all spans does."""

from itertools import permutations

import pytest
from coded_talk import coded, cut
from continuum_strategies import CODES, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.ladder import Ladder, ladders
from qualcoder_nhs.domain.span import Span

TURNS = (Span(0, 100), Span(100, 250), Span(250, 400))


def rungs(ann, ben, percent=90):
    talk = coded(400, {"Ann": ann, "Ben": ben}, TURNS)
    return ladders(cut([talk], CODES), percent)["cost"]


@pytest.mark.parametrize(
    ("ben", "reached"),
    [
        ([("cost", 110, 210)], 5),
        ([("cost", 110, 200)], 4),
        ([("cost", 110, 199)], 3),
        ([("cost", 209, 300)], 3),
        ([("cost", 210, 300)], 2),
        ([("cost", 0, 101)], 2),
        ([("cost", 0, 100)], 1),
        ([("trust", 110, 210)], 0),
    ],
)
def test_how_far_up_a_span_gets(ben, reached):
    found = rungs([("cost", 110, 210)], ben)
    share = 1.0 if ben[0][0] == "cost" else 0.0
    spans = 2 if share else 1
    assert found == Ladder(spans, *(share if 5 - at <= reached else 0.0 for at in range(5)))


def test_a_shift_by_20_of_200_agrees_at_80_percent_and_not_at_90():
    spans = [("cost", 100, 300)], [("cost", 120, 320)]
    assert rungs(*spans, percent=90).near == 0
    assert rungs(*spans, percent=80).near == 1


def test_both_directions_count():
    found = rungs([("cost", 0, 20)], [("cost", 0, 20), ("cost", 30, 40), ("cost", 300, 310)])
    assert found.spans == 4
    assert found.exact == found.overlap == pytest.approx(2 / 4)
    assert found.turn == pytest.approx(3 / 4)
    assert found.document == 1


def test_a_code_that_nobody_used_has_no_ladder():
    assert rungs([("trust", 0, 9)], []) == Ladder(0, None, None, None, None, None)
    assert ladders([]) == {}


def fits(one, span, other, percent):
    shared = len(span.shared(other)) if span.overlaps(other) else 0
    union = len(span) + len(other) - shared
    turns = [turn for turn in one.turns if turn.overlaps(span)]
    return [
        span == other,
        100 * shared >= percent * union,
        shared > 0,
        any(turn.overlaps(other) for turn in turns),
        True,
    ]


@settings(max_examples=60, deadline=None)
@given(studies(), st.integers(1, 100))
def test_the_ladder_is_a_look_at_all_spans(study, percent):
    continua, coders = study
    found = ladders(cut(continua, CODES, coders), percent)
    for code, ladder in found.items():
        seen = [
            [any(rung) for rung in zip(*table, strict=True)] or [False] * 5
            for one in continua
            for first, second in permutations([c for c in coders if c in one.marks], 2)
            for span in one.spans(first, code)
            for table in [[fits(one, span, o, percent) for o in one.spans(second, code)]]
        ]
        shares = [sum(rung) / len(seen) for rung in zip(*seen, strict=True)] or [None] * 5
        assert ladder == Ladder(len(seen), *shares)
        assert shares == sorted(shares, key=lambda share: share or 0)
