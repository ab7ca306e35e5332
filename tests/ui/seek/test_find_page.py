"""Find in the study in a whole window: typed, read, and gone to by real keys."""

from pathlib import Path

import pytest
from builders import transcript
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from ui.whole_window import Desk

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.study_search import FoundIn, StudySearch
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import DARK
from qualcoder_nhs.ui.seek.find_page import FindPage
from qualcoder_nhs.ui.seek.sentences import elsewhere_sentence, found_sentence, places

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk, study_file: Path) -> FindPage:
    """The page, opened by its key."""
    room = desk.open(study_file)
    desk.key(Qt.Key.Key_F, CTRL | SHIFT)
    assert room.desk == "find"
    assert room.finding.field.hasFocus()
    return room.finding


def look_for(desk: Desk, page: FindPage, words: str) -> None:
    QTest.keyClicks(page.field, words)
    desk.until(lambda: page.told.text() != "" and not page._pause.isActive())
    desk.settle()


def test_words_are_counted_a_transcript_and_listed_with_their_turn(
    desk: Desk, page: FindPage
) -> None:
    look_for(desk, page, "again")
    assert page.told.text() == "“again” is in FG1 (1) and FG2 (1)."
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [page.found.index(row).data(role) for row in range(page.found.rowCount())]
    said = "turn 4, P1 and P2, Never again."
    assert spoken == ["FG1, 1", said, "FG2, 1", said]


def test_the_model_is_sound(desk: Desk, page: FindPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(page.found, mode, page)
    look_for(desk, page, "again")
    assert page.found.rowCount() == 4


def test_enter_goes_there_and_selects_the_words(desk: Desk, page: FindPage) -> None:
    look_for(desk, page, "trust")
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    view = desk.room.code.desk.view
    assert desk.room.desk == "code"
    assert desk.room.code.wires.transcript == transcript(desk.study, "FG2")
    selected = view.selected()
    assert selected is not None
    assert selected.of(view.state.text) == "trust"
    assert view.hasFocus()


def test_down_goes_from_place_to_place_past_the_headings(desk: Desk, page: FindPage) -> None:
    look_for(desk, page, "again")
    assert page.list.currentIndex().row() == 1
    desk.key(Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 3
    desk.key(Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 3
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    assert desk.room.code.wires.transcript == transcript(desk.study, "FG2")


def test_a_click_on_a_place_goes_there(desk: Desk, page: FindPage) -> None:
    look_for(desk, page, "again")
    middle = page.list.visualRect(page.found.index(3)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    desk.settle()
    assert desk.room.code.wires.transcript == transcript(desk.study, "FG2")


def test_escape_goes_back_to_the_transcript(desk: Desk, page: FindPage) -> None:
    desk.key(Qt.Key.Key_Escape)
    assert desk.room.desk == "code"
    assert desk.room.code.desk.view.hasFocus()


def test_words_that_nobody_said(desk: Desk, page: FindPage) -> None:
    look_for(desk, page, "outreach")
    assert page.told.text() == "“outreach” is nowhere in this study."
    desk.key(Qt.Key.Key_Return)
    assert desk.room.desk == "find"


def test_selected_words_are_looked_for_together(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    view = room.code.desk.view
    start = view.state.text.index("asked once")
    view.select(Span(start, start + len("asked once")))
    view.setFocus()
    desk.key(Qt.Key.Key_F, CTRL | SHIFT)
    desk.until(lambda: room.finding.told.text() != "")
    assert room.finding.field.text() == '"asked once"'
    assert room.finding.told.text() == "“asked once” is in FG1 (1) and FG2 (1)."


def test_a_transcript_that_goes_is_found_no_more(desk: Desk, page: FindPage) -> None:
    look_for(desk, page, "trust")
    desk.room.code.library.remove_wanted.emit(transcript(desk.study, "FG2"))
    desk.until(lambda: "nowhere" in page.told.text())
    assert page.found.rowCount() == 0


def test_the_dark_page_is_painted_in_its_own_colours(desk: Desk, page: FindPage) -> None:
    look_for(desk, page, "again")
    page.set_theme(Theme(DARK))
    picture = page.list.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(80)}
    assert DARK.selected.lower() in seen


def test_the_search_of_one_transcript_says_which_others_have_the_words(
    desk: Desk, study_file: Path
) -> None:
    room = desk.open(study_file)
    desk.key(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(room.code.desk.header.field, "trust does")
    desk.settle()
    assert desk.window.status.message == "“trust does” is not in FG1. It is in FG2 (1)."
    QTest.keyClicks(room.code.desk.header.field, "s")
    desk.settle()
    assert desk.window.status.message == "“trust doess” is not in FG1."


def a_place(name: str, count: int) -> FoundIn:
    return FoundIn(TranscriptId(name), name, (None,) * count)  # type: ignore[arg-type]


def test_sentences() -> None:
    found = (a_place("FG3", 4), a_place("FG4", 1))
    assert places(found[:1]) == "FG3 (4)"
    assert places(tuple(a_place(f"FG{n}", 1) for n in range(4)), 2) == "FG0 (1) and 3 more"
    search = StudySearch('"outreach"', found)
    assert found_sentence(search) == "“outreach” is in FG3 (4) and FG4 (1)."
    told = elsewhere_sentence(search, "FG2")
    assert told == "“outreach” is not in FG2. It is in FG3 (4) and FG4 (1)."
    assert elsewhere_sentence(StudySearch("x"), "FG2") == "“x” is not in FG2."
    here = StudySearch("x", (a_place("FG2", 1),))
    assert elsewhere_sentence(here, "FG2") == "“x” is not in FG2."
    assert found_sentence(StudySearch("x", found, cut=True)).endswith("more words find fewer.")
    assert found_sentence(StudySearch()) == ""
