"""Correcting words in a whole window: shown before it is done, one step, and one stays in place."""

import shutil
from pathlib import Path

import pytest
from builders import an_import
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from ui.whole_window import Desk

from qualcoder_nhs.queries.coding_page import coding_page
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.code.turn_menu import OFFERED
from qualcoder_nhs.ui.correcting.turn_sheet import TurnSheet
from qualcoder_nhs.ui.correcting.version_sheet import VersionSheet
from qualcoder_nhs.ui.frame.workroom import Workroom


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


def stand(room: Workroom, turn: int) -> int:
    view = room.code.desk.view
    view.setFocus()
    at = view.state.page.transcript.turns[turn - 1].words.start
    view.put_caret(at)
    return at


def sheet_of(desk: Desk) -> TurnSheet:
    sheet = desk.dialog(TurnSheet)
    assert isinstance(sheet, TurnSheet)
    return sheet


def retype(desk: Desk, sheet: TurnSheet, words: str) -> None:
    """Type over all that stands there, and wait for what it would do."""
    sheet.new.selectAll()
    QTest.keyClicks(sheet.new, words)
    desk.until(sheet.accept_button.isEnabled)


def page_is_fresh(desk: Desk) -> bool:
    shown = desk.room.code.desk.state.page
    return shown == desk.study.ask(coding_page, shown.transcript.id)


def test_a_key_opens_the_words_and_a_click_corrects_them(desk: Desk, room: Workroom) -> None:
    stand(room, 2)
    before = {one.id: one.span for one in room.code.desk.state.page.codings}
    QTest.keyClick(room.code.desk.view, Qt.Key.Key_W)
    sheet = sheet_of(desk)
    assert sheet.old.toPlainText() == sheet.new.toPlainText()
    assert sheet.old.isReadOnly()
    assert sheet.old.toPlainText().startswith("The board does")
    assert not sheet.accept_button.isEnabled()
    retype(desk, sheet, "The committee does, and the nurses hear of it later.")
    told = {row.id: (row.before, row.after) for row in sheet.box.model.rows}
    assert told.keys() <= before.keys()
    assert all("committee" in after for _before, after in told.values())
    assert sheet.box.table.isVisible()
    assert not sheet.box.keep.isVisible()
    QTest.mouseClick(sheet.accept_button, Qt.MouseButton.LeftButton)
    desk.settle()
    state = room.code.desk.state
    assert "committee" in state.text
    assert room.code.desk.view.toPlainText().count("committee") == 1
    assert page_is_fresh(desk)
    assert desk.study.faults() == []
    undo = desk.window.menus.action("undo")
    assert undo.text().startswith("Undo “Correct t.2 of FG1: ")
    desk.menu("undo")
    desk.settle()
    assert "committee" not in state.text
    assert {one.id: one.span for one in state.page.codings} == before


def test_the_caret_stays_on_its_words(desk: Desk, room: Workroom) -> None:
    stand(room, 1)
    QTest.keyClick(room.code.desk.view, Qt.Key.Key_W)
    sheet = sheet_of(desk)
    view = room.code.desk.view
    view.put_caret(view.state.text.index("asked once"))
    retype(desk, sheet, "Who, in the end, decides?")
    sheet.accept()
    desk.settle()
    assert view.state.text[view.caret() :].startswith("asked once")


def test_the_menu_of_a_turn_offers_it(desk: Desk, room: Workroom) -> None:
    stand(room, 3)
    code = room.code.desk
    code.sides.gutter.menu_wanted.emit(QPoint(10, 10))
    menu = next(one for one in code.findChildren(QMenu) if len(one.actions()) == len(OFFERED))
    action = menu.actions()[OFFERED.index("correct")]
    assert action.text() == "Correct the words here…\tW"
    action.trigger()
    menu.close()
    assert sheet_of(desk).old.toPlainText() == "We were asked once."
    sheet_of(desk).reject()


def test_a_paragraph_that_nobody_speaks_is_opened_and_corrected(desk: Desk, room: Workroom) -> None:
    live = desk.session.live
    assert live is not None
    live.run(an_import("Paper", "A finding of note.\nAnother one."))
    desk.settle()
    it = desk.study.ask(Reader.transcript_called, "Paper")
    room.code.open_transcript(it)
    desk.settle()
    view = room.code.desk.view
    view.setFocus()
    view.put_caret(view.state.text.index("Another"))
    QTest.keyClick(view, Qt.Key.Key_W)
    sheet = sheet_of(desk)
    assert sheet.windowTitle() == "Correct the words of a paragraph"
    assert sheet.old.toPlainText() == "Another one."
    retype(desk, sheet, "Another two.")
    QTest.keyClick(sheet.new, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert view.state.text == "A finding of note.\nAnother two."
    assert page_is_fresh(desk)


def test_words_that_stand_there_and_none_at_all_are_no_correction(
    desk: Desk, room: Workroom
) -> None:
    stand(room, 3)
    QTest.keyClick(room.code.desk.view, Qt.Key.Key_W)
    sheet = sheet_of(desk)
    sheet.new.setPlainText("")
    desk.until(lambda: "cannot be left without words" in sheet.box.sum.text())
    assert not sheet.accept_button.isEnabled()
    sheet.new.setPlainText("We were asked once. ")
    desk.until(lambda: sheet.box.sum.text() == "These are the words that stand there.")
    QTest.keyClick(sheet.new, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.isVisible()
    sheet.reject()


def test_a_corrected_version_is_shown_and_taken(desk: Desk, room: Workroom, tmp_path: Path) -> None:
    state = room.code.desk.state
    lines = [line for line in state.text.split("\n") if "board" not in line]
    file = tmp_path / "again.txt"
    file.write_text("\n".join(["MOD: Welcome.", *lines]), encoding="utf-8")
    desk.menu("import_version")
    asked = desk.dialog(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(file))
    asked.close()
    sheet = desk.dialog(VersionSheet)
    assert isinstance(sheet, VersionSheet)
    assert sheet.changes.count() == 2
    lost = [row for row in sheet.box.model.rows if row.fate == "lost"]
    assert lost
    assert sheet.box.keep.isVisible()
    cells = [sheet.box.model.index(0, at).data() for at in range(4)]
    assert cells[2] == "–"
    QTest.mouseClick(sheet.take, Qt.MouseButton.LeftButton)
    desk.settle()
    assert state.text.startswith("MOD: Welcome.")
    assert page_is_fresh(desk)
    memos = [one.text for one in desk.study.ask(lambda read: read.memos())]
    assert sum(one.startswith("Words were taken out") for one in memos) == len(lost)
    desk.menu("undo")
    desk.settle()
    assert not state.text.startswith("MOD: Welcome.")
    assert page_is_fresh(desk)


def test_a_study_that_is_only_read_is_not_corrected(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.qnhs"
    shutil.copyfile(study_file, copy)
    desk.session.read(copy)
    room = desk.opened()
    said: list[str] = []
    room.said.connect(said.append)
    stand(room, 2)
    QTest.keyClick(room.code.desk.view, Qt.Key.Key_W)
    assert desk._shown(TurnSheet) == []
    assert any("open to read only" in one for one in said)
    assert not desk.window.menus.action("import_version").isEnabled()
