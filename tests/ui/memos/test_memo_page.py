"""The memo page: all memos, changed in place, kept when they are left, and a way to their place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from coded_study import CodedStudy
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.queries.memo_list import memo_list
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.look.tokens import DARK
from qualcoder_nhs.ui.memos.page import MemoPage
from qualcoder_nhs.ui.working.live import Live


@pytest.fixture
def coded(tmp_path: Path) -> CodedStudy:
    made = CodedStudy(tmp_path / "study.qnhs")
    made.study.run(WriteMemo("Too wide.", code=made.trust), made.coder)
    return made


@pytest.fixture
def live(qtbot: QtBot, coded: CodedStudy) -> Iterator[Live]:
    made = Live(coded.study, coded.coder)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, live: Live) -> MemoPage:
    made = MemoPage(theme.Theme())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    live.changed.connect(made.refresh)
    made.attach(live)
    made.show()
    qtbot.waitUntil(lambda: made.memos.rowCount() == 4)
    return made


def look_at(page: MemoPage, words: str) -> None:
    place = next(at for at, row in enumerate(page.memos.rows) if words in row.memo.text)
    page.list.setCurrentIndex(page.memos.index(place))


def texts(coded: CodedStudy) -> list[str]:
    return [listed.memo.text for listed in coded.study.ask(memo_list)]


def test_each_memo_says_what_it_is_on(page: MemoPage) -> None:
    spoken = [
        str(page.memos.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(4)
    ]
    assert [words.split(",")[0] for words in spoken] == [
        "Trust",
        "the study",
        "FG2",
        "Finance tension",
    ]
    assert spoken[3].endswith(": Compare FG1 P2.")
    assert page.header.sentence.text() == "4 of 4 memos"


def test_the_model_is_sound(qtbot: QtBot, page: MemoPage) -> None:
    tester = QAbstractItemModelTester(
        page.memos, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    qtbot.keyClicks(page.field, "room")
    page.field.clear()
    assert tester.model() is page.memos


def test_memos_are_found_by_their_words(qtbot: QtBot, page: MemoPage) -> None:
    qtbot.keyClicks(page.field, "LOUD")
    assert [row.memo.text for row in page.memos.rows] == ["A loud room."]
    assert page.header.sentence.text() == "1 of 4 memos"
    qtbot.keyClicks(page.field, "est")
    assert page.empty.text() == "No memo has “LOUDest”."


def test_what_is_typed_is_kept_when_it_is_left(
    qtbot: QtBot, page: MemoPage, live: Live, coded: CodedStudy
) -> None:
    look_at(page, "A loud room.")
    page.editor.text.setFocus()
    qtbot.keyClick(page.editor.text, Qt.Key.Key_End)
    qtbot.keyClicks(page.editor.text, " Fans.")
    with qtbot.waitSignal(live.changed):
        look_at(page, "Too wide.")
    assert "A loud room. Fans." in texts(coded)
    assert page.editor.text.toPlainText() == "Too wide."
    with qtbot.waitSignal(live.changed):
        live.undo()
    assert "A loud room." in texts(coded)


def test_ctrl_enter_keeps_and_leaves_the_caret_alone(
    qtbot: QtBot, page: MemoPage, live: Live, coded: CodedStudy
) -> None:
    look_at(page, "A loud room.")
    page.editor.text.setFocus()
    qtbot.keyClicks(page.editor.text, "So: ")
    with qtbot.waitSignal(live.changed):
        qtbot.keyClick(page.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(row.memo.text == "So: A loud room." for row in page.memos.rows))
    assert page.editor.text.textCursor().position() == 4
    assert page.editor.memo is not None
    assert page.list.currentIndex().row() == page.memos.place_of(page.editor.memo.id)


def test_a_memo_is_removed_and_comes_back(
    qtbot: QtBot, page: MemoPage, live: Live, coded: CodedStudy
) -> None:
    look_at(page, "Too wide.")
    qtbot.mouseClick(page.editor.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.memos.rowCount() == 3)
    assert "Too wide." not in texts(coded)
    live.undo()
    qtbot.waitUntil(lambda: page.memos.rowCount() == 4)


def test_a_new_memo_on_the_study(qtbot: QtBot, page: MemoPage, coded: CodedStudy) -> None:
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert page.editor.heading.text() == "the study"
    qtbot.keyClicks(page.editor.text, "Who is not here?")
    page.keep()
    qtbot.waitUntil(lambda: page.memos.rowCount() == 5)
    assert "Who is not here?" in texts(coded)


def test_nothing_is_written_where_no_memo_is_chosen(qtbot: QtBot, page: MemoPage) -> None:
    assert not page.editor.text.isVisible()
    assert page.editor.by.text() == "Choose a memo to read it here."
    look_at(page, "loud")
    assert page.editor.text.isVisible()
    qtbot.mouseClick(page.editor.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.memos.rowCount() == 3)
    assert page.editor.text.isHidden() or page.editor.memo is not None
    assert page.editor.text.toPlainText() != "A loud room."


def test_a_study_that_is_only_read_shows_its_memos(
    qtbot: QtBot, page: MemoPage, live: Live, coded: CodedStudy, tmp_path: Path
) -> None:
    with Study.read(tmp_path / "study.qnhs") as study:
        reading = Live(study, coded.coder)
        page.attach(reading)
        qtbot.waitUntil(lambda: page.memos.rowCount() == 4)
        look_at(page, "loud")
        assert page.editor.text.isReadOnly()
        assert not page.editor.remove.isVisible()
        assert not page.new.isEnabled()
        page.attach(live)
        reading.close()
    assert not page.editor.text.isReadOnly()


def test_each_leads_to_its_place(qtbot: QtBot, page: MemoPage, coded: CodedStudy) -> None:
    look_at(page, "Compare")
    with qtbot.waitSignal(page.jump) as got:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert got.args[0] == coded.fg2
    assert got.args[1] is not None
    look_at(page, "A loud room.")
    with qtbot.waitSignal(page.jump) as got:
        qtbot.mouseClick(page.editor.jump, Qt.MouseButton.LeftButton)
    assert got.args == [coded.fg2, None]
    look_at(page, "Too wide.")
    with qtbot.waitSignal(page.code_wanted) as got:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert got.args == [coded.trust]
    look_at(page, "Why does")
    assert not page.editor.jump.isVisible()


def test_typed_words_outlive_a_change_from_elsewhere(
    qtbot: QtBot, page: MemoPage, live: Live
) -> None:
    look_at(page, "A loud room.")
    page.editor.text.setFocus()
    qtbot.keyClicks(page.editor.text, "Very. ")
    live.run(WriteMemo("Another."))
    qtbot.waitUntil(lambda: page.memos.rowCount() == 5)
    assert page.editor.text.toPlainText() == "Very. A loud room."


def test_every_control_has_a_name_and_the_theme_can_change(page: MemoPage) -> None:
    look_at(page, "A loud room.")
    page.set_theme(theme.Theme(DARK))
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)
    parts = [part for kind in kinds for part in page.findChildren(kind)]
    assert parts
    assert [p for p in parts if not (p.accessibleName() or p.property("text"))] == []


def test_ones_own_memo_can_be_kept_from_a_pack(
    qtbot: QtBot, page: MemoPage, live: Live, coded: CodedStudy
) -> None:
    look_at(page, "Too wide.")
    assert page.editor.private.isVisible()
    page.editor.private.click()
    qtbot.waitUntil(lambda: any(one.memo.private for one in page.memos.rows))
    look_at(page, "Too wide.")
    assert page.editor.private.isChecked()
    [private] = [one.memo for one in coded.study.ask(memo_list) if one.memo.private]
    assert private.text == "Too wide."
    page.list.setCurrentIndex(page.memos.index(-1))
    live.coder = coded.study.run(AddCoder("Somebody else"), coded.coder)
    look_at(page, "Too wide.")
    assert not page.editor.private.isVisible()
