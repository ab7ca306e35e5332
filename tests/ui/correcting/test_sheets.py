"""The sheets of corrections by key and by ear, in small windows, and what their tables show."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.test_names import nameless, own, spoken
from ui.whole_window import Desk

from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.plan import Thing, Touched
from qualcoder_nhs.ui.correcting.excerpt import AROUND, MOST, around_change
from qualcoder_nhs.ui.correcting.plan_model import PlanModel
from qualcoder_nhs.ui.correcting.turn_sheet import TurnSheet
from qualcoder_nhs.ui.correcting.version_sheet import VersionSheet, problem_words
from qualcoder_nhs.ui.frame.workroom import Workroom


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


def turn_sheet(desk: Desk, room: Workroom, words: str) -> TurnSheet:
    """The sheet of the turn in which these words stand, the caret before them."""
    view = room.code.desk.view
    view.setFocus()
    view.put_caret(view.state.text.index(words))
    QTest.keyClick(view, Qt.Key.Key_W)
    sheet = desk.dialog(TurnSheet)
    assert isinstance(sheet, TurnSheet)
    desk.until(sheet.isActiveWindow)
    return sheet


def version_sheet(desk: Desk, room: Workroom, file: Path, lines: list[str]) -> VersionSheet:
    file.write_text("\n".join(lines), encoding="utf-8")
    transcript = room.code.wires.transcript
    assert transcript is not None
    room.code.correcting.offer_file(transcript, file)
    sheet = desk.dialog(VersionSheet)
    assert isinstance(sheet, VersionSheet)
    desk.until(sheet.isActiveWindow)
    return sheet


def walked(start: QWidget) -> list[str]:
    """What Tab comes to from here, until it is here again."""
    names = []
    start.setFocus()
    for _each in range(20):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        names.append(spoken(now))
        if now is start:
            break
    return names


def test_one_begins_to_type_where_one_stood(desk: Desk, room: Workroom) -> None:
    sheet = turn_sheet(desk, room, "hear of it later")
    before = sheet.new.toPlainText()
    QTest.keyClicks(sheet.new, "can ")
    assert sheet.new.toPlainText() == before.replace("hear", "can hear")
    desk.until(sheet.accept_button.isEnabled)
    QTest.keyClick(sheet.new, Qt.Key.Key_Escape)
    desk.settle()
    assert before in room.code.desk.state.text


def test_tab_walks_a_turns_sheet_in_reading_order(desk: Desk, room: Workroom) -> None:
    sheet = turn_sheet(desk, room, "The board")
    sheet.new.setPlainText("Well.")
    desk.until(sheet.accept_button.isEnabled)
    assert walked(sheet.new) == [
        "What the correction reaches",
        "What lost its words or its turn: Keep what it said as memos on the transcript",
        "Leave it",
        "Correct",
        "Old words of turn 2",
        "New words of turn 2",
    ]
    sheet.box.keep.setFocus()
    QTest.keyClick(sheet.box.keep, Qt.Key.Key_Down)
    assert sheet.box.remove.isChecked()
    sheet.reject()


def test_tab_walks_a_versions_sheet_and_enter_takes_it(
    desk: Desk, room: Workroom, tmp_path: Path
) -> None:
    lines = room.code.desk.state.text.split("\n")
    file = tmp_path / "again.txt"
    sheet = version_sheet(desk, room, file, [lines[0], *lines[2:], lines[1]])
    assert sheet.changes.item(0).text() == f"t.2  moved to t.5: “{lines[1]}”"
    assert walked(sheet.changes) == ["Leave it as it is", "Correct FG1", "Words that change"]
    QTest.keyClick(sheet.changes, Qt.Key.Key_Return)
    desk.settle()
    assert room.code.desk.state.text.rstrip().endswith(lines[1])


def test_the_sheets_are_named_and_fit_their_window(
    desk: Desk, room: Workroom, tmp_path: Path
) -> None:
    desk.window.resize(700, 520)
    lines = room.code.desk.state.text.split("\n")
    for sheet in (
        turn_sheet(desk, room, "The board"),
        version_sheet(desk, room, tmp_path / "again.txt", lines[1:]),
    ):
        assert own(nameless(sheet)) == []
        assert sheet.width() <= desk.window.width()
        assert sheet.height() <= desk.window.height()
        sheet.reject()


def test_what_a_correction_reaches_is_a_table_by_ear(desk: Desk, room: Workroom) -> None:
    sheet = turn_sheet(desk, room, "The board")
    sheet.new.setPlainText("The committee does, and the nurses hear of it later.")
    desk.until(sheet.accept_button.isEnabled)
    table = QAccessible.queryAccessibleInterface(sheet.box.table)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Description) == sheet.box.sum.text()
    cells = (table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount()))
    rows = [words for words in cells if words.startswith("t.2  coding: ")]
    assert rows
    assert all(words.endswith("words changed") for words in rows)
    sheet.reject()


# ── what tables show of long words ───────────────────────────────────────────────────────────────


def test_long_words_are_shown_around_what_differs() -> None:
    many = " ".join(["word"] * 60)
    before, after = around_change(f"{many} ninty {many}", f"{many} ninety {many}")
    assert (before[0], before[-1], after[0], after[-1]) == ("…", "…", "…", "…")
    assert " ninty word" in before
    assert " ninety word" in after
    assert len(before) < 2 * AROUND + 12


def test_short_words_are_shown_whole_and_lost_ones_begin() -> None:
    assert around_change("We were asked.", "We are asked.") == ("We were asked.", "We are asked.")
    lost, nothing = around_change("lost " * 100, "")
    assert (lost[-5:], nothing) == ("lost…", "")
    assert len(lost) <= MOST


def test_a_tooltip_has_all_of_the_words() -> None:
    before, after = "was " * 200 + "ninty", "was " * 200 + "ninety"
    one = Touched(Thing.CODING, "x", "Warm", "HL", "open", 3, before, after, Fate.CHANGED)
    model = PlanModel()
    model.rows = (one,)
    tip = Qt.ItemDataRole.ToolTipRole
    assert [model.index(0, at).data(tip) for at in range(4)] == [None, before, after, None]
    assert len(model.index(0, 1).data()) < len(before)


def test_no_remark_on_a_file_goes_silently() -> None:
    assert problem_words([str(n) for n in range(6)]).split("\n") == list("012345")
    assert problem_words([str(n) for n in range(9)]).split("\n")[-1] == "and 3 more"
