"""The finder: its question as a sentence, its answers turn by turn."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from ui.analyse.desk_of_tables import counted, wait
from ui.whole_window import Desk

from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.finder_body import FinderBody
from qualcoder_nhs.ui.analyse.finder_row import FinderRow
from qualcoder_nhs.ui.analyse.terms_field import TermsField


@pytest.fixture
def page(desk: Desk, sample: Path) -> CountedPage:
    return counted(desk, sample, "sequences")


def row(page: CountedPage) -> FinderRow:
    assert isinstance(page.options, FinderRow)
    return page.options


def body(page: CountedPage) -> FinderBody:
    assert isinstance(page.body, FinderBody)
    return page.body


def test_a_ready_question_stands_in_the_sentence_and_finds_the_planted_passage(
    desk: Desk, page: CountedPage
) -> None:
    assert "code:rel-masked" in row(page).first.value
    assert "direction:laughter" in row(page).then.value
    talk = body(page).list.talk
    desk.until(lambda: len(talk.rows) > 0)
    assert page.tabled is not None
    assert len(talk.rows) == len(page.tabled.rows)
    planted = next(n for n, over in enumerate(talk.headings) if over.startswith("FG1 t.23"))
    found = talk.rows[planted]
    assert len(found.said) > 3
    marked = [said.words[mark.start : mark.end] for said in found.said for mark in said.marks]
    assert "[laughs]" in marked
    assert any("civil" in words for words in marked)


def test_enter_on_a_sequence_goes_to_its_place(desk: Desk, page: CountedPage) -> None:
    found = body(page).list
    desk.until(lambda: len(found.talk.rows) > 0)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)
    desk.settle()
    assert desk.room.desk == "code"


def click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def empty(field: TermsField) -> None:
    """Take every chip away by the keys."""
    while field.value:
        QTest.keyClick(field.field, Qt.Key.Key_Backspace)


def test_a_question_of_ones_own_waits_until_it_is_whole(desk: Desk, page: CountedPage) -> None:
    before = page.tabled
    empty(row(page).then)
    assert row(page).missing.isVisible()
    desk.settle()
    assert page.tabled is before
    field = row(page).then.field
    QTest.keyClicks(field, "laugh*")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not row(page).missing.isVisible()
    assert row(page).then.value == ("words:laugh*",)
    desk.until(lambda: page.tabled is not before)
    wait(desk, page)
    assert page.title.text() == "What comes near what"


def test_typing_finds_a_code_and_a_click_on_its_chip_takes_it_away(
    desk: Desk, page: CountedPage
) -> None:
    then = row(page).then
    empty(then)
    QTest.keyClicks(then.field, "silence")
    assert then.list.isVisible()
    assert "grp-silence" in then.list.item(0).text()
    QTest.keyClick(then.field, Qt.Key.Key_Down)
    QTest.keyClick(then.field, Qt.Key.Key_Up)
    QTest.keyClick(then.field, Qt.Key.Key_Return)
    assert then.value == ("code:grp-silence",)
    assert not then.list.isVisible()
    QTest.keyClicks(then.field, "laughter")
    rows = then.list
    click_at = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=click_at)
    assert then.value == ("code:grp-silence", "direction:laughter")
    click(then.chips["code:grp-silence"])
    assert then.value == ("direction:laughter",)
    wait(desk, page)
    assert page.title.text() == "What comes near what"


def test_escape_leaves_what_was_typed(desk: Desk, page: CountedPage) -> None:
    first = row(page).first
    QTest.keyClicks(first.field, "trust")
    assert first.list.isVisible()
    QTest.keyClick(first.field, Qt.Key.Key_Escape)
    assert (first.field.text(), first.list.isVisible()) == ("", False)


def test_twins_stay_pairs_and_one_can_be_asked_for_alone(desk: Desk, page: CountedPage) -> None:
    options = row(page)
    options.choose("preset", "twins")
    desk.until(lambda: "twin" in page.title.text())
    wait(desk, page)
    assert not options.sentence.isVisible()
    assert options.pairs.lines[0].startswith("Holding back within 3 turns of ")
    assert len(options.pairs.lines) == 4
    only = options.pairs.findChildren(QPushButton)[0]
    click(only)
    desk.until(lambda: page.title.text() == "What comes near what")
    wait(desk, page)
    assert options.sentence.isVisible()
    assert (options.first.value, options.then.value) == (
        ("code:tru-withheld",),
        ("code:grp-silence",),
    )
    assert page.wish.names("first") == ("code:tru-withheld",)
    options.choose("preset", "said-and-enacted")
    desk.until(lambda: "Praise" in page.title.text())
    assert not options.pairs.isVisible()
