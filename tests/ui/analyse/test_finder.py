"""The finder: its question as a sentence, its answers turn by turn."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.analyse.desk_of_tables import counted, wait
from ui.whole_window import Desk

from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.finder_body import FinderBody
from qualcoder_nhs.ui.analyse.finder_row import FinderRow


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


def test_a_question_of_ones_own_waits_until_it_is_whole(desk: Desk, page: CountedPage) -> None:
    before = page.tabled
    row(page).then.picks.tick()
    assert row(page).missing.isVisible()
    desk.settle()
    assert page.tabled is before
    field = row(page).typed["then"]
    QTest.keyClicks(field, "laugh*")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not row(page).missing.isVisible()
    assert row(page).then.words == ("“laugh*”",)
    desk.until(lambda: page.tabled is not before)
    wait(desk, page)
    assert page.title.text() == "What comes near what"
    row(page).choose("preset", "twins")
    desk.until(lambda: "twin" in page.title.text())
    assert "code:grp-silence" in row(page).then.value
