"""New codes by discussion: by hand, and against every order there is."""

from dataclasses import replace
from itertools import permutations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.analysis.tables.saturation import expected
from qualcoder_nhs.domain.chart import CurveChart
from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.people import Group
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Tabled
from tests.talk import coded, session, talk

REPORT = report_named("saturation")
ROOMS = [session(f"FG{n}", ["MOD: So?", "P1: Yes.", "P2: No."]) for n in (1, 2, 3)]
HELD = [{"a", "b"}, {"a"}, {"b", "c"}]
CODINGS = [coded(room, code, 2) for room, held in zip(ROOMS, HELD, strict=True) for code in held]


def made(**said: Value) -> Tabled:
    mixed = [
        replace(room, group=Group(room.group.id, room.name, {"composition": value}))
        for room, value in zip(ROOMS, ("single", "mixed", "mixed"), strict=True)
    ]
    survey = session("Survey", ["R1: Money."], survey=True)
    material = talk([*mixed, survey], [*sorted(CODINGS, key=str), coded(survey, "d", 1)])
    return REPORT.run(material, wish(REPORT.options, said))


def test_each_discussion_tells_what_it_adds_to_those_before() -> None:
    shown = [[one.words for one in row.entries] for row in made().rows]
    assert [row[:2] for row in shown] == [
        ["2 of 3", "2 of 3"],
        ["0 of 3", "2 of 3"],
        ["1 of 3", "3 of 3"],
    ]
    assert [row[2] for row in shown] == ["1.7 of 3", "2.7 of 3", "3.0 of 3"]
    assert [row[3] for row in shown] == ["A, B", "–", "C"]


def test_what_is_new_leads_to_where_it_is_first_said() -> None:
    entry = made().entry("all:FG3", "new")
    assert entry.turns == (("FG3", 2),)
    assert [one.split("/")[1] for one in entry.codings] == ["c"]


def test_strata_stand_apart_and_count_their_own_codes() -> None:
    rows = {row.name: row.entries[1].words for row in made(by="composition").rows}
    assert rows["single: 1. FG1"] == "2 of 2"
    assert rows["mixed: 1. FG2"] == "1 of 3"
    assert rows["mixed: 2. FG3"] == "3 of 3"


def test_the_curve_the_definition_and_the_evidence_come_along() -> None:
    table = made(by="composition")
    assert isinstance(table.chart, CurveChart)
    assert [curve.name for curve in table.chart.curves][2:] == ["mixed", "single"]
    assert table.chart.curves[0].values == (2, 2, 3)
    assert table.notes[0].startswith("A code is new in the discussion")
    assert "Hennink" in table.notes[1]
    with pytest.raises(NotAChoice):
        made(by="gender")


@given(st.lists(st.sets(st.sampled_from("abcde"), max_size=4), min_size=1, max_size=5))
def test_the_average_is_that_of_all_orders(held: list[set[str]]) -> None:
    inside = [sum(code in one for one in held) for code in set().union(*held)]
    found = expected(len(held), inside)
    for drawn in range(1, len(held) + 1):
        orders = permutations(held)
        exact = fmean(len(set().union(*order[:drawn])) for order in orders)
        assert found[drawn - 1] == pytest.approx(exact)
