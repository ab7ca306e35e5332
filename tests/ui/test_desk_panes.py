"""Panes come and go, lie over the text where room is short, and one comes back to where one was."""

from pathlib import Path

import pytest
from builders import code
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.settings import settings_file
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.frame.workroom import Workroom


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


def test_panes_come_and_go_with_their_keys(desk: Desk, room: Workroom) -> None:
    desk.menu("right")
    assert not room.code.panes.has("right")
    assert room.code.panes.widths()[1] == 0
    desk.menu("right")
    desk.menu("left")
    assert room.code.panes.has("right")
    assert not room.code.panes.has("left")
    desk.menu("left")


def test_in_a_narrow_window_the_right_pane_lies_over_the_text_when_asked_for(
    desk: Desk, room: Workroom
) -> None:
    card, words = room.code.desk.card, room.code.desk
    beside = words.width()
    desk.window.resize(1100, 700)
    assert not card.isVisible()
    alone = words.width()
    desk.menu("right")
    assert card.isVisible()
    assert words.width() == alone  # it lies over the desk and takes nothing from it
    point = words.mapTo(room.code, QPoint(alone - 40, 300))
    assert card.isAncestorOf(room.code.childAt(point))
    picture = desk.window.grab().toImage()
    corner = card.mapTo(desk.window, QPoint(20, 600))
    assert QColor(picture.pixel(corner.x(), corner.y())).name() == "#f5f3ef"
    desk.menu("right")
    assert not card.isVisible()
    desk.window.resize(1440, 900)
    assert card.isVisible()
    assert abs(words.width() - beside) <= 1
    assert room.code.panes.widths()[1] > 0


def test_enter_on_a_coding_brings_the_card_in_a_narrow_window(desk: Desk, room: Workroom) -> None:
    view = room.code.desk.view
    start = view.state.text.index("We were asked")
    room.code.wires.code(Span(start, start + 19), code(desk.study, "Money"))
    desk.settle()
    desk.window.resize(1100, 700)
    view.put_caret(view.state.text.index("were asked"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert room.code.desk.card.isVisible()
    assert room.code.desk.card.isAncestorOf(desk.window.focusWidget())
    desk.key(Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_a_study_opens_where_it_was_left(desk: Desk, room: Workroom, study_file: Path) -> None:
    desk.window.resize(1100, 640)
    second = room.code.library.list.rows.transcript(room.code.library.list.rows.index(1))
    room.code.open_transcript(second)
    desk.settle()
    view = room.code.desk.view
    for _press in range(14):
        desk.menu("larger")  # so that there is something to scroll
    caret = view.state.paragraphs[2].span.start + 3
    view.put_caret(caret)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    line = view.place().line
    desk.session.close_study()
    again = desk.open(study_file).code
    assert again.wires.transcript == second
    assert again.library.list.currentIndex().row() == 1
    assert (again.desk.view.caret(), again.desk.view.place().line) == (caret, line)
    kept = settings_file().read_text(encoding="utf-8")
    assert view_words(again.desk.view)[0] not in kept


def view_words(view: TranscriptView) -> list[str]:
    return [paragraph.text for paragraph in view.state.paragraphs.listed]


def test_a_transcript_is_as_one_left_it_when_one_comes_back(desk: Desk, room: Workroom) -> None:
    view = room.code.desk.view
    rows = room.code.library.list.rows
    first, second = (rows.transcript(rows.index(row)) for row in (0, 1))
    caret = view.state.paragraphs[1].span.start + 2
    view.put_caret(caret)
    room.code.open_transcript(second)
    desk.settle()
    room.code.open_transcript(first)
    desk.settle()
    assert view.caret() == caret


def test_tab_leads_from_the_head_into_the_words_and_on_into_the_card(
    desk: Desk, room: Workroom
) -> None:
    view, field = room.code.desk.view, room.code.desk.header.field
    start = view.state.text.index("We were asked")
    room.code.wires.code(Span(start, start + 19), code(desk.study, "Money"))
    desk.settle()
    view.put_caret(start + 4)
    field.setFocus()
    desk.key(Qt.Key.Key_Tab)
    assert view.hasFocus()
    desk.key(Qt.Key.Key_Tab)  # the coding under the caret, and
    desk.key(Qt.Key.Key_Tab)  # after the last the card
    assert room.code.desk.card.isAncestorOf(desk.window.focusWidget())
