"""Working on codes by key, by menu and by mouse; what is wished, and what is legal."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot
from ui.codebook_material import ALT, BOOK, a_code, pick, press, stand_on

from qualcoder_nhs.actions.codebook import (
    AddCode,
    AllowCode,
    ArchiveCode,
    DeleteCode,
    DescribeCode,
    MergeCodes,
    MoveCode,
    RecolourCode,
    RenameCode,
)
from qualcoder_nhs.domain.codebook import Applicable, Codebook
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog, facts
from qualcoder_nhs.ui.codebook.pane import CodebookPane
from qualcoder_nhs.ui.mime import Passage, code_in, put_code, put_passage


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


def test_a_new_code_says_where_it_will_lie_and_is_seen_there(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any]
) -> None:
    pane.tree.collapseAll()
    pane.tree.go_to(CodeId("fin"))
    assert pane.new_code.placeholderText() == "New code"
    pane.new_code.setFocus()
    assert pane.new_code.placeholderText() == "New code under Finance tension"
    qtbot.keyClicks(pane.new_code, "Debt")
    qtbot.keyClick(pane.new_code, Qt.Key.Key_Return)
    assert wished == [AddCode("Debt", CodeId("fin"))]
    debt = a_code("debt", "Debt", "fin", position=1)
    pane.show_tree(CodebookTree(Codebook((*BOOK.codes, debt)), {}, {}))
    assert pane.tree.visualRect(pane.tree.rows.place(CodeId("debt"))).isValid()


def test_whoever_does_not_name_the_code_beneath_another_names_one_where_one_stands(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any]
) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "Add a code beneath")
    assert pane.new_code.accessibleName() == "New code under Speaking up"
    pane.tree.setFocus()
    assert pane.new_code.accessibleName() == "New code under Candour and voice"
    qtbot.keyClicks(pane.new_code, "Once")
    qtbot.keyClick(pane.new_code, Qt.Key.Key_Return)
    assert wished == [AddCode("Once", CodeId("tru-voice"))]


def test_what_codings_use_is_archived_and_what_none_uses_deleted(
    pane: CodebookPane, wished: list[Any]
) -> None:
    rows = {action.text(): action for action in pane.menu_for(CodeId("tru-voice")).actions()}
    assert not rows["Delete (not while 5 use it)"].isEnabled()
    assert rows["Archive"].isEnabled()
    pick(pane.menu_for(CodeId("fin-squeeze")), "Delete")
    assert wished == [DeleteCode(CodeId("fin-squeeze"))]


def test_the_menu_moves_among_siblings(pane: CodebookPane, wished: list[Any]) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "Move down")
    pick(pane.menu_for(CodeId("tru-back")), "Move up")
    voice = CodeId("tru-voice")
    assert wished == [
        MoveCode(CodeId("tru-up"), voice, None),
        MoveCode(CodeId("tru-back"), voice, CodeId("tru-up")),
    ]


def test_what_only_groups_is_not_offered_for_words(pane: CodebookPane) -> None:
    words = [action.text().split("\t")[0] for action in pane.menu_for(CodeId("tru")).actions()]
    assert "Put on the selected words" not in words


def test_a_code_on_words_is_not_merged_into_what_only_groups(pane: CodebookPane) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "Merge into…")
    dialog = pane.findChild(ChooseCode)
    assert dialog is not None
    offered = [dialog.listed.item(row).text() for row in range(dialog.listed.count())]
    assert offered == [
        "Trust > Candour and voice",
        "Trust > Candour and voice > Holding back",
        "Finance tension > The squeeze",
    ]


def test_the_menu_colours_and_archives(pane: CodebookPane, wished: list[Any]) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "teal")
    pick(pane.menu_for(CodeId("tru-up")), "Archive")
    assert wished == [
        RecolourCode(CodeId("tru-up"), "#529FA1"),
        ArchiveCode(CodeId("tru-up")),
    ]


def test_any_other_colour_is_asked_for_from_the_one_it_has(
    pane: CodebookPane, wished: list[Any]
) -> None:
    pick(pane.menu_for(CodeId("tru-up")), "Another…")
    dialog = pane.findChild(QColorDialog)
    assert dialog is not None
    chip = pane.tree.painter.looks[CodeId("tru-up")].chip
    assert dialog.currentColor().name().upper() == chip.upper()
    dialog.setCurrentColor("#123456")
    dialog.accept()
    assert wished == [RecolourCode(CodeId("tru-up"), "#123456")]


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


def test_the_card_opens_at_the_name_and_tab_leads_on(pane: CodebookPane, qtbot: QtBot) -> None:
    pane.open_card(CodeId("tru-back"))
    card = pane.findChild(CodeDialog)
    assert card is not None
    assert card.focusWidget() is card.name
    qtbot.keyClick(card.name, Qt.Key.Key_Tab)
    assert card.focusWidget() is card.texts["definition"]
    card.reject()


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


@pytest.mark.parametrize(("leave", "kept"), [("Esc", True), ("Leave it", False)])
def test_no_word_typed_on_the_card_is_lost_by_esc(
    pane: CodebookPane, qtbot: QtBot, wished: list[Any], leave: str, kept: bool
) -> None:
    pane.open_card(CodeId("tru-back"))
    card = pane.findChild(CodeDialog)
    assert card is not None
    qtbot.keyClicks(card.texts["serves"], "Q4")
    if leave == "Esc":
        qtbot.keyClick(card.texts["serves"], Qt.Key.Key_Escape)
    else:
        press(card, leave)
    assert wished == ([DescribeCode(CodeId("tru-back"), serves="Q4")] if kept else [])
    assert not card.isVisible()


def test_the_card_shows_place_slug_and_sets() -> None:
    told = dict(facts(BOOK, BOOK[CodeId("tru-back")]))
    assert told["Lies under"] == "Trust > Candour and voice"
    assert told["Slug"] == "tru-back"
    assert told["Excludes one another"] == "Voice: Speaking up, Holding back"
