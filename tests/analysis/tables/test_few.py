"""In a file nobody is told apart who is one of few, whatever a table is made of."""

import pytest

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.analysis.tables.few import without_few
from qualcoder_nhs.domain.chart import ShareChart
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.tabled import Tabled
from tests.talk import coded, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", *(f"P{at}: We were close." for at in range(1, 7))],
    asked={"Q1": 1},
)
ROLES = {"FG1/P1": "medical director", "FG1/P2": "medical director"} | {
    f"FG1/P{at}": "manager" for at in range(3, 7)
}
MATERIAL = talk([FG1], [coded(FG1, "masked", 2, 7)], roles=ROLES)


def table(report: str = "matrix", **said: str) -> Tabled:
    made = report_named(report)
    return made.run(MATERIAL, wish(made.options, said))


def test_a_column_of_few_people_stays_in_the_program() -> None:
    shown = table()
    assert [head.title for head in shown.heads] == ["manager", "medical director", "All"]
    assert "medical director" in shown.few
    safe, told = without_few(shown)
    assert [head.title for head in safe.heads] == ["manager", "All"]
    assert [entry.words for entry in safe.rows[-1].entries] == ["4 of 4", "6 of 6"]
    assert "1 column." in told
    everything = " ".join([*safe.notes, safe.caption])
    assert told in safe.notes
    assert told in safe.caption
    assert "medical director" not in everything


def test_so_does_a_row_and_a_bar_of_the_chart() -> None:
    safe, told = without_few(table(rows="role", columns="none"))
    assert [row.name for row in safe.rows] == ["manager"]
    assert "1 row." in told
    assert isinstance(safe.chart, ShareChart)
    assert [bar.name for bar in safe.chart.rows] == ["manager"]


def test_a_cell_behind_which_few_stand_is_not_told() -> None:
    split = table(rows="role", columns="group")
    assert "2 of 2" in {entry.words for row in split.rows for entry in row.entries}
    safe, _told = without_few(split)
    assert {entry.words for row in safe.rows for entry in row.entries} == {"4 of 4"}


@pytest.mark.parametrize("columns", ["participant", "group", "question"])
def test_tables_in_which_nobody_is_described_stay_as_they_are(columns: str) -> None:
    shown = table(columns=columns)
    assert without_few(shown) == (shown, "")


def test_words_of_few_people_are_not_told_apart_either() -> None:
    shown = table("words")
    assert "medical director" in [head.title for head in shown.heads]
    safe, _told = without_few(shown)
    assert "medical director" not in [head.title for head in safe.heads]


def test_nor_are_the_places_where_they_say_a_word() -> None:
    safe, told = without_few(table("kwic", word="close"))
    assert [row.depth for row in safe.rows] == [1, 2, 2, 2, 2]
    assert safe.rows[0].name == "manager"
    assert "3 rows." in told
