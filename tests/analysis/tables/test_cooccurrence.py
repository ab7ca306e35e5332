"""Which codes meet: worked by hand, and held against reading every pair of codings."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.chart import HeatChart
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Mark, Tabled
from tests.talk import coded, linked, session, talk

FG = session(
    "FG",
    [
        "MOD: How are things?",
        "P1: Good, very good, and never a cross word.",
        "P2: [laughs] Well.",
        "P3: We have no rooms to be cross in.",
        "P1: Good as gold.",
        "P2: And then the money went.",
    ],
)
CODINGS = [
    coded(FG, "praise", 2),
    coded(FG, "masked", 2, start=10),
    coded(FG, "humour", 3),
    coded(FG, "humour", 4),
    coded(FG, "praise", 5, end=-10),
    coded(FG, "masked", 5, start=8),
    coded(FG, "cost", 6),
]
LINKS = [linked(FG, 3, 2), linked(FG, 4, 3), linked(FG, 6, 5)]
MATERIAL = talk([FG], CODINGS, LINKS)
REPORT = report_named("cooccurrence")


def made(**said: Value) -> Tabled:
    return REPORT.run(MATERIAL, wish(REPORT.options, said))


def test_in_the_same_turn_each_entry_stands_over_the_turns_of_its_row() -> None:
    found = made()
    assert [head.key for head in found.heads] == ["praise", "masked", "humour", "cost"]
    assert [one.words for one in found.rows[0].entries] == ["–", "2 of 2", "0 of 2", "0 of 2"]
    assert found.rows[0].over == "2 turns"
    assert found.entry("humour", "praise").mark is Mark.NOTHING


def test_on_the_same_words_is_less() -> None:
    found = made(near="overlap")
    assert found.entry("praise", "masked").words == "1 of 2"
    assert found.entry("praise", "masked").turns == (("FG", 2),)
    assert len(found.entry("praise", "masked").codings) == 2


def test_in_one_exchange_of_linked_turns() -> None:
    found = made(near="exchange")
    assert found.entry("praise", "humour").words == "1 of 2"
    assert found.entry("humour", "praise").words == "1 of 1"
    assert found.entry("cost", "praise").words == "1 of 1"
    assert found.entry("cost", "humour").words == "0 of 1"
    assert found.rows[0].over == "2 exchanges"


def test_what_comes_after_is_an_ordered_pair_and_a_code_can_follow_itself() -> None:
    found = made(near="after", within=1)
    assert found.entry("praise", "humour").words == "1 of 2"
    assert found.entry("humour", "praise").words == "1 of 2"
    assert found.entry("humour", "humour").words == "1 of 2"
    assert found.entry("cost", "praise").words == "0 of 1"
    assert made(near="after", within=2).entry("humour", "masked").words == "2 of 2"


def test_a_level_takes_in_what_lies_below_and_nothing_meets_itself() -> None:
    codes = {code.slug: code for code in MATERIAL.codebook.codes}
    below = replace(codes["masked"], parent=CodeId("praise"))
    book = Codebook((*(codes[one] for one in ("praise", "humour", "cost", "silence")), below))
    found = REPORT.run(replace(MATERIAL, codebook=book), wish(REPORT.options, {"level": 1}))
    assert [row.key for row in found.rows] == ["praise", "humour", "cost"]
    assert found.entry("praise", "praise").words == "–"


def test_the_picture_has_the_numbers_of_the_table() -> None:
    chart = made().chart
    assert isinstance(chart, HeatChart)
    assert chart.values[0] == (0, 2, 0, 0)
    assert chart.most == 2


@pytest.mark.parametrize("near", ["overlap", "turn", "after"])
@given(
    drawn=st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(2, 6), st.integers(0, 3), st.integers(0, 9)),
        max_size=7,
    ),
    within=st.integers(1, 4),
)
def test_every_pair_is_what_reading_all_of_them_gives(
    near: str, drawn: list[tuple[str, int, int, int]], within: int
) -> None:
    codings = list(
        {
            one.id: one
            for code, first, more, start in drawn
            for one in [coded(FG, code, first, min(6, first + more), start=start)]
        }.values()
    )
    found = REPORT.run(
        talk([FG], codings, events=()), wish(REPORT.options, {"near": near, "within": within})
    )
    on = {code: turns_of(codings, code) for code in {one.code for one in codings}}
    for code, other in product(on, on):
        if code == other and near != "after":
            continue
        meeting = {
            turn
            for turn in on[code]
            if any(
                meets(codings, near, within, (code, turn), (other, later)) for later in on[other]
            )
        }
        assert found.entry(code, other).number == len(meeting)


def turns_of(codings: list[Coding], code: str) -> set[int]:
    return {
        turn.index
        for turn in FG.turns
        for one in codings
        if one.code == code and one.span.overlaps(turn.span)
    }


def meets(
    codings: list[Coding], near: str, within: int, first: tuple[str, int], second: tuple[str, int]
) -> bool:
    (code, turn), (other, later) = first, second
    if near == "after":
        return 1 <= later - turn <= within
    if turn != later or near == "turn":
        return turn == later
    there = FG.turns[turn - 1].span
    return any(
        one.span.shared(two.span).overlaps(there)
        for one in codings
        for two in codings
        if (one.code, two.code) == (code, other) and one.span.overlaps(two.span)
    )
