"""Stripes and names beside the words: painted, hit, hovered, folded."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from ui.code import demo

from qualcoder_nhs.domain.span import Span


def stripe(hands, coding):
    laid = hands.desk.sides.lanes.laid_out()
    return next(one for one in laid.stripes if one.coding.id == coding)


def test_bars_stand_in_the_lowest_free_lane_beside_their_lines(hands):
    lanes = {at: stripe(hands, f"coding-{at}").lane for at in (0, 1, 2, 7, 8, 9)}
    assert lanes == {0: 0, 1: 1, 2: 0, 7: 0, 8: 1, 9: 2}
    box = hands.view.rect_of(hands.span(139, "Nobody", "believed."))
    found = stripe(hands, "coding-2")
    scrolled = hands.view.scroll_top()
    assert abs(found.top - scrolled - box.top()) <= 1
    assert abs(found.bottom - scrolled - box.bottom()) <= 1


def test_names_have_rows_of_their_own(hands):
    laid = hands.desk.sides.lanes.laid_out()
    rows = sorted(one.row for one in laid.stripes)
    assert all(later - earlier >= 18 for earlier, later in pairwise(rows))


def test_a_bar_has_its_familys_colour(hands):
    found = stripe(hands, "coding-2")
    image = hands.desk.sides.lanes.grab().toImage()
    middle = (found.top + found.bottom) // 2 - hands.view.scroll_top()
    row = {QColor(image.pixel(x, middle)).name() for x in range(8)}
    assert "#0655b6" in row


def test_a_click_on_a_name_or_beside_a_bar_opens_the_coding(hands):
    lanes, top = hands.desk.sides.lanes, hands.view.scroll_top()
    named = stripe(hands, "coding-2")
    point = QPoint(named.names_left + 20, named.row + 9 - top)
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=point)
    assert hands.state.chosen == "coding-2"
    barred = stripe(hands, "coding-9")
    point = QPoint(barred.lane * 9 + 6, barred.bottom - 3 - top)
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=point)
    assert hands.state.chosen == "coding-9"


def test_hovering_a_name_marks_the_coding_in_the_text(hands):
    found = stripe(hands, "coding-2")
    point = QPoint(found.names_left + 20, found.row + 9 - hands.view.scroll_top())
    QTest.mouseMove(hands.desk.sides.lanes, point)
    assert hands.state.hovered == "coding-2"
    tip = hands.desk.sides.lanes.tip_at(hands.desk.sides.lanes._in_document(point.toPointF()))
    assert tip == "Holding back\nTrust\nHL · 9 words\nstrong quote"


def test_beyond_six_lanes_the_rest_folds_and_nothing_is_lost(make_hands):
    transcript = demo.a_transcript()
    words = demo.span_between(transcript, 144, "Sometimes", "sometimes.")
    slugs = [leaf[0] for leaf in demo.LEAVES[:9]]
    codings = tuple(
        demo.a_coding(at, Span(words.start, words.end - at), slug) for at, slug in enumerate(slugs)
    )
    made = make_hands(demo.a_page(codings, transcript))
    made.view.show_far(words.start)
    laid = made.desk.sides.lanes.laid_out()
    assert len(laid.stripes) == 6
    assert [fold.count for fold in laid.folds] == [3]
    fold = laid.folds[0]
    box = made.desk.sides.lanes._fold_box(fold).toRect().translated(0, -made.view.scroll_top())
    QTest.mouseClick(made.desk.sides.lanes, Qt.MouseButton.LeftButton, pos=box.center())
    assert made.state.chosen == fold.coding.id


def has_ink(hands, coding):
    """Whether anything is written in the row of a coding's name."""
    found, lanes = stripe(hands, coding), hands.desk.sides.lanes
    middle = found.row - hands.view.scroll_top() + 9
    image = lanes.grab().toImage()
    paper = hands.state.theme.tokens.paper.lower()
    right = range(found.names_left, lanes.width())
    return any(QColor(image.pixel(x, middle)).name() != paper for x in right)


def test_in_a_narrow_desk_names_go_before_bars_and_words_keep_their_column(hands):
    assert has_ink(hands, "coding-7")
    hands.desk.resize(620, 720)
    lanes = hands.desk.sides.lanes
    assert lanes.width() < 100
    assert hands.view.lineWrapColumnOrWidth() > hands.view.least_measure - 40
    assert not has_ink(hands, "coding-7")
    found = stripe(hands, "coding-7")
    bar = QPoint(found.lane * 9 + 3, (found.top + found.bottom) // 2 - hands.view.scroll_top())
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=bar)
    assert hands.state.chosen == "coding-7"


def test_names_lose_their_ends_not_their_middle(hands, monkeypatch):
    cut = []
    shorten = QFontMetricsF.elidedText

    def see(metrics, words, mode, width):
        cut.append(mode)
        return shorten(metrics, words, mode, width)

    monkeypatch.setattr(QFontMetricsF, "elidedText", see)
    hands.desk.sides.lanes.grab()
    assert set(cut) == {Qt.TextElideMode.ElideRight}
