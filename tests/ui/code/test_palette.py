"""The palette: what it offers, where it stands, what it says before Enter."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from ui.code import demo

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.palette import AWAY


def opened(hands, turn, start, end, letters=""):
    span = hands.span(turn, start, end)
    hands.view.select(span)
    hands.desk.doing.open_palette(letters)
    return hands.desk.palette_box


def test_rows_name_where_they_matched_and_a_new_code_is_the_last(hands):
    palette = opened(hands, 144, "Sometimes", "Yes", "hol")
    QAbstractItemModelTester(palette._rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [row.match.code.slug if row.match else row.new_name for row in palette.rows] == [
        "tru-withheld",
        "rel-influence",
        "tru-competence",
        "hol",
    ]
    index = palette._rows.index(0)
    spoken = palette._rows.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Holding back, Trust, 2 codings"


def test_it_stands_under_the_words_or_above_them_and_never_over_them(hands):
    palette = opened(hands, 139, "Nobody", "believed.", "hol")
    words = hands.desk.doing._place()
    assert palette.geometry().top() >= words.bottom()
    assert hands.desk.rect().contains(palette.geometry())
    palette.close_palette()
    palette = opened(hands, 146, "We", "ring.", "hol")
    assert palette.geometry().bottom() <= hands.desk.doing._place().top()


def test_above_the_words_it_keeps_its_distance_whatever_is_typed(hands):
    palette = opened(hands, 146, "We", "ring.")
    words = hands.desk.doing._place()
    for letters in ("t", "tr", "trust", "hol"):
        palette._field.setText(letters)
        assert palette.geometry().bottom() == words.top() - AWAY - 1


def test_it_stays_in_a_low_window_with_fewer_rows(hands):
    hands.desk.resize(900, 560)
    palette = opened(hands, 139, "Nobody", "believed.", "t")
    assert hands.desk.rect().contains(palette.geometry())
    assert not palette.geometry().intersects(hands.desk.doing._place())


def test_words_that_fill_the_window_leave_it_in_the_window(hands):
    hands.desk.resize(900, 300)
    first, last = hands.span(139, "So", "February"), hands.span(146, "We", "ring.")
    hands.view.select(Span(first.start, last.end))
    hands.desk.doing.open_palette("hol")
    assert hands.desk.rect().contains(hands.desk.palette_box.geometry())


def test_definition_and_do_not_use_of_the_marked_row(hands):
    palette = opened(hands, 144, "Sometimes", "Yes", "hol")
    assert "softened" in palette._foot.definition.text()
    assert "Silence inside" in palette._foot.do_not_use.text()
    hands.key(Qt.Key.Key_Down)
    assert palette._foot.definition.isHidden()


def test_words_of_the_codebook_are_never_read_as_markup(hands):
    book = hands.state.codebook
    codes = tuple(
        replace(code, definition="<b>x</b> & y") if code.slug == "tru-withheld" else code
        for code in book.codes
    )
    hands.desk.patch(replace(hands.state.page, codebook=replace(book, codes=codes)))
    palette = opened(hands, 144, "Sometimes", "Yes", "hol")
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in palette._foot.definition.text()


def test_an_exclusive_set_says_so_before_enter(hands):
    palette = opened(hands, 139, "Nobody", "believed.", "willing")
    assert "Caught between" in palette._foot.warning.text()
    palette = opened(hands, 144, "Sometimes", "Yes", "willing")
    assert palette._foot.warning.isHidden()


def test_esc_keeps_the_letters_for_the_next_time(hands):
    palette = opened(hands, 144, "Sometimes", "Yes", "hold")
    hands.key(Qt.Key.Key_Escape)
    assert palette.isHidden()
    hands.key("/")
    assert palette.letters == "hold"


def test_a_number_takes_a_recent_code_while_nothing_is_typed(hands):
    hands.desk.set_recent([CodeId("fin-lead")])
    opened(hands, 144, "Sometimes", "Yes")
    hands.key("1")
    assert hands.wishes("code_wanted") == [(hands.span(144, "Sometimes", "Yes"), "fin-lead")]
    palette = opened(hands, 144, "Sometimes", "Yes", "q")
    hands.key("1")
    assert palette.letters == "q1"


def test_nothing_on_the_palette_changes_anothers_page(hands):
    before = hands.state.page
    opened(hands, 144, "Sometimes", "Yes", "hum")
    hands.key(Qt.Key.Key_Return)
    assert hands.state.page is before
    assert demo.a_page().codings == before.codings


def shown_keys(palette):
    foot = palette._foot
    return [not key.isHidden() for key in (foot.stay, foot.recent, foot.in_vivo)]


def test_the_foot_lists_the_keys_that_act_now(hands):
    assert shown_keys(opened(hands, 144, "Sometimes", "Yes")) == [True, True, True]
    hands.key(Qt.Key.Key_Escape)
    hands.view.put_caret(hands.span(144, "Sometimes", "Yes").start)
    hands.key("/")
    assert shown_keys(hands.desk.palette_box) == [False, True, False]
    hands.key(Qt.Key.Key_Escape)
    hands.desk.open_coding(demo.CHOSEN)
    hands.key("c")
    assert shown_keys(hands.desk.palette_box) == [False, True, False]


def test_another_code_is_taken_once_whatever_is_held(hands):
    hands.desk.open_coding(demo.CHOSEN)
    hands.key("c")
    hands.desk.palette_box._field.setText("humour")
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert hands.wishes("recode_wanted") == [(demo.CHOSEN, "grp-humour")]
    assert hands.desk.palette_box.isHidden()


def test_shift_v_is_in_vivo_while_nothing_is_typed(hands):
    palette = opened(hands, 144, "Sometimes", "Yes", "q")
    hands.key("V", Qt.KeyboardModifier.ShiftModifier)
    assert palette.letters == "qV"
    palette._field.clear()
    hands.key("V", Qt.KeyboardModifier.ShiftModifier)
    span = hands.span(144, "Sometimes", "Yes")
    assert hands.wishes("in_vivo_wanted") == [(span, "Sometimes. Yes")]
    assert palette.isHidden()
    assert hands.view.hasFocus()


def test_it_casts_a_shadow_beside_its_edges_and_takes_it_along(hands):
    palette = opened(hands, 144, "Sometimes", "Yes", "hol")
    box = palette.geometry()
    left = [(box.left() - away, box.center().y()) for away in (2, 5, 20)]
    picture = hands.desk.grab().toImage()
    near, far, beyond = (QColor(picture.pixel(*point)).lightness() for point in left)
    assert near < far < beyond
    palette.close_palette()
    again = hands.desk.grab().toImage()
    assert QColor(again.pixel(*left[0])).lightness() == beyond
