"""Coding every hit by keys in a whole window: a code, the list, one step, and back again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.queries.hits_to_code import HitUnit
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.seek.code_hits import CodeHitsDialog
from qualcoder_nhs.ui.seek.find_page import FindPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def looked_for(desk: Desk, words: str, *, stems: bool = False) -> FindPage:
    desk.key(Qt.Key.Key_F, CTRL | SHIFT)
    page = desk.room.finding
    page.stems.setChecked(stems)
    QTest.keyClicks(page.field, words)
    desk.until(lambda: page.told.text() != "" and not page._pause.isActive())
    desk.settle()
    return page


def dialog(desk: Desk, page: FindPage, code: str) -> CodeHitsDialog:
    page.code.click()
    choice = desk.dialog(ChooseCode)
    assert isinstance(choice, ChooseCode)
    QTest.keyClicks(choice.letters, code)
    QTest.keyClick(choice.letters, Qt.Key.Key_Return)
    found = desk.dialog(CodeHitsDialog)
    assert isinstance(found, CodeHitsDialog)
    desk.until(lambda: found.list.count() > 0)
    return found


def test_hits_are_ticked_looked_through_and_coded_in_one_step(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    page = looked_for(desk, "again")
    before = desk.study.ask(Reader.codings)
    hits = dialog(desk, page, "cold")
    assert hits.question.text() == "Code “again” with Cold"
    assert len(hits.ticked) == 2
    QTest.keyClick(hits.list, Qt.Key.Key_Space)
    assert hits.code.text() == "Code 1 passage"
    hits.units[HitUnit.HIT].click()
    desk.settle()
    assert [one.words for one in hits.ticked] == ["again", "again"]
    hits.every.click()
    assert not hits.code.isEnabled()
    hits.every.click()
    hits.code.click()
    desk.settle()
    assert len(desk.study.ask(Reader.codings)) == len(before) + 2
    desk.menu("undo")
    desk.settle()
    assert desk.study.ask(Reader.codings) == before


def test_all_forms_of_a_word_are_found_when_that_is_ticked(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    page = looked_for(desk, "asking", stems=True)
    assert "“asking” is in FG1" in page.told.text()
    page.stems.setChecked(False)
    desk.settle()
    assert "nowhere" in page.told.text()
    assert page.code.isHidden()
