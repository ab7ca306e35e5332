"""The codebook pane: finding, arranging and working on codes by mouse and by key."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from qualcoder_nhs.actions.codebook import (
    AddCode,
    AllowCode,
    ArchiveCode,
    DescribeCode,
    MergeCodes,
    MoveCode,
    RecolourCode,
    RenameCode,
)
from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeId, CodeSetId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog, facts
from qualcoder_nhs.ui.codebook.finding import found, nearest
from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.codebook.tree_model import TreeModel
from qualcoder_nhs.ui.mime import Passage, code_in, put_code, put_passage
from qualcoder_nhs.ui.theme import Theme
from qualcoder_nhs.ui.tokens import DARK

ALT = Qt.KeyboardModifier.AltModifier


def a_code(slug: str, name: str, parent: str | None = None, **fields: Any) -> Code:
    return Code(CodeId(slug), slug, name, CodeId(parent) if parent else None, **fields)


BOOK = Codebook(
    (
        a_code("tru", "Trust", applicable=Applicable.NO),
        a_code("tru-voice", "Candour and voice", "tru", applicable=Applicable.HOLDING),
        a_code("tru-up", "Speaking up", "tru-voice", position=0),
        a_code("tru-back", "Holding back", "tru-voice", position=1, definition="Says less."),
        a_code("tru-old", "Old one", "tru", position=1, archived=True),
        a_code("fin", "Finance tension", position=1, applicable=Applicable.NO),
        a_code("fin-squeeze", "The squeeze", "fin"),
    ),
    (
        CodeSet(
            CodeSetId("one"),
            SetKind.EXCLUSIVE,
            "Voice",
            "speaker-turn",
            "",
            (CodeId("tru-up"), CodeId("tru-back")),
        ),
    ),
)
COUNTS = {CodeId("tru-up"): 2, CodeId("tru-back"): 3}
BENEATH = COUNTS | {CodeId("tru-voice"): 5, CodeId("tru"): 5}
TREE = CodebookTree(BOOK, COUNTS, BENEATH)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[CodebookPane]:
    made = CodebookPane(Theme())
    QAbstractItemModelTester(
        made.tree.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.show_tree(TREE)
    made.resize(268, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def wished(pane: CodebookPane) -> list[Any]:
    told: list[Any] = []
    pane.action_wanted.connect(told.append)
    return told


def stand_on(pane: CodebookPane, code: str) -> None:
    for above in BOOK.ancestors(CodeId(code)):
        pane.tree.expand(pane.tree.rows.place(above.id))
    pane.tree.go_to(CodeId(code))
    pane.tree.setFocus()


def listed(model: TreeModel, parent: QModelIndex | None = None) -> list[str]:
    """Every name in the tree, parents before children."""
    names = []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        names += [index.data(), *listed(model, index)]
    return names


def pick(menu: QMenu, words: str) -> None:
    action = next(a for a in every(menu) if a.text().split("\t")[0] == words)
    action.trigger()


def every(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        below = action.menu()
        if isinstance(below, QMenu):
            yield from every(below)


# ── what is shown ────────────────────────────────────────────────────────────────────────────────


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


# ── finding ──────────────────────────────────────────────────────────────────────────────────────


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


def test_a_filter_that_finds_nothing_names_what_is_near(pane: CodebookPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.filter, "holdng")
    assert pane._hint.text() == "No code matches “holdng”. Near it: Holding back."
    assert pane._hint.isVisible()


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


# ── hands ────────────────────────────────────────────────────────────────────────────────────────


def test_space_hides_a_code_with_all_beneath_it_and_shows_it_again(
    pane: CodebookPane, qtbot: QtBot
) -> None:
    told: list[frozenset[CodeId]] = []
    pane.hidden_changed.connect(told.append)
    stand_on(pane, "tru-voice")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Space)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Space)
    assert told == [{"tru-voice", "tru-up", "tru-back"}, frozenset()]


def test_enter_uses_a_code_and_opens_what_only_groups(pane: CodebookPane, qtbot: QtBot) -> None:
    told: list[str] = []
    pane.use_wanted.connect(told.append)
    stand_on(pane, "tru-up")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    stand_on(pane, "fin")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert told == ["tru-up"]
    assert pane.tree.isExpanded(pane.tree.rows.place(CodeId("fin")))


def test_f2_renames_in_place(pane: CodebookPane, qtbot: QtBot, wished: list[Any]) -> None:
    stand_on(pane, "tru-up")
    qtbot.keyClick(pane.tree, Qt.Key.Key_F2)
    editor = pane.tree.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Speaking out")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(wished))
    assert wished == [RenameCode(CodeId("tru-up"), "Speaking out")]


@pytest.mark.parametrize(
    ("code", "key", "before"),
    [
        ("tru-back", Qt.Key.Key_Up, "tru-up"),
        ("tru-up", Qt.Key.Key_Down, None),
        ("fin", Qt.Key.Key_Up, "tru"),
    ],
)
def test_alt_and_arrows_move_among_siblings(
    pane: CodebookPane,
    qtbot: QtBot,
    wished: list[Any],
    code: str,
    key: Qt.Key,
    before: str | None,
) -> None:
    stand_on(pane, code)
    qtbot.keyClick(pane.tree, key, ALT)
    assert wished == [MoveCode(CodeId(code), BOOK[CodeId(code)].parent, before)]


def test_there_is_nowhere_above_the_first(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any]
) -> None:
    stand_on(pane, "tru-up")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Up, ALT)
    assert wished == []


@pytest.mark.parametrize(
    ("at", "parent"), [("tru-voice", "tru-voice"), ("tru-up", "tru-voice"), ("fin", "fin")]
)
def test_a_new_code_lies_where_one_stands(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any], at: str, parent: str
) -> None:
    stand_on(pane, at)
    qtbot.keyClicks(pane.new_code, "Whistle blown")
    qtbot.keyClick(pane.new_code, Qt.Key.Key_Return)
    assert wished == [AddCode("Whistle blown", CodeId(parent))]
    assert pane.new_code.text() == ""


def test_the_menu_of_a_code_adds_beneath_it(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any]
) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "Add a code beneath")
    qtbot.keyClicks(pane.new_code, "Once")
    qtbot.keyClick(pane.new_code, Qt.Key.Key_Return)
    assert wished == [AddCode("Once", CodeId("tru-up"))]


def test_the_menu_colours_and_archives(pane: CodebookPane, wished: list[Any]) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "teal")
    pick(pane.menu_for(CodeId("tru-up")), "Archive")
    assert wished == [
        RecolourCode(CodeId("tru-up"), "#529FA1"),
        ArchiveCode(CodeId("tru-up")),
    ]


def test_an_archived_code_can_only_be_brought_back_or_deleted(pane: CodebookPane) -> None:
    words = [action.text().split("\t")[0] for action in pane.menu_for(CodeId("tru-old")).actions()]
    assert "Bring back" in words
    assert not {"Archive", "Merge into…", "Put on the selected words"} & set(words)


def test_nothing_is_changed_in_a_study_that_is_only_read(pane: CodebookPane) -> None:
    pane.set_writable(writable=False)
    words = [a.text().split("\t")[0] for a in pane.menu_for(CodeId("tru-up")).actions()]
    assert words == ["Hide in the text", "Its card…"]
    assert not pane.new_code.isVisible()
    assert not pane.tree.rows.flags(pane.tree.rows.place(CodeId("tru"))) & (
        Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
    )


def test_a_code_is_merged_into_one_that_is_found_by_typing(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any]
) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "Merge into…")
    dialog = pane.findChild(ChooseCode)
    assert dialog is not None
    qtbot.keyClicks(dialog.letters, "squee")
    qtbot.keyClick(dialog.letters, Qt.Key.Key_Return)
    assert wished == [MergeCodes(CodeId("tru-up"), CodeId("fin-squeeze"))]


def test_a_code_is_moved_by_keys_alone(pane: CodebookPane, qtbot: QtBot, wished: list[Any]) -> None:
    pick(pane.menu_for(CodeId("tru-voice")), "Move beneath…")
    dialog = pane.findChild(ChooseCode)
    assert dialog is not None
    offered = [dialog.listed.item(row).text() for row in range(dialog.listed.count())]
    assert not any("Speaking up" in words for words in offered)
    qtbot.keyClick(dialog.letters, Qt.Key.Key_Return)
    assert wished == [MoveCode(CodeId("tru-voice"), None)]


# ── drag and drop ────────────────────────────────────────────────────────────────────────────────


def carried(pane: CodebookPane, code: str) -> QMimeData:
    return pane.tree.rows.mimeData([pane.tree.rows.place(CodeId(code))])


def test_a_code_is_carried_by_its_id(pane: CodebookPane) -> None:
    assert code_in(carried(pane, "tru-up")) == "tru-up"


@pytest.mark.parametrize(
    ("code", "onto", "legal"),
    [
        ("tru-voice", "fin", True),
        ("tru-voice", "tru-up", False),
        ("tru-voice", "tru-voice", False),
        ("tru-up", None, True),
        ("tru-up", "tru-old", False),
    ],
)
def test_only_legal_moves_can_be_dropped(
    pane: CodebookPane, wished: list[Any], code: str, onto: str | None, legal: bool
) -> None:
    rows, move = pane.tree.rows, Qt.DropAction.MoveAction
    pane._archived.setChecked(True)
    place = rows.place(CodeId(onto)) if onto else QModelIndex()
    mime = QMimeData()
    put_code(mime, CodeId(code))
    assert rows.canDropMimeData(mime, move, -1, 0, place) is legal
    rows.dropMimeData(mime, move, -1, 0, place)
    assert wished == ([MoveCode(CodeId(code), onto, None)] if legal else [])


def test_a_code_is_dropped_between_siblings(pane: CodebookPane, wished: list[Any]) -> None:
    rows = pane.tree.rows
    mime, voice = carried(pane, "fin-squeeze"), rows.place(CodeId("tru-voice"))
    rows.dropMimeData(mime, Qt.DropAction.MoveAction, 1, 0, voice)
    assert wished == [MoveCode(CodeId("fin-squeeze"), CodeId("tru-voice"), CodeId("tru-back"))]


def test_words_are_dropped_on_a_code(pane: CodebookPane) -> None:
    told: list[Any] = []
    pane.passage_dropped.connect(lambda *dropped: told.append(dropped))
    passage, mime = Passage(TranscriptId("t"), Span(3, 9)), QMimeData()
    put_passage(mime, passage, "she said")
    rows, copy = pane.tree.rows, Qt.DropAction.CopyAction
    assert not rows.canDropMimeData(mime, copy, -1, 0, QModelIndex())
    rows.dropMimeData(mime, copy, -1, 0, rows.place(CodeId("tru-up")))
    assert told == [(passage, "tru-up")]


# ── the card ─────────────────────────────────────────────────────────────────────────────────────


def test_the_card_hands_over_only_what_was_changed(pane: CodebookPane, wished: list[Any]) -> None:
    pane.open_card(CodeId("tru-back"))
    card = pane.findChild(CodeDialog)
    assert card is not None
    assert card.texts["definition"].toPlainText() == "Says less."
    card.texts["use"].setPlainText("When little is said.")
    card.applicable.setCurrentIndex(2)
    card.accept()
    assert wished == [
        DescribeCode(CodeId("tru-back"), use="When little is said."),
        AllowCode(CodeId("tru-back"), Applicable.NO),
    ]


def test_the_card_shows_place_slug_and_sets() -> None:
    told = dict(facts(BOOK, BOOK[CodeId("tru-back")]))
    assert told["Lies under"] == "Trust > Candour and voice"
    assert told["Slug"] == "tru-back"
    assert told["Excludes one another"] == "Voice: Speaking up, Holding back"


# ── looks ────────────────────────────────────────────────────────────────────────────────────────


def test_the_chip_of_a_code_is_painted_in_both_lights(pane: CodebookPane) -> None:
    stand_on(pane, "tru-up")
    for theme in (Theme(), Theme(DARK)):
        pane.set_theme(theme, comfortable=False)
        chip = pane.tree.painter.looks[CodeId("tru-back")].chip
        row = pane.tree.visualRect(pane.tree.rows.place(CodeId("tru-back")))
        picture = pane.tree.viewport().grab(row).toImage()
        at = QPoint(5, picture.height() // 2)
        assert picture.pixelColor(at).name().upper() == chip.upper()


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
