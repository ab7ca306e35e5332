"""A turn or sentence carries a code from when on the rule says, and has length one."""

import pytest
from continuum_strategies import carries, continua
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.units import Carries, Units, by_turn, by_unit
from qualcoder_nhs.domain.span import Span


def cut(spans):
    return tuple(Span(*span) for span in spans)


@settings(max_examples=60)
@given(continua(), st.sampled_from(Carries))
def test_a_turn_carries_what_the_rule_says(talk, rule):
    turns = [turn for turn in talk.turns if turn]
    words = [Span(at, min(talk.length, at + 2)) for at in range(0, talk.length, 3)]
    found = by_turn(talk, words, rule)
    assert found.length == len(turns)
    for coder, marks in talk.marks.items():
        for code, spans in marks.items():
            for at, turn in enumerate(turns):
                inside = [p for p in range(turn.start, turn.end) if carries(talk, coder, code, p)]
                whole = [
                    w
                    for w in words
                    if w
                    and w.overlaps(turn)
                    and all(carries(talk, coder, code, p) for p in range(w.start, w.end))
                ]
                wanted = {
                    Carries.ANY: bool(inside),
                    Carries.HALF: 2 * len(inside) >= len(turn) or any(map(turn.covers, spans)),
                    Carries.WORD: bool(whole),
                }[rule]
                assert carries(found, coder, code, at) == wanted


def test_sentences_leave_gaps_and_stay_in_their_turns():
    talk = Continuum(
        "a",
        30,
        cut([(0, 10), (10, 10), (10, 30)]),
        {"Ann": {"gap": cut([(4, 5)]), "all": cut([(0, 30)])}, "Ben": {}},
    )
    found = by_unit(talk, Units(cut([(0, 4), (5, 10), (10, 20), (21, 29)])))
    assert (found.length, found.turns) == (4, cut([(0, 2), (2, 2), (2, 4)]))
    assert found.marks == {"Ann": {"all": cut([(0, 1), (1, 2), (2, 3), (3, 4)])}, "Ben": {}}


@pytest.mark.parametrize(
    ("spans", "rule", "places"),
    [
        ([(9, 11)], Carries.ANY, [0, 1]),
        ([(9, 11)], Carries.HALF, []),
        ([(5, 9), (9, 11)], Carries.HALF, [0]),
        ([(12, 13)], Carries.HALF, [1]),
        ([(0, 4)], Carries.WORD, []),
        ([(0, 3), (3, 5)], Carries.WORD, [0]),
        ([], Carries.ANY, []),
    ],
)
def test_from_when_on_a_unit_carries_a_code(spans, rule, places):
    units = Units(cut([(0, 10), (10, 30)]), cut([(0, 5), (6, 10), (15, 20)]))
    assert units.carrying(cut(spans), rule) == places
