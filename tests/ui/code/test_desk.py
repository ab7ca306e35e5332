"""The desk's main job with keys and mouse: what it wishes for, and where the keys lead."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from ui.code import demo

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.keys import IN_TEXT, commands
from qualcoder_nhs.ui.mime import Passage, passage_in, put_code

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def select(hands, turn, start, end):
    span = hands.span(turn, start, end)
    hands.view.select(span)
    return span


def type_letters(hands, letters):
    for letter in letters:
        hands.key(letter)


def test_select_type_three_letters_enter(hands):
    span = select(hands, 144, "Sometimes", "Yes")
    type_letters(hands, "hol")
    palette = hands.desk.palette_box
    assert palette.isVisible()
    assert palette.letters == "hol"
    hands.key(Qt.Key.Key_Return)
    assert hands.wishes("code_wanted") == [(span, "tru-withheld")]
    assert palette.isHidden()
    assert hands.view.selected() is None
    assert hands.view.hasFocus()


def test_shift_enter_applies_and_stays_and_ctrl_enter_makes_a_new_code(hands):
    span = select(hands, 144, "Sometimes", "Yes")
    type_letters(hands, "hum")
    hands.key(Qt.Key.Key_Return, SHIFT)
    assert hands.wishes("code_wanted") == [(span, "grp-humour")]
    assert hands.desk.palette_box.isVisible()
    hands.desk.palette_box._field.setText("Wry assent")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert hands.wishes("new_code_wanted") == [(span, "Wry assent")]


def test_numbers_and_the_full_stop_take_recent_codes(hands):
    hands.desk.set_recent([CodeId("fin-lead"), CodeId("hyb-torn")])
    first = select(hands, 144, "Sometimes", "Yes")
    hands.key("2")
    second = select(hands, 144, "sign", "sometimes")
    hands.key(".")
    assert hands.wishes("code_wanted") == [(first, "hyb-torn"), (second, "hyb-torn")]
    assert hands.desk.doing.recent == ("hyb-torn", "fin-lead")


def test_a_study_to_read_says_why_nothing_is_coded(hands):
    hands.state.writable = False
    select(hands, 144, "Sometimes", "Yes")
    hands.desk.set_recent([CodeId("fin-lead")])
    hands.key("a")
    hands.key("1")
    hands.key("v", SHIFT)
    hands.desk.use_code(CodeId("fin-lead"))
    assert not hands.desk.palette_box.isVisible()
    assert ["read only" in told for (told,) in hands.wishes("said")] == [True] * 4
    assert hands.wishes("code_wanted") == hands.wishes("in_vivo_wanted") == []


def test_code_then_words(hands):
    hands.desk.use_code(CodeId("fin-lead"))
    assert "Clinicians leading the money" in hands.wishes("said")[-1][0]
    words = hands.span(144, "Sometimes", "Yes")
    hands.drag(words.start + 1, words.end - 1)
    assert hands.wishes("code_wanted") == [(words, "fin-lead")]
    hands.drag(words.start + 1, words.end - 1)
    assert len(hands.wishes("code_wanted")) == 1


def test_in_vivo_takes_the_speakers_words(hands):
    span = select(hands, 139, "Nobody", "me")
    hands.key("v", SHIFT)
    assert hands.wishes("in_vivo_wanted") == [(span, "Nobody asked me")]


def test_turn_and_sentence_are_taken_with_nothing_selected_and_with_shift_else(hands):
    hands.view.put_caret(hands.span(139, "used", "used").start)
    hands.key("s")
    assert hands.view.selected().of(hands.text) == "I used that word."
    hands.key("t", SHIFT)
    assert hands.view.selected() == hands.state.page.transcript.turns[138].words


def test_walking_by_turn_coding_and_uncoded_turn(hands):
    turns = hands.state.page.transcript.turns
    hands.view.put_caret(turns[138].words.start + 3)
    hands.key("j")
    assert hands.view.caret() == turns[139].words.start
    hands.key("k")
    hands.key("k")
    assert hands.view.caret() == turns[137].words.start
    for expected in ("coding-0", "coding-1", "coding-2"):
        hands.key("]")
        assert hands.state.chosen == expected
    hands.key("[")
    assert hands.state.chosen == "coding-1"
    hands.view.put_caret(turns[138].words.start)
    hands.key("n")
    assert hands.view.caret() == turns[143].words.start


def test_walking_by_code(hands):
    hands.desk.open_coding("coding-0")
    hands.key(Qt.Key.Key_BracketRight, CTRL)
    assert hands.state.chosen == "coding-9"


def test_tab_walks_the_codings_under_the_caret_and_then_leaves(hands):
    hands.view.put_caret(hands.span(142, "stopped", "stopped").start)
    seen = []
    for _ in range(3):
        hands.key(Qt.Key.Key_Tab)
        seen.append(hands.state.coding(hands.state.chosen).code)
    assert seen == ["grp-challenge", "fin-cost-quality", "hyb-torn"]
    assert hands.view.hasFocus()
    hands.key(Qt.Key.Key_Tab)
    assert not hands.view.hasFocus()


def test_what_is_done_to_a_coding(hands):
    coding = hands.state.coding(demo.CHOSEN)
    hands.desk.open_coding(coding.id)
    hands.key("f")
    hands.key("3")
    hands.key("m")
    hands.key(Qt.Key.Key_Delete)
    assert hands.wishes("flag_wanted") == [(coding.id, Flag.DEVIANT)]
    assert hands.wishes("memo_wanted") == [(coding.id, coding.span)]
    assert hands.wishes("remove_wanted") == [(coding.id,)]
    hands.key("c")
    hands.desk.palette_box._field.setText("access")
    hands.key(Qt.Key.Key_Return)
    assert hands.wishes("recode_wanted") == [(coding.id, "fin-cost-access")]
    assert hands.wishes("code_wanted") == []


def test_a_key_between_f_and_the_number_lets_the_flag_go(hands):
    hands.desk.open_coding(demo.CHOSEN)
    hands.key("f")
    hands.key("j")
    hands.key("1")
    assert hands.wishes("flag_wanted") == []


def test_anothers_coding_is_not_changed(make_hands):
    hands = make_hands(coder=demo.JT)
    hands.desk.open_coding(demo.CHOSEN)
    hands.key(Qt.Key.Key_Delete)
    hands.key("e")
    assert hands.wishes("remove_wanted") == []
    assert not hands.view.moving_ends
    assert "another coder" in hands.wishes("said")[-1][0]


def test_ends_move_by_word_and_by_character_until_enter(hands):
    coding = hands.state.coding(demo.CHOSEN)
    hands.desk.open_coding(coding.id)
    hands.key("e")
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    assert hands.state.coding(coding.id).span.of(hands.text).endswith("sleeping. Tell me")
    hands.key(Qt.Key.Key_Left, SHIFT)
    assert hands.state.coding(coding.id).span.of(hands.text).startswith("rep. Taking")
    hands.key(Qt.Key.Key_Right, SHIFT | ALT)
    hands.key(Qt.Key.Key_Return)
    wanted = Span(hands.span(142, "rep.", "rep.").start + 1, hands.span(142, "Tell", "me").end)
    assert hands.wishes("ends_wanted") == [(coding.id, wanted)]


def test_esc_leaves_the_ends_as_they_were(hands):
    coding = hands.state.coding(demo.CHOSEN)
    hands.desk.open_coding(coding.id)
    hands.key("e")
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Escape)
    assert hands.wishes("ends_wanted") == []
    assert hands.state.coding(coding.id) == coding
    assert not hands.view.moving_ends


COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def drop(hands, mime, point):
    hands.view.dragMoveEvent(QDragMoveEvent(point, COPY, mime, LEFT, NOTHING_HELD))
    framed = hands.view.framed
    hands.view.dropEvent(QDropEvent(QPointF(point), COPY, mime, LEFT, NOTHING_HELD))
    return framed


def test_a_code_dropped_on_selected_words_or_on_a_turn(hands):
    mime = QMimeData()
    put_code(mime, CodeId("fin-lead"))
    span = select(hands, 139, "Nobody", "asked")
    assert drop(hands, mime, hands.point(span.start + 3)) == span
    turn = hands.state.page.transcript.turns[143]
    drop(hands, mime, hands.point(turn.words.start + 3))
    assert hands.wishes("code_wanted") == [(span, "fin-lead"), (turn.words, "fin-lead")]
    assert hands.view.framed is None


def test_words_under_way_to_a_code_bear_their_place(hands):
    span = select(hands, 139, "Nobody", "asked")
    mime = hands.view.createMimeDataFromSelection()
    assert passage_in(mime) == Passage(hands.state.page.transcript.id, span)
    assert mime.text() == "Nobody asked"


def test_find_frames_all_hits_and_walks_them(hands):
    hands.key(Qt.Key.Key_F, CTRL)
    hands.desk.header.field.setText("MEETING")
    assert hands.desk.header.found.text() == "– of 2"
    hands.key(Qt.Key.Key_Return)
    first = hands.view.selected()
    hands.view.setFocus()
    hands.key(Qt.Key.Key_F3)
    assert first.of(hands.text) == hands.view.selected().of(hands.text) == "meeting"
    assert first != hands.view.selected()
    assert hands.desk.header.found.text() == "2 of 2"
    assert len(hands.view._hit_bar.marks()) == 2
    hands.desk.header.field.setText("outreach")
    assert hands.desk.header.found.text() == "“outreach” is not in FG2 medical directors."


def test_esc_lets_go_of_one_thing_at_a_time(hands):
    hands.desk.open_coding(demo.CHOSEN)
    hands.desk.use_code(CodeId("fin-lead"))
    hands.key(Qt.Key.Key_Escape)
    assert hands.desk.doing.waiting is None
    assert hands.state.chosen == demo.CHOSEN
    hands.key(Qt.Key.Key_Escape)
    assert hands.state.chosen is None


@pytest.mark.parametrize("command", sorted({row.id for row in commands(*IN_TEXT)} - {"recent"}))
def test_every_command_of_the_table_is_known(hands, command):
    assert command in hands.desk._table
    hands.view.put_caret(hands.span(144, "Yes", "Yes").start)
    hands.desk.run(command)


def test_the_codes_at_the_caret_are_spoken_when_they_change(hands):
    spoken = []
    hands.desk.announcer.spoken.connect(spoken.append)
    hands.view.put_caret(hands.span(142, "Taking", "Taking").start)
    assert spoken == ["P1, medical director, turn 142; in Open challenge and Cost against quality"]
    hands.key(Qt.Key.Key_Right)
    assert len(spoken) == 1
    hands.view.put_caret(hands.span(144, "Yes", "Yes").start)
    assert spoken[-1] == "P2, medical director, turn 144; not coded"


def test_every_control_has_a_name(hands):
    hands.desk.open_coding(demo.CHOSEN)
    hands.desk.card.resize(268, 700)
    hands.desk.card.show()
    asked = [hands.desk, hands.desk.card]
    nameless = []
    while asked:
        widget = asked.pop()
        asked += [child for child in widget.children() if child.isWidgetType()]
        spoken = QAccessible.queryAccessibleInterface(widget)
        role = spoken.role() if spoken else None
        if role in (
            QAccessible.Role.Button,
            QAccessible.Role.EditableText,
            QAccessible.Role.List,
            QAccessible.Role.CheckBox,
        ) and not spoken.text(QAccessible.Text.Name):
            nameless.append(type(widget).__name__)
    assert nameless == []
    assert QApplication.focusWidget() is hands.view


def test_the_wheel_over_the_gutter_scrolls_the_words(hands):
    before = hands.view.scroll_top()
    gutter = hands.desk.sides.gutter
    middle = QPointF(20, 100)
    QApplication.sendEvent(
        gutter,
        QWheelEvent(
            middle,
            gutter.mapToGlobal(middle),
            QPoint(0, 60),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert hands.view.scroll_top() < before


def test_a_click_in_the_gutter_takes_the_turn_and_in_the_ribbon_goes_there(hands):
    turn = hands.state.page.transcript.turns[141]
    top, _bottom = hands.desk.sides.gutter.bounds(turn)
    height = round(top) + 10 - hands.view.scroll_top()
    QTest.mouseClick(hands.desk.sides.gutter, Qt.MouseButton.LeftButton, pos=QPoint(40, height))
    assert hands.view.selected() == turn.words
    QTest.mouseClick(hands.desk.sides.ribbon, Qt.MouseButton.LeftButton, pos=QPoint(10, height))
    assert hands.view.selected() is None
    assert hands.view.caret() == turn.words.start


def test_the_head_counts_turns_and_says_which_one_the_caret_is_in(make_hands):
    page = demo.a_page((), demo.a_transcript((("P1", "Yes."), ("P2", "No."))))
    hands = make_hands(page)

    def told():
        return " ".join(label.text() for label in hands.desk.header.findChildren(QLabel))

    assert "2 turns" in told()  # the caret is in the heading
    hands.view.put_caret(page.transcript.turns[1].words.start)
    assert "turn 2 of 2" in told()
