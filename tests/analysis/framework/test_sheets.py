"""Sheets: groups above their people, why a cell is empty, references that are checked."""

from dataclasses import replace

import pytest

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.framework.sheets import SheetWish, sheet, sheet_keys
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.framework import Summary, cell_id
from qualcoder_nhs.domain.framework_sheet import Emptiness, FrameworkSheet
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, QuestionId, ThemeId, TranscriptId
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.themes import Theme
from qualcoder_nhs.domain.written import Written
from tests.talk import HL, NOW, coded, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", "P1: Warm.", "P2: Cold.", "P1: Warm."],
    {"Q1": 1, "Q2": 4},
    {"P2": (None, 3)},
)
FG2 = session("FG2", ["P1: Nothing."], {"Q1": 1, "Q2": None})
FG3 = session("FG3", ["P1: Warm."])
MATERIAL = talk(
    [FG1, FG2, FG3], [coded(FG1, "warm", 2), coded(FG1, "cold", 3), coded(FG3, "warm", 1)]
)
THEMED = replace(
    MATERIAL, themes=(Theme(ThemeId("t"), "Weather", (CodeId("warm"), CodeId("cold"))),)
)


def written(text: str, person: str | None = None, code: str = "warm") -> Summary:
    room, who = TranscriptId("FG1"), ParticipantId(f"FG1/{person}") if person else None
    key = cell_id(room, who, CodeId(code), None)
    return Summary(key, room, who, CodeId(code), None, text, HL, NOW)


def shown(made: FrameworkSheet) -> dict[str, list[str]]:
    return {
        f"{one.group} {one.name}": [cell.empty.name for cell in one.cells] for one in made.cases
    }


def test_group_rows_stand_above_their_people_and_emptiness_is_told_apart() -> None:
    assert shown(sheet(THEMED, "themes")) == {
        "FG1 ALL": ["TO_WRITE"],
        "FG1 P1": ["TO_WRITE"],
        "FG1 P2": ["TO_WRITE"],
        "FG2 ALL": ["NOTHING"],
        "FG2 P1": ["NOTHING"],
        "FG3 ALL": ["TO_WRITE"],
        "FG3 P1": ["TO_WRITE"],
    }


def test_of_a_question_cells_tell_where_it_was_not_asked_or_somebody_had_left() -> None:
    made = sheet(THEMED, "themes", SheetWish(QuestionId("Q2")))
    assert shown(made) == {
        "FG1 ALL": ["NOTHING"],
        "FG1 P1": ["NOTHING"],
        "FG1 P2": ["NOT_ASKED"],
        "FG2 ALL": ["NOT_ASKED"],
        "FG2 P1": ["NOT_ASKED"],
        "FG3 ALL": ["UNMARKED"],
        "FG3 P1": ["UNMARKED"],
    }


def with_words(*summaries: Summary) -> Material:
    return replace(THEMED, written=Written(summaries=summaries))


def test_what_is_written_is_shown_and_references_are_checked() -> None:
    one = written("Warm [t.2], colder [t.3], then [t.9]", "P1")
    made = sheet(with_words(one, written("All of it [t.2–3]")), "warm")
    assert made.faults == [
        "FG1 P1, Warm: P1 does not speak in t.3.",
        "FG1 P1, Warm: t.9 is no turn of FG1, which has 4.",
    ]
    assert made.cases[0].cells[0].empty is Emptiness.WRITTEN
    report = report_named("framework")
    table = report.run(with_words(one), wish(report.options, {"sheet": "warm"}))
    assert table.entry("FG1/FG1/P1", "warm").words == one.text
    assert table.entry("FG2", "warm").words == "–"
    assert "Check: FG1 P1, Warm: t.9 is no turn of FG1, which has 4." in table.notes


def test_a_study_without_codes_has_a_table_without_columns() -> None:
    report = report_named("framework")
    table = report.run(replace(MATERIAL, codebook=Codebook(())), wish(report.options))
    assert table.title == "Framework matrix"
    assert not table.heads
    assert [row.name for row in table.rows][:2] == ["FG1 ALL", "FG1 P1"]


def test_sheets_are_the_roots_and_the_themes() -> None:
    assert [key for key, _title in sheet_keys(THEMED)] == ["warm", "cold", "silence", "themes"]
    with pytest.raises(NoSuch):
        sheet(MATERIAL, "themes")
