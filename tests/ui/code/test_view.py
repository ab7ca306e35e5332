"""The transcript under real clicks, drags and keys; what is painted is looked at pixel by pixel."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from ui.code import demo
from ui.code.conftest import colours_in, send_move

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.look import theme, tokens

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_the_document_holds_the_words_and_is_never_changed(hands):
    view = hands.view
    assert view.toPlainText() == hands.state.paragraphs.text
    assert "P1:" not in view.toPlainText()
    revision = view.document().revision()
    hands.drag(hands.span(139, "Nobody", "Nobody").start, hands.span(139, "asked", "asked").end)
    hands.key("t", SHIFT)
    hands.desk.patch(replace(hands.state.page, codings=()), None)
    assert view.document().revision() == revision
    assert not view.document().isUndoAvailable()


def test_a_drag_selects_whole_words(hands):
    sometimes = hands.span(144, "Sometimes", "Yes.")
    hands.drag(sometimes.start + 2, sometimes.start + 13)
    assert hands.view.selected().of(hands.text) == "Sometimes. Yes"
    assert hands.wishes("passage_selected")[-1] == (hands.view.selected(),)


def test_with_alt_a_drag_is_exact(hands):
    sometimes = hands.span(144, "Sometimes", "Yes.")
    hands.drag(sometimes.start + 2, sometimes.start + 6, ALT)
    assert hands.view.selected().of(hands.text) == "meti"


def test_shift_and_arrows_select_by_word_and_with_alt_by_character(hands):
    start = hands.span(144, "Yes", "Yes").start
    hands.view.put_caret(start)
    hands.key(Qt.Key.Key_Right, SHIFT)
    hands.key(Qt.Key.Key_Right, SHIFT)
    assert hands.view.selected().of(hands.text) == "Yes. I’d"
    hands.key(Qt.Key.Key_Left, SHIFT)
    assert hands.view.selected().of(hands.text) == "Yes."
    hands.key(Qt.Key.Key_Left, SHIFT | ALT)
    assert hands.view.selected().of(hands.text) == "Yes"


def test_positions_are_code_points_whatever_stands_before(make_hands):
    words = "Siân 😀👩‍⚕️ cafe\u0301 𝔘nd so — the nurse’s bed closed."
    hands = make_hands(demo.a_page((), demo.a_transcript((("P1", words),))))
    wanted = hands.span(1, "nurse’s", "bed")
    hands.drag(wanted.start + 1, wanted.end - 1)
    assert hands.view.selected().of(hands.text) == "nurse’s bed"
    assert hands.view.createMimeDataFromSelection().text() == "nurse’s bed"
    accent = hands.span(1, "cafe\u0301", "cafe\u0301")
    hands.drag(accent.start + 1, accent.start + 3)
    assert hands.view.selected().of(hands.text) == "cafe\u0301"


def test_a_click_opens_the_innermost_coding_and_beside_it_none(hands):
    hands.press(hands.span(142, "stopped", "stopped").start)
    assert hands.state.coding(hands.state.chosen).code == "hyb-torn"
    hands.press(hands.span(144, "Sometimes", "Yes").start)
    assert hands.state.chosen is None
    assert [chosen for (chosen,) in hands.wishes("chosen")] == ["coding-9", ""]


def box_of(hands, span):
    return hands.view.rect_of(span)


def test_tint_edge_and_tick_have_the_familys_colours(hands):
    span = hands.span(139, "Nobody", "asked")
    box = box_of(hands, span)
    image = hands.picture()
    assert {"#ddebfe", "#0655b6"} <= colours_in(image, box)
    tick = QRect(box.left(), box.top() + 1, 2, 3)
    assert colours_in(image, tick) == {"#0655b6"}
    above = QRect(box.left() + 6, box.top() - 1, 20, 1)
    assert colours_in(image, above) == {tokens.LIGHT.paper.lower()}


def test_deeper_tints_are_inset_so_that_every_edge_shows(hands):
    box = box_of(hands, hands.span(139, "closing", "closing"))
    image = hands.picture()
    column = box.left() + 20
    shades = [QColor(image.pixel(column, y)).name() for y in range(box.top(), box.bottom() + 1)]
    assert shades[0] == "#ede5ff"
    assert "#ffe5c9" in shades[3:]
    assert shades.index("#ffe5c9") == 3


def test_a_whole_turn_is_quiet_and_has_a_bar(hands):
    box = box_of(hands, hands.span(140, "[laughs]", "description."))
    image = hands.picture()
    quiet = theme.blend(tokens.LIGHT.paper, "#E9E9F0", 0.62).name()
    assert quiet in colours_in(image, box)
    assert "#636276" not in colours_in(image, box)
    bar = QRect(16 - 8, box.top() + 2, 3, 10)
    assert colours_in(image, bar) == {"#636276"}


def test_the_chosen_coding_is_stronger_and_its_grips_show(hands):
    coding = hands.state.coding(demo.CHOSEN)
    box = box_of(hands, hands.span(142, "Taking", "Taking"))
    strong = theme.blend("#FFE5C9", "#CB831E", 0.17).name()
    assert strong not in colours_in(hands.picture(), box)
    hands.state.choose(coding.id)
    assert strong in colours_in(hands.picture(), box)
    start, end = hands.view.grips.points()
    grip = QRect(round(start.x()) - 1, round(start.y()) - 1 - hands.view.scroll_top(), 2, 2)
    assert colours_in(hands.picture(), grip) == {"#cb831e"}
    assert end.y() > start.y()


def test_the_caret_is_two_pixels_of_accent(hands):
    hands.view.put_caret(hands.span(144, "Yes", "Yes").start)
    top_left, height = hands.view._caret_place()
    middle = round(top_left.y() + height / 2) - hands.view.scroll_top()
    image = hands.picture()
    row = [QColor(image.pixel(x, middle)).name() for x in range(image.width())]
    left = round(top_left.x())
    assert tokens.LIGHT.accent.lower() in row[left - 2 : left + 2]


def test_from_the_fourth_on_a_hatch(make_hands):
    transcript = demo.a_transcript()
    words = demo.span_between(transcript, 144, "Sometimes", "sometimes.")
    codings = tuple(
        demo.a_coding(at, Span(words.start + at, words.end - 3 * at - 2), code)
        for at, code in enumerate(("hyb-torn", "fin-lead", "grp-soft", "app-cost", "tru-withheld"))
    )
    made = make_hands(demo.a_page(codings, transcript))
    made.view.show_far(words.start)
    number = made.state.paragraphs.at(words.start).number
    drawing = made.view.strips.of(number)
    assert [strip.hatched for strip in drawing.strips] == [False, False, False, True, True]
    deep = made.view.rect_of(made.span(144, "Yes", "sign"))
    crowded = colours_in(made.picture(), deep)
    made.desk.patch(demo.a_page(codings[:3], transcript), None)
    assert len(crowded) > len(colours_in(made.picture(), deep))


def test_anothers_coding_is_paler_and_cannot_be_dragged(make_hands):
    made = make_hands(coder=demo.JT)
    made.view.show_far(made.span(139, "Nobody", "asked").start)
    image, box = made.picture(), box_of(made, made.span(139, "Nobody", "asked"))
    assert theme.blend(tokens.LIGHT.paper, "#DDEBFE", 0.5).name() in colours_in(image, box)
    assert "#ddebfe" not in colours_in(image, box)
    made.state.choose(demo.CHOSEN)
    assert made.view.grips.points() == []


def test_a_grip_dragged_wishes_for_other_ends_by_whole_words(hands):
    coding = hands.state.coding(demo.CHOSEN)
    hands.state.choose(coding.id)
    _start, end = hands.view.grips.points()
    port = hands.view.viewport()
    grip = end.toPoint()
    grip.setY(grip.y() - hands.view.scroll_top())
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=grip)
    target = hands.span(142, "clinician-led", "clinician-led")
    send_move(port, hands.point(target.start + 4))
    assert hands.state.coding(coding.id).span == Span(coding.span.start, target.end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=hands.point(target.start + 4))
    assert hands.wishes("ends_wanted") == [(coding.id, Span(coding.span.start, target.end))]
    assert hands.state.coding(coding.id).span == coding.span


def test_hidden_codes_and_the_reading_view_leave_nothing(hands):
    box = box_of(hands, hands.span(139, "Nobody", "asked"))
    hands.desk.set_hidden_codes({"tru-withheld"})
    assert "#0655b6" not in colours_in(hands.picture(), box)
    assert "2 hidden" in hands.desk.header._counts.text()
    hands.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert hands.state.shown_count == 0
    assert hands.desk.sides.lanes.isHidden()
    hands.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert not hands.desk.sides.lanes.isHidden()


def test_a_narrow_head_says_the_turn_before_anything_else(hands):
    counts = hands.desk.header._counts
    parts = counts.text().split(" · ")
    turn = next(part for part in parts if "turn" in part)
    counts.resize(counts.fontMetrics().horizontalAdvance(turn) + 2, counts.height())
    assert counts.shown == turn
    assert counts.text() == " · ".join(parts)


def test_a_patched_page_is_painted_as_one_shown_afresh(hands, make_hands):
    page = hands.state.page
    hands.picture()
    new = demo.a_coding(99, hands.span(144, "Sometimes", "Yes."), "app-cost")
    first = page.codings[0]
    changed = replace(first, span=Span(first.span.start, first.span.end - 9))
    kept = [*page.codings[2:], new, changed]
    after = replace(page, codings=tuple(sorted(kept, key=lambda coding: coding.span)))
    hands.desk.patch(after, [new.id, changed.id, page.codings[1].id])
    fresh = make_hands(after)
    fresh.view.document().documentLayout().documentSize()
    fresh.view.verticalScrollBar().setValue(hands.view.scroll_top())
    fresh.view.put_caret(hands.view.caret())
    fresh.view.verticalScrollBar().setValue(hands.view.scroll_top())
    assert fresh.picture() == hands.picture()
    assert fresh.desk.sides.lanes.grab().toImage() == hands.desk.sides.lanes.grab().toImage()


def test_another_text_size_keeps_the_caret_and_the_words(hands):
    position = hands.span(142, "stopped", "stopped").start
    hands.view.put_caret(position)
    hands.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert hands.view.caret() == position
    assert hands.view.document().defaultFont().pixelSize() == 18
    assert hands.wishes("text_size_changed") == [(18,)]


def test_dark_paints_dark(make_hands):
    made = make_hands(look=theme.Theme(tokens.DARK))
    span = made.span(139, "Nobody", "asked")
    made.view.show_far(span.start - 9)
    image, box = made.picture(), made.view.rect_of(span)
    assert {"#223454", "#4682f1"} <= colours_in(image, box)
    assert colours_in(image, QRect(0, box.top(), 3, 3)) == {"#1b1c1e"}


def test_a_turn_of_one_line_leaves_room_for_the_role_under_its_speaker(hands):
    lines, paragraphs = hands.view.lines, hands.state.paragraphs
    turns = hands.state.page.transcript.turns
    short, following = (paragraphs.of_turn(turns[turn - 1]).number for turn in (144, 145))
    assert lines.block(short).layout().lineCount() == 1
    assert lines.first_baseline(following) - lines.first_baseline(short) == 27 + 15 + 11
    long, following = (paragraphs.of_turn(turns[turn - 1]).number for turn in (142, 143))
    pitches = 27 * lines.block(long).layout().lineCount()
    assert lines.first_baseline(following) - lines.first_baseline(long) == pitches + 15


def test_a_coding_that_is_walked_to_is_in_view_as_a_whole(hands):
    hands.desk.resize(900, 330)
    for _press in range(8):
        hands.key("]")
        box = hands.view.rect_of(hands.state.coding(hands.state.chosen).span)
        assert box.top() >= 0
        assert box.bottom() <= hands.view.viewport().height()
