"""Survey tables: what columns are proposed for, and the texts that would be made of them."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.survey import Use, planned
from qualcoder_nhs.importers.tables.survey_table import read_survey

SURVEY = Path(__file__).parent / "survey.csv"
OPEN = ("How do doctors and managers get on where you work?", "What one thing would help most?")


def test_columns_are_proposed_by_looking_at_them() -> None:
    survey = read_survey(SURVEY)
    assert len(survey.rows) == 30
    assert survey.name == "Survey"
    assert survey.proposal == {
        "Respondent ID": Use.NAME,
        "Role": Use.ATTRIBUTE,
        "Hybrid post": Use.ATTRIBUTE,
        "Nation": Use.ATTRIBUTE,
        "Years in the NHS": Use.OUT,
        "Submitted": Use.OUT,
        OPEN[0]: Use.OPEN,
        OPEN[1]: Use.OPEN,
    }


def test_a_question_answered_in_few_words_is_still_a_question(tmp_path: Path) -> None:
    file = tmp_path / "short.csv"
    file.write_text(
        "id,Satisfied?,What would help?\nR1,very much,More time.\nR2,no,A secretary.\n"
        "R3,very much,Stable budgets.\n",
        encoding="utf-8",
    )
    assert read_survey(file).proposal == {
        "id": Use.NAME,
        "Satisfied?": Use.ATTRIBUTE,
        "What would help?": Use.OPEN,
    }


def test_empty_answers_are_left_out_and_counted() -> None:
    survey = read_survey(SURVEY)
    plan = planned(survey, survey.proposal)
    assert (len(plan.respondents), plan.silent) == (29, 1)
    assert [(len(one.turns), one.empty) for one in plan.questions] == [(28, 1), (25, 4)]
    assert "R23" not in plan.respondents
    assert plan.respondents["R1"] == {
        "Role": "Medical director",
        "Hybrid post": "No",
        "Nation": "Northern Ireland",
    }


def test_each_turn_is_the_answer_as_it_was_written() -> None:
    survey = read_survey(SURVEY)
    for at, made in zip((6, 7), planned(survey, survey.proposal).questions, strict=True):
        cells = {f"R{row[0]}": row[at] for _line, row in survey.rows}
        assert made.text.startswith(made.title)
        for turn in made.turns:
            assert turn.words.of(made.text) == cells[turn.label]
            assert turn.label_at is not None
            assert turn.label_at.of(made.text) == f"{turn.label}:"


def test_names_that_two_rows_share_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    long = "a long answer that is more than six words"
    file.write_text(f"id,why\nAnn,{long}\nAnn,{long} too\n,{long} three\n", encoding="utf-8")
    survey = read_survey(file)
    plan = planned(survey, {"id": Use.NAME, "why": Use.OPEN})
    assert list(plan.respondents) == ["Ann", "Ann (2)", "R3"]


def test_a_workbook_is_read_alike(tmp_path: Path) -> None:
    file = tmp_path / "answers.xlsx"
    book = Workbook()
    book.active.append(["id", "What helps?"])
    for number in (1, 2):
        book.active.append([number, f"Time to talk to each other, number {number}."])
    book.save(file)
    assert read_survey(file).proposal == {"id": Use.NAME, "What helps?": Use.OPEN}


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "answers.docx"
    file.write_bytes(b"PK")
    with pytest.raises(BadFile):
        read_survey(file)
