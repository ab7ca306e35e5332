"""Where one is in a transcript stays, whatever the text comes to look like; and none waits long."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from ui.code import demo
from ui.code.conftest import Hands

from qualcoder_nhs.ui.look import theme, tokens

LONG = tuple((f"P{at % 7}", f"{at} " + "and so it went on. " * 12) for at in range(1, 1201))


@pytest.fixture
def long(make_hands) -> Hands:
    """A transcript of which only the first lines were ever looked at."""
    return make_hands(demo.a_page((), demo.a_transcript(LONG)))


def words_at_the_top(hands: Hands) -> tuple[int, int]:
    """The first whole line in view, and how far down it stands."""
    place = hands.view.place()
    return place.line, place.down


def scrolled_into(hands: Hands, turn: int) -> tuple[int, int]:
    words = hands.state.page.transcript.turns[turn - 1].words
    hands.view.show_far(words.start)
    bar = hands.view.verticalScrollBar()
    bar.setValue(bar.value() + 333)  # the caret is out of view now, and a line is cut
    return words_at_the_top(hands)


def test_opening_lays_out_what_is_seen_and_not_the_rest(long):
    long.desk.show_page(demo.a_page((), demo.a_transcript(LONG[:-1])), demo.HL)
    long.view.grab()
    assert long.view.lines.block(0).layout().lineCount() > 0
    last = long.view.lines.block(len(long.state.paragraphs) - 1)
    assert last.isValid()
    assert last.layout().lineCount() == 0


def test_a_far_place_is_reached_at_once(long):
    long.desk.show_page(demo.a_page((), demo.a_transcript(LONG[:-1])), demo.HL)
    wanted = long.state.page.transcript.turns[900].words.start
    long.view.show_far(wanted)
    assert long.view.caret() == wanted
    assert 0 < long.view.cursorRect().top() < long.view.viewport().height() / 2


def test_the_first_lines_are_found_between_two_paragraphs_too(long):
    long.desk.show_page(demo.a_page((), demo.a_transcript(LONG[:-1])), demo.HL)
    lines = long.view.lines
    gap = lines.bounds(0)[1] + 6
    assert gap < lines.bounds(1)[0]
    assert [lines.number_at(height) for height in (0, 17, gap)] == [0, 0, 0]
    assert lines.number_at(lines.bounds(1)[0] + 1) == 1


@pytest.mark.parametrize(
    "look",
    [
        theme.Theme(tokens.DARK),
        theme.Theme(tokens.HC_LIGHT),
        theme.Theme(text_pixels=24),
        theme.Theme(line_height=2.0),
        theme.Theme(measure=45),
    ],
)
def test_in_another_look_the_same_line_stands_at_the_top(long, look):
    before = scrolled_into(long, 700)
    long.desk.set_theme(look)
    assert words_at_the_top(long)[1] == before[1]
    shown = long.state.paragraphs.at(before[0])
    inside = shown.offsets.to_units(before[0] - shown.span.start)
    top, bottom = long.view.lines.line_bounds(shown.number, inside)
    assert round(top) <= long.view.scroll_top() + before[1] <= bottom


def test_in_another_look_the_selection_stays(long):
    scrolled_into(long, 700)
    words = long.state.page.transcript.turns[700].words
    long.view.select(words, backwards=True)
    long.desk.set_theme(theme.Theme(tokens.DARK))
    assert long.view.selected() == words
    assert long.view.caret() == words.start


def test_in_a_narrower_desk_the_same_line_stands_at_the_top(long):
    line, down = scrolled_into(long, 700)
    long.desk.resize(620, 720)
    long.view.grab()
    assert long.view.position_at(QPointF(40, down + 10)) is not None
    shown = long.view.place()
    assert shown.down == down
    assert abs(shown.line - line) < 64  # the line that begins with these words or holds them


def test_a_page_that_is_another_begins_at_its_top(long):
    scrolled_into(long, 700)
    long.desk.show_page(demo.a_page((), demo.a_transcript(LONG[1:])), demo.HL)
    assert long.view.scroll_top() == 0
    first = long.state.paragraphs[0].span.start
    assert long.view.caret() == first
    long.key(Qt.Key.Key_Down)
    assert long.view.caret() > first


def test_a_press_between_two_paragraphs_of_a_page_just_opened_is_there(long):
    long.desk.show_page(demo.a_page((), demo.a_transcript(LONG[:-1])), demo.HL)
    below = long.state.paragraphs[2]
    gap = QPoint(60, round(long.view.lines.bounds(2)[0]) - 5)
    assert gap.y() > long.view.lines.bounds(1)[1]
    QTest.mouseClick(long.view.viewport(), Qt.MouseButton.LeftButton, pos=gap)
    assert long.view.caret() == below.span.start
    assert long.view.position_at(QPointF(gap), exact=False) == below.span.start


def test_from_far_down_a_long_text_one_comes_to_the_top_of_a_short_one(long):
    scrolled_into(long, 1100)
    long.desk.show_page(demo.a_page((), demo.a_transcript(LONG[:3])), demo.HL)
    assert long.view.scroll_top() == 0
    assert long.view.caret() == long.state.paragraphs[0].span.start
