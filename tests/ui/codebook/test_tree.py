"""What the codebook pane shows: the tree, what a filter finds, how rows are painted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.codebook_material import BOOK, a_code, listed, stand_on, with_codes

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.finding import found, matches, nearest
from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.codebook.tree_model import TreeModel
from qualcoder_nhs.ui.look import fonts
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import DARK


def test_the_tree_shows_the_codebook_in_its_order_without_what_was_archived(
    pane: CodebookPane,
) -> None:
    assert listed(pane.tree.rows) == [
        "Trust",
        "Candour and voice",
        "Speaking up",
        "Holding back",
        "Finance tension",
        "The squeeze",
    ]
    pane._archived.click()
    assert "Old one" in listed(pane.tree.rows)


def test_a_code_is_found_by_any_part_of_its_slug() -> None:
    speaking = BOOK.by_slug["tru-up"]
    assert all(matches(speaking, letters) for letters in ("tru", "tru-u", "up", "Speak"))
    assert not matches(speaking, "ru-u")


def test_a_row_speaks_whole(pane: CodebookPane) -> None:
    index = pane.tree.rows.place(CodeId("tru-voice"))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Candour and voice, Trust, 0 codings, 5 with those beneath, shown"


def test_counts_show_what_lies_beneath_a_closed_row(pane: CodebookPane) -> None:
    index = pane.tree.rows.place(CodeId("tru"))
    row = pane.tree.visualRect(index)

    def right_end() -> bool:
        """Whether ink stands where the count is."""
        picture = pane.tree.viewport().grab(row.adjusted(row.width() - 24, 4, -8, -4)).toImage()
        ground = picture.pixelColor(0, 0)
        return any(
            picture.pixelColor(x, y) != ground
            for x in range(picture.width())
            for y in range(picture.height())
        )

    assert right_end()
    pane.tree.expand(index)
    assert not right_end()


def test_new_counts_leave_the_tree_as_it_is_opened(pane: CodebookPane) -> None:
    stand_on(pane, "tru-up")
    pane.show_tree(CodebookTree(BOOK, {CodeId("tru-up"): 9}, {CodeId("tru-up"): 9}))
    assert pane.tree.current == "tru-up"
    assert "9 codings" in pane.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_another_codebook_keeps_what_is_open_and_where_one_stands(pane: CodebookPane) -> None:
    stand_on(pane, "tru-up")
    more = Codebook((*BOOK.codes, a_code("new", "New", "tru-voice", position=5)), BOOK.sets)
    pane.show_tree(CodebookTree(more, {}, {}))
    assert pane.tree.current == "tru-up"
    assert pane.tree.isExpanded(pane.tree.rows.place(CodeId("tru-voice")))
    assert not pane.tree.isExpanded(pane.tree.rows.place(CodeId("fin")))


@given(st.lists(st.sampled_from([code.id for code in BOOK.codes]), unique=True))
def test_any_part_of_the_codebook_makes_a_whole_tree(kept: list[CodeId]) -> None:
    wanted = {above.id for code in kept for above in BOOK.ancestors(code)} | set(kept)
    book = Codebook(tuple(code for code in BOOK.codes if code.id in wanted))
    model = TreeModel()
    tester = QAbstractItemModelTester(model)
    model.show(CodebookTree(book, {}, {}))
    model.filter("", archived=True)
    assert len(listed(model)) == len(wanted)
    assert tester.model() is model


def test_slash_leads_to_the_filter_and_enter_to_what_it_found(
    pane: CodebookPane, qtbot: QtBot
) -> None:
    stand_on(pane, "fin")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Slash)
    assert pane.filter.hasFocus()
    qtbot.keyClicks(pane.filter, "hold")
    assert listed(pane.tree.rows) == ["Trust", "Candour and voice", "Holding back"]
    qtbot.keyClick(pane.filter, Qt.Key.Key_Return)
    assert pane.tree.current == "tru-back"
    assert pane.tree.hasFocus()


def test_escape_empties_the_filter_and_then_leaves_it(pane: CodebookPane, qtbot: QtBot) -> None:
    pane.find_code()
    qtbot.keyClicks(pane.filter, "sque")
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert pane.filter.text() == ""
    assert pane.filter.hasFocus()
    assert len(listed(pane.tree.rows)) == 6
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert pane.tree.hasFocus()


def test_a_code_that_is_renamed_under_a_filter_stays_in_sight(
    pane: CodebookPane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.filter, "hold")
    qtbot.keyClick(pane.filter, Qt.Key.Key_Return)
    renamed = replace(BOOK[CodeId("tru-back")], name="Keeping quiet")
    pane.show_tree(CodebookTree(with_codes(renamed), {}, {}))
    assert listed(pane.tree.rows) == ["Trust", "Candour and voice", "Keeping quiet"]
    assert pane.tree.current == "tru-back"
    qtbot.keyClick(pane.filter, Qt.Key.Key_Backspace)
    assert "Keeping quiet" not in listed(pane.tree.rows)


def test_what_a_filter_hides_is_stood_on_again_without_it(pane: CodebookPane, qtbot: QtBot) -> None:
    stand_on(pane, "tru-back")
    pane.find_code()
    qtbot.keyClicks(pane.filter, "squee")
    assert pane.tree.current is None
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert pane.tree.current == "tru-back"


def test_whoever_stands_on_a_code_that_goes_stands_on_the_next(pane: CodebookPane) -> None:
    stand_on(pane, "tru-up")
    without = tuple(code for code in BOOK.codes if code.id != "tru-up")
    pane.show_tree(CodebookTree(Codebook(without), {}, {}))
    assert pane.tree.current == "tru-back"
    pane.show_tree(CodebookTree(Codebook(without[:2] + without[3:]), {}, {}))
    assert pane.tree.current == "tru-voice"


def test_whoever_stands_on_a_merged_code_stands_on_the_one_that_has_its_codings(
    pane: CodebookPane,
) -> None:
    stand_on(pane, "tru-up")
    pane.tree.open_below(CodeId("fin"))
    heir = replace(BOOK[CodeId("fin-squeeze")], aliases=("tru-up",))
    codes = tuple(code for code in with_codes(heir).codes if code.id != "tru-up")
    pane.show_tree(CodebookTree(Codebook(codes), {}, {}))
    assert pane.tree.current == "fin-squeeze"


def test_the_row_that_keys_go_to_has_a_ring(pane: CodebookPane) -> None:
    stand_on(pane, "tru")
    row = pane.tree.visualRect(pane.tree.rows.place(CodeId("tru")))
    edge = QPoint(row.left() + 40, row.top() + 1)

    def edge_colour() -> str:
        return pane.tree.viewport().grab().toImage().pixelColor(edge).name().upper()

    pane.filter.setFocus()
    assert edge_colour() != Theme().tokens.accent
    pane.tree.setFocus()
    assert edge_colour() == Theme().tokens.accent


def test_a_filter_that_finds_nothing_names_what_is_near(pane: CodebookPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.filter, "holdng")
    assert pane._hint.text() == "No code matches “holdng”. Near it: Holding back."
    assert pane._hint.isVisible()


def test_a_filter_that_finds_only_what_is_archived_says_so(
    pane: CodebookPane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.filter, "old one")
    assert pane._hint.text() == "No code matches “old one”. Archived: Old one."
    pane._archived.click()
    assert pane._hint.text() == ""
    assert "Old one" in listed(pane.tree.rows)


@pytest.mark.parametrize(
    ("letters", "near"), [("holdng", "Holding back"), ("squeze", "The squeeze"), ("xyzzy", "")]
)
def test_the_nearest_name(letters: str, near: str) -> None:
    assert nearest(BOOK, letters) == near


@given(st.text(max_size=6), st.booleans())
def test_whatever_is_typed_shows_whole_branches(letters: str, archived: bool) -> None:
    shown = found(BOOK, letters, archived=archived)
    for code in shown:
        assert {above.id for above in BOOK.ancestors(code)} <= shown
    if not archived:
        assert CodeId("tru-old") not in shown


def test_the_chip_of_a_code_is_painted_in_both_lights(pane: CodebookPane) -> None:
    stand_on(pane, "tru-up")
    for theme in (Theme(), Theme(DARK)):
        pane.set_theme(theme, comfortable=False)
        chip = pane.tree.painter.looks[CodeId("tru-back")].chip
        row = pane.tree.visualRect(pane.tree.rows.place(CodeId("tru-back")))
        picture = pane.tree.viewport().grab(row).toImage()
        at = QPoint(5, picture.height() // 2)
        assert picture.pixelColor(at).name().upper() == chip.upper()


def test_rows_hold_twice_as_large_a_font(
    pane: CodebookPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pane.tree.rows.place(CodeId("tru"))
    before = pane.tree.visualRect(place).height()
    large = fonts.chrome_font()
    large.setPixelSize(26)
    monkeypatch.setattr(fonts, "chrome_font", lambda _size=None: large)
    pane.tree.doItemsLayout()
    assert pane.tree.visualRect(place).height() == 2 * before


def test_comfortable_rows_are_higher(pane: CodebookPane) -> None:
    place = pane.tree.rows.place(CodeId("tru"))
    before = pane.tree.visualRect(place).height()
    pane.set_theme(Theme(), comfortable=True)
    assert pane.tree.visualRect(place).height() == before + 4


def test_the_menu_opens_where_one_asks_for_it(pane: CodebookPane) -> None:
    middle = pane.tree.visualRect(pane.tree.rows.place(CodeId("tru"))).center()
    pane.tree.customContextMenuRequested.emit(middle)
    menu = next(one for one in pane.findChildren(QMenu) if one.isVisible())
    menu.close()
