"""The ribbon of questions, the card's line about what was asked, and the menu of questions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from ui.code import demo

from qualcoder_nhs.domain.guide import Asking, Question
from qualcoder_nhs.domain.ids import AskingId, QuestionId
from qualcoder_nhs.ui.code.question_menu import open_question_menu

GUIDE = tuple(Question(QuestionId(f"q{n}"), f"Q{n}", f"Question {n}?") for n in (4, 5, 6))


def asked(turn, question, name="m"):
    return Asking(AskingId(f"{name}{turn}"), demo.a_page().transcript.id, question, turn)


@pytest.fixture
def marked(make_hands):
    """Q5 is open from turn 138 to 143, none after it; Q6 was not asked, of Q4 nothing is known."""
    page = demo.a_page()
    marks = (asked(138, GUIDE[1].id), asked(144, None), asked(None, GUIDE[2].id))
    hands = make_hands(replace(page, questions=GUIDE, askings=marks))
    caret_in(hands, 140)
    return hands


def caret_in(hands, turn):
    words = hands.state.page.transcript.turns[turn - 1].words
    hands.view.show_far(words.start)
    hands.view.put_caret(words.start)


def told(hands):
    return [label.text() for label in hands.desk.card.findChildren(QLabel)]


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def opened(hands, turn):
    return open_question_menu(hands.desk, hands.state.page, turn, QPoint(5, 5), hands.desk.wishes)


def test_the_line_runs_while_the_question_is_open_and_its_name_stays_in_view(marked):
    [part] = marked.desk.sides.ribbon.parts()
    assert (part.name, part.stretch.first, part.stretch.last) == ("Q5", 138, 143)
    bar = marked.view.verticalScrollBar()
    bar.setValue(round(part.top) + 200)
    [part] = marked.desk.sides.ribbon.parts()
    assert part.baseline >= marked.view.scroll_top() + marked.state.theme.pitch
    assert part.top == marked.view.scroll_top()


def test_the_card_says_what_was_asked(marked):
    assert "Q5  Question 5?" in told(marked)
    caret_in(marked, 145)
    assert "No question is open here." in told(marked)
    caret_in(marked, 2)
    assert "Not marked yet." in told(marked)


def test_a_guide_is_not_asked_for_where_there_is_none(hands):
    caret_in(hands, 140)
    assert "Asked" not in told(hands)
    assert list(hands.desk.sides.ribbon.parts()) == []
    hands.desk.run("question")
    assert "no questions yet" in hands.wishes("said")[-1][0]


def test_the_menu_offers_questions_from_a_turn_on(marked):
    wished = []
    marked.desk.wishes.asked_wanted.connect(lambda *said: wished.append(said))
    menu = opened(marked, 138)
    found = entries(menu)
    assert found["Q5  Question 5?"].isChecked()
    assert not found["Q4  Question 4?"].isChecked()
    found["Q4  Question 4?"].trigger()
    found["No question is open"].trigger()
    assert wished == [(138, "q4"), (138, "")]
    menu.close()


def test_the_menu_takes_back_what_reaches_the_turn_and_what_was_not_asked(marked):
    gone, missing = [], []
    marked.desk.wishes.unmark_wanted.connect(gone.append)
    marked.desk.wishes.not_asked_wanted.connect(missing.append)
    menu = opened(marked, 141)
    found = entries(menu)
    found["Take back the mark of Q5 at turn 138"].trigger()
    below = entries(found["Not asked in this transcript"].menu())
    assert list(below) == ["Q4  Question 4?", "Q6  Question 6?"]
    below["Q4  Question 4?"].trigger()
    below["Q6  Question 6?"].trigger()
    assert (gone, missing) == (["m138", "mNone"], ["q4"])
    menu.close()


def test_a_click_in_the_ribbon_asks_at_that_turn(marked):
    ribbon, at = marked.desk.sides.ribbon, []
    ribbon.asked.disconnect()
    ribbon.asked.connect(lambda turn, _place: at.append(turn))
    turn = marked.state.page.transcript.turns[140]
    height = round(ribbon.bounds(turn)[0]) + 6 - marked.view.scroll_top()
    QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(10, height))
    assert at == [141]
    assert marked.view.caret() == turn.words.start
    assert "Question 5?" in ribbon.tip_at(ribbon._in_document(QPoint(10, height).toPointF()))
