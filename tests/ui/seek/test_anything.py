"""Anything by its name in a whole window, typed with real keys."""

from pathlib import Path

import pytest
from builders import transcript
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPlainTextEdit
from ui.whole_window import Desk

from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog
from qualcoder_nhs.ui.frame.keys_page import KeysPage
from qualcoder_nhs.ui.seek.anything import Anything

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk) -> Anything:
    desk.key(Qt.Key.Key_K, CTRL)
    box = desk.commands.by_name.box
    assert box.isVisible()
    assert box.field.hasFocus()
    return box


@pytest.fixture
def box(desk: Desk, study_file: Path) -> Anything:
    """The box over the transcript, with all that is in the study."""
    desk.open(study_file)
    found = opened(desk)
    desk.settle()
    return found


def names(box: Anything) -> list[str]:
    return [match.thing.name for match in box.rows.rows]


def test_the_model_is_sound(box: Anything) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(box.rows, mode, box)
    QTest.keyClicks(box.field, "co")
    assert len(names(box)) > 3


def test_without_letters_the_transcripts_come_first(box: Anything) -> None:
    assert names(box)[:2] == ["FG1", "FG2"]
    assert len(names(box)) == 9


def test_a_command_is_done_and_shows_its_key(desk: Desk, box: Anything) -> None:
    QTest.keyClicks(box.field, "keyboard")
    assert [(row.thing.name, row.thing.key) for row in box.rows.rows] == [("Keyboard map", "F1")]
    desk.key(Qt.Key.Key_Return)
    assert not box.isVisible()
    desk.dialog(KeysPage).close()


def test_only_commands_that_can_be_had_are_offered(desk: Desk) -> None:
    box = opened(desk)
    QTest.keyClicks(box.field, "close the")
    assert names(box) == []
    box.field.setText("open a")
    assert names(box) == ["Open a study…"]


def test_a_transcript_is_opened(desk: Desk, box: Anything) -> None:
    QTest.keyClicks(box.field, "fg2")
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    assert desk.room.code.wires.transcript == transcript(desk.study, "FG2")
    assert desk.room.code.desk.view.hasFocus()


def test_a_code_opens_its_card_and_an_archived_one_is_not_offered(
    desk: Desk, box: Anything
) -> None:
    QTest.keyClicks(box.field, "old")
    assert "Old" not in names(box)
    box.field.setText("warm")
    assert names(box) == ["Warm"]
    desk.key(Qt.Key.Key_Return)
    desk.dialog(CodeDialog).close()


def test_a_turn_of_another_transcript_is_gone_to_and_nothing_is_selected(
    desk: Desk, box: Anything
) -> None:
    QTest.keyClicks(box.field, "FG2 3")
    assert names(box) == ["FG2, turn 3"]
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    view = desk.room.code.desk.view
    assert desk.room.code.wires.transcript == transcript(desk.study, "FG2")
    assert view.caret() == view.state.text.index("We were asked")
    assert not view.selected()


def test_a_number_is_a_turn_of_the_open_transcript(desk: Desk, box: Anything) -> None:
    QTest.keyClicks(box.field, "4")
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    view = desk.room.code.desk.view
    assert view.caret() == view.state.text.index("Never again")


def test_escape_gives_the_keys_back(desk: Desk, box: Anything) -> None:
    desk.key(Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert desk.room.code.desk.view.hasFocus()


def test_the_key_opens_it_from_a_field_and_leaves_what_is_written_there(
    desk: Desk, study_file: Path
) -> None:
    field = desk.open(study_file).code.desk.header.field
    field.setFocus()
    QTest.keyClicks(field, "board")
    field.setCursorPosition(0)
    opened(desk)
    desk.key(Qt.Key.Key_Escape)
    assert field.text() == "board"
    assert field.hasFocus()


def test_the_key_opens_it_from_a_memo_that_is_being_written(desk: Desk, study_file: Path) -> None:
    memos = desk.open(study_file).desks["memos"].page
    desk.menu("desk:memos")
    desk.settle()
    memos.new.click()
    text = memos.editor.findChild(QPlainTextEdit)
    text.setFocus()
    QTest.keyClicks(text, "Hm")
    QTest.keyClick(text, Qt.Key.Key_Home)
    opened(desk)
    desk.key(Qt.Key.Key_Escape)
    assert text.toPlainText() == "Hm"
    assert text.hasFocus()


def test_a_click_elsewhere_closes_it(desk: Desk, box: Anything) -> None:
    desk.room.code.desk.header.field.setFocus()
    assert not box.isVisible()
    assert desk.room.code.desk.header.field.hasFocus()


def test_down_and_enter_take_the_second(desk: Desk, box: Anything) -> None:
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    assert desk.room.code.wires.transcript == transcript(desk.study, "FG2")


def test_what_has_no_such_name_is_looked_for_in_the_study(desk: Desk, box: Anything) -> None:
    QTest.keyClicks(box.field, "hear of it")
    assert names(box) == ["Find “hear of it” in the study"]
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.room.finding.told.text() != "")
    assert desk.room.finding.field.text() == "hear of it"


def test_rows_are_spoken_with_what_they_are(box: Anything) -> None:
    QTest.keyClicks(box.field, "warm")
    spoken = box.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Warm, Code, Trust"
    box.field.setText("undo")
    assert "Ctrl Z" in box.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
