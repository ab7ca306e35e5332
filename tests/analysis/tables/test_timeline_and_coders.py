"""Where along a discussion codes stand, and who coded what."""

from dataclasses import replace

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.chart import TimelineChart
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId, CoderId, ThemeId
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.domain.themes import Theme
from tests.talk import coded, session, talk

FG = session(
    "FG",
    [
        "MOD: So?",
        "P1: Yes.",
        "P2: No.",
        "P1: Maybe.",
        "MOD: And money?",
        "P2: Money.",
        "P1: [nods]",
    ],
    asked={"Q1": 1, "Q2": 5},
)
OTHER = session("FG8", ["P1: Nothing of it."])
AB, HL = CoderId("AB"), CoderId("HL")
CODINGS = [
    coded(FG, "yes", 2, 3),
    coded(FG, "yes", 6),
    replace(coded(FG, "money", 6), coder=AB, flags=(Flag.STRONG,)),
    coded(FG, "silence", 4),
]
MATERIAL = replace(talk([FG, OTHER], CODINGS), coders={HL: "HL", AB: "AB"})


def made(name: str, **said: Value) -> Tabled:
    report = report_named(name)
    return report.run(MATERIAL, wish(report.options, said))


def words(tabled: Tabled, row: str) -> list[str]:
    return [one.words for one in next(line for line in tabled.rows if line.key == row).entries]


def test_each_part_of_a_discussion_stands_over_its_own_turns() -> None:
    table = made("timeline", parts=2, level=0)
    assert [head.title for head in table.heads] == ["0–50 %", "50–100 %"]
    assert words(table, "FG:yes") == ["2 of 3", "1 of 1"]
    assert words(table, "FG:money") == ["0 of 3", "1 of 1"]
    assert words(table, "FG:silence") == ["0 of 3, 1 in the group", "0 of 1"]
    assert [row.key for row in table.rows if row.key.startswith("FG8")] == []


def test_the_chart_is_exact_whatever_the_parts() -> None:
    chart = made("timeline", parts=3, level=0).chart
    assert isinstance(chart, TimelineChart)
    strand = chart.strands[0]
    lanes = {lane.name: lane.stretches for lane in strand.lanes}
    assert lanes["Yes"] == ((1 / 7, 3 / 7), (5 / 7, 6 / 7))
    assert strand.marks == ((0.0, "Q1"), (4 / 7, "Q2"))


def test_themes_can_be_followed_and_share_codes() -> None:
    themes = (
        Theme(ThemeId("a"), "Assent", (CodeId("yes"),)),
        Theme(ThemeId("b"), "Both", (CodeId("yes"), CodeId("money"))),
        Theme(ThemeId("c"), "Empty"),
    )
    report = report_named("timeline")
    chosen = wish(report.options, {"rows": "theme", "parts": 2})
    table = report.run(replace(MATERIAL, themes=themes), chosen)
    assert [row.name for row in table.rows] == ["FG: Assent", "FG: Both"]
    assert words(table, "FG:a") == ["2 of 3", "1 of 1"]
    assert words(table, "FG:b") == ["2 of 3", "1 of 1"]


def test_more_parts_than_turns_leave_some_without_any() -> None:
    assert words(made("timeline", parts=14, level=0), "FG:money").count("0 of 0") > 0


def test_coders_stand_beside_each_other_with_how_far_they_came() -> None:
    table = made("coders")
    assert words(table, "HL") == ["3 of 4", "2 of 3", "1 of 2", "0 of 3", "3 of 4", "0 of 1"]
    assert words(table, "AB") == [
        "1 of 4",
        "1 of 3",
        "1 of 2",
        "1 of 1: strong 1",
        "1 of 4",
        "0 of 1",
    ]
