"""Survey answers in a whole window: columns looked at, chosen otherwise, taken in and undone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.domain.survey import Use
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.importing.survey_dialog import SurveyDialog

SURVEY = Path(__file__).parents[1] / "importers" / "survey.csv"


def offered(desk: Desk, path: Path) -> SurveyDialog:
    desk.open(path).traffic.offer_survey(SURVEY)
    dialog = desk.dialog(SurveyDialog)
    assert isinstance(dialog, SurveyDialog)
    return dialog


def test_columns_are_chosen_by_keys_and_the_answers_come_in(desk: Desk, study_file: Path) -> None:
    dialog = offered(desk, study_file)
    assert dialog.uses["Role"] is Use.ATTRIBUTE
    assert "29 respondents in 2 texts" in dialog.told.text()
    assert "5 empty answers are left out." in dialog.told.text()
    last = dialog.choices[-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert list(dialog.uses.values())[-1] is Use.OUT
    before = desk.study.ask(Reader.transcript_names)
    dialog.take.click()
    desk.until(lambda: len(desk.study.ask(Reader.transcript_names)) == len(before) + 1)
    desk.settle()
    (survey,) = desk.study.ask(Reader.surveys).values()
    assert survey == "Survey"
    desk.menu("undo")
    desk.settle()
    assert desk.study.ask(Reader.transcript_names) == before


def test_one_column_is_the_name_and_one_question_at_least_is_open(
    desk: Desk, study_file: Path
) -> None:
    dialog = offered(desk, study_file)
    uses = list(Use)
    dialog.choices[1].setCurrentIndex(uses.index(Use.NAME))
    assert list(dialog.uses.values())[:2] == [Use.OUT, Use.NAME]
    for choice in dialog.choices[-2:]:
        choice.setCurrentIndex(uses.index(Use.OUT))
    assert not dialog.take.isEnabled()
    dialog.reject()
