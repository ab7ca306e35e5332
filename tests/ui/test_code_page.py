"""The Code desk wired to a study: what is pressed is on disk, and on the screen."""

from pathlib import Path

import pytest
from builders import StandSettled, code, coder, transcript
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import AddCode, MergeCodes, RenameCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import OPEN, SETTLED, Flag
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_page import coding_page
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.frame.workroom import Workroom
from qualcoder_nhs.ui.mime import Passage
from qualcoder_nhs.ui.widgets.memo_dialog import MemoDialog


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


def select(desk: Desk, words: str) -> Span:
    view = desk.room.code.desk.view
    start = view.state.text.index(words)
    span = Span(start, start + len(words))
    view.setFocus()
    view.select(span)
    return span


def page_is_fresh(desk: Desk) -> bool:
    """Whether the page on the desk equals one that is loaded now."""
    shown = desk.room.code.desk.state.page
    return shown == desk.study.ask(coding_page, shown.transcript.id)


def test_three_letters_and_enter_code_the_words(desk: Desk, room: Workroom) -> None:
    span = select(desk, "We were asked once.")
    view, box = room.code.desk.view, room.code.desk.palette_box
    QTest.keyClicks(view, "mon")
    assert box.isVisible()
    QTest.keyClick(box.findChild(type(room.code.codebook.filter).__bases__[0]), Qt.Key.Key_Return)
    desk.settle()
    codings = desk.study.ask(Reader.codings, codes=[code(desk.study, "Money")])
    assert [one.span for one in codings] == [span]
    assert page_is_fresh(desk)
    assert desk.window.menus.action("undo").text() == "Undo “Code passage with Money”"
    desk.menu("undo")
    desk.settle()
    assert desk.study.ask(Reader.codings, codes=[code(desk.study, "Money")]) == []
    assert page_is_fresh(desk)


def test_a_new_code_is_made_on_the_words(desk: Desk, room: Workroom) -> None:
    span = select(desk, "Never again.")
    room.code.desk.wishes.new_code_wanted.emit(span, "Vows")
    desk.settle()
    made = desk.study.ask(Reader.codebook).find("Vows")
    assert desk.study.ask(Reader.codebook).path(made.id) == "New ideas > Vows"
    assert "Vows" in [one.name for one in room.code.codebook.codebook.codes]
    assert page_is_fresh(desk)


def test_the_same_code_on_overlapping_words_extends_and_says_so(desk: Desk, room: Workroom) -> None:
    warm = code(desk.study, "Warm")
    room.code.wires.code(Span(30, 50), warm)
    desk.settle()
    assert "extended" in desk.window.status.message
    mine = desk.study.ask(Reader.codings, codes=[warm], coder=coder(desk.study))
    assert [one.span for one in mine] == [Span(18, 50)]
    assert page_is_fresh(desk)


def test_codings_are_changed_flagged_moved_and_removed(desk: Desk, room: Workroom) -> None:
    wishes, study = room.code.desk.wishes, desk.study
    one = study.ask(Reader.codings, coder=coder(study), codes=[code(study, "Warm")])[0]
    wishes.flag_wanted.emit(one.id, Flag.STRONG)
    desk.settle()
    assert study.ask(Reader.coding, one.id).flags == (Flag.STRONG,)
    wishes.flag_wanted.emit(one.id, Flag.STRONG)
    wishes.ends_wanted.emit(one.id, Span(10, 40))
    wishes.recode_wanted.emit(one.id, code(study, "Money"))
    desk.settle()
    now = study.ask(Reader.coding, one.id)
    assert (now.flags, now.span, now.code) == ((), Span(10, 40), code(study, "Money"))
    assert page_is_fresh(desk)
    wishes.remove_wanted.emit(one.id)
    desk.settle()
    assert study.ask(Reader.codings_by_id, [one.id]) == []
    assert page_is_fresh(desk)


def test_a_memo_on_a_coding_is_written_read_and_shown_in_the_card(
    desk: Desk, room: Workroom
) -> None:
    study = desk.study
    one = study.ask(Reader.codings, coder=coder(study), codes=[code(study, "Cold")])[0]
    room.code.desk.open_coding(one.id)
    room.code.desk.run("memo")
    dialog = desk.dialog(MemoDialog)
    assert isinstance(dialog, MemoDialog)
    edge = desk.window.mapToGlobal(QPoint(desk.window.width(), 0)).x()
    assert 0 < edge - dialog.geometry().right() < 32  # beside the words it is about
    QTest.keyClicks(dialog.words, "Compare FG1")
    QTest.keyClick(dialog.words, Qt.Key.Key_Escape)
    desk.settle()
    assert [memo.text for memo in study.ask(Reader.memos_on, "coding", one.id)] == ["Compare FG1"]
    assert room.code.desk.card._memos[one.id].text == "Compare FG1"
    assert page_is_fresh(desk)
    desk.menu("undo")
    desk.settle()
    assert one.id not in room.code.desk.card._memos


def test_words_dropped_on_a_code_are_coded(desk: Desk, room: Workroom) -> None:
    passage = Passage(transcript(desk.study), Span(60, 70))
    room.code.codebook.passage_dropped.emit(passage, code(desk.study, "Money"))
    desk.settle()
    assert page_is_fresh(desk)
    assert len(desk.study.ask(Reader.codings, codes=[code(desk.study, "Money")])) == 1


def test_what_others_change_is_shown_too(desk: Desk, room: Workroom) -> None:
    """Whatever a step touches, the page afterwards is the page loaded afresh."""
    study, other = desk.study, coder(desk.study, "AB")
    first = transcript(study)
    for action in (
        CodePassage(first, Span(60, 80), code(study, "Cold")),
        RenameCode(code(study, "Money"), "Means"),
        MergeCodes(code(study, "Warm"), code(study, "Cold")),
        AddCode("More"),
    ):
        study.run(action, other)
        desk.settle()
        assert page_is_fresh(desk)
    while study.ask(Reader.undoable, other) and study.undo(other):
        desk.settle()
        assert page_is_fresh(desk)
        if study.ask(Reader.undoable, other).label == "Write memo":
            break


def test_the_codebook_counts_the_layer_that_is_on_the_desk(desk: Desk, room: Workroom) -> None:
    warm = code(desk.study, "Warm")
    desk.study.run(StandSettled(transcript(desk.study), Span(70, 80), warm), coder(desk.study))
    desk.settle()
    assert len(desk.study.ask(Reader.codings, codes=[warm])) == 3
    assert room.code.codebook.tree.rows.tree.own[warm] == 2
    assert {one.layer for one in room.code.desk.state.page.codings} == {OPEN}


def test_nobody_codes_into_what_is_settled_and_is_told_the_way(desk: Desk, room: Workroom) -> None:
    warm = code(desk.study, "Warm")
    desk.study.run(StandSettled(transcript(desk.study), Span(70, 80), warm), coder(desk.study))
    desk.settle()
    desk.room.layers.choose(SETTLED)
    desk.settle()
    select(desk, "We were asked once.")
    QTest.keyClicks(room.code.desk.view, "war")
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    assert len(desk.study.ask(Reader.codings, layer=SETTLED)) == 1
    assert "comes of a decision" in desk.window.status.message


def test_codes_hidden_in_the_tree_are_hidden_in_the_text_and_back(
    desk: Desk, room: Workroom
) -> None:
    warm = code(desk.study, "Warm")
    room.code.codebook.toggle(warm)
    assert room.code.desk.state.hidden == {warm}
    room.code.desk.wishes.hidden_changed.emit(frozenset(), False)
    assert room.code.codebook.tree.rows.hidden == frozenset()


def test_a_removed_transcript_gives_way_to_another_and_comes_back(
    desk: Desk, room: Workroom
) -> None:
    first = room.code.wires.transcript
    room.code.library.remove_wanted.emit(first)
    desk.settle()
    assert room.code.wires.transcript == transcript(desk.study, "FG2")
    desk.menu("undo")
    desk.settle()
    assert room.code.library.list.rows.rowCount() == 2


def test_forgetting_asks_twice_and_tells_what_to_delete(desk: Desk, room: Workroom) -> None:
    first = room.code.wires.transcript
    room.code.library.forget_wanted.emit(first)
    for words in ("Forget it…", "Forget it for good", "Close"):
        box = desk.dialog(QMessageBox)
        button = next(one for one in box.findChildren(QPushButton) if one.text() == words)
        desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        desk.settle()
    assert list(desk.study.ask(Reader.transcript_names).values()) == ["FG2"]
    assert room.code.wires.transcript == transcript(desk.study, "FG2")


def test_leaving_the_second_question_forgets_nothing(desk: Desk, room: Workroom) -> None:
    room.code.library.forget_wanted.emit(room.code.wires.transcript)
    box = desk.dialog(QMessageBox)
    button = next(one for one in box.findChildren(QPushButton) if one.text() == "Forget it…")
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.bot.keyClick(desk.dialog(QMessageBox), Qt.Key.Key_Escape)
    desk.settle()
    assert len(desk.study.ask(Reader.transcript_names)) == 2


def test_another_coder_takes_the_desk(desk: Desk, room: Workroom) -> None:
    other = coder(desk.study, "AB")
    room.study.coder_chosen.emit(other)
    desk.settle()
    assert desk.session.live.coder == other
    assert room.code.desk.state.coder == other
    assert desk.window.preferences.now.coder == "AB"
    assert "AB" in desk.window.status._coder.text()


def test_coders_are_added_and_renamed_on_the_study_desk(desk: Desk, room: Workroom) -> None:
    desk.menu("coders")
    desk.settle()
    room.study.name.setText("JT")
    QTest.keyClick(room.study.name, Qt.Key.Key_Return)
    desk.settle()
    listed = [room.study.coders.item(row).text() for row in range(room.study.coders.count())]
    assert any(words.startswith("JT  ·") for words in listed)
    room.study.name.setText("Hanna Lind")
    room.study._rename.click()
    desk.settle()
    assert room.coder.name == "Hanna Lind"
    assert room.rail._disc.initials == "HL"


def test_a_transcript_that_was_picked_has_the_keys_at_once(desk: Desk, room: Workroom) -> None:
    listed = room.code.library.list
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    desk.settle()
    assert room.code.desk.view.hasFocus()
    assert room.code.wires.transcript == listed.rows.transcript(listed.rows.index(1))


def test_what_was_said_goes_with_the_next_act(desk: Desk, room: Workroom) -> None:
    select(desk, "We were asked once.")
    desk.window.status.say("1 strong quote · 2 identifying detail")
    room.code.wires.code(select(desk, "asked"), code(desk.study, "Money"))
    desk.settle()
    assert desk.window.status.message == ""


def test_the_latest_codes_have_their_numbers_after_a_start(
    desk: Desk, room: Workroom, study_file: Path
) -> None:
    room.code.wires.code(select(desk, "We were asked once."), code(desk.study, "Money"))
    desk.settle()
    desk.session.close_study()
    again = desk.open(study_file)
    money = code(desk.study, "Money")
    assert again.code.desk.doing.recent[0] == money
    span = select(desk, "asked")
    QTest.keyClick(again.code.desk.view, "1")
    desk.settle()
    assert any(
        one.span.start <= span.start for one in desk.study.ask(Reader.codings, codes=[money])
    )


def test_f6_walks_through_the_panes(desk: Desk, room: Workroom) -> None:
    room.code.desk.focus_text()
    desk.menu("next_pane")
    assert room.code.library.list.hasFocus()
    desk.menu("next_pane")
    assert room.code.codebook.tree.hasFocus()
    desk.menu("previous_pane")
    assert room.code.library.list.hasFocus()


def test_the_text_grows_and_shrinks_from_the_menu(desk: Desk, room: Workroom) -> None:
    desk.menu("larger")
    assert desk.window.preferences.now.text_pixels == 18
    assert room.code.desk.state.theme.text_pixels == 18
    desk.menu("usual_size")
    assert room.code.desk.state.theme.text_pixels == 17


def test_the_desk_turns_dark_at_once(desk: Desk, room: Workroom) -> None:
    desk.menu("shade:dark")
    assert room.code.desk.state.theme.tokens.dark
    assert room.code.codebook.theme.tokens.dark
    desk.menu("shade:light")
    assert not room.code.desk.state.theme.tokens.dark


def test_the_code_menu_does_what_its_keys_do(desk: Desk, room: Workroom) -> None:
    view = room.code.desk.view
    view.put_caret(0)
    before = view.caret()
    desk.menu("code:next_turn")
    assert view.caret() > before


def test_history_shows_steps_and_strikes_what_was_undone(desk: Desk, room: Workroom) -> None:
    room.code.wires.code(Span(60, 70), code(desk.study, "Money"))
    desk.settle()
    desk.menu("history")
    desk.settle()
    rows = room.history.steps
    first = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.startswith("Code passage with Money, HL · ")
    assert not first.endswith("undone")
    desk.menu("undo")
    desk.settle()
    assert rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("undone")
    desk.menu("redo")
    desk.settle()
    assert not rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("undone")
    desk.menu("history")
    assert not room.history.isVisible()


def test_letters_can_be_switched_off(desk: Desk, room: Workroom) -> None:
    desk.menu("letters")
    assert not room.code.desk.view.letter_keys
    desk.menu("letters")
    assert room.code.desk.view.letter_keys


def test_an_empty_study_says_how_to_begin(desk: Desk, room: Workroom) -> None:
    for name in ("FG1", "FG2"):
        room.code.library.remove_wanted.emit(transcript(desk.study, name))
        desk.settle()
    assert room.code.wires.transcript is None
    assert room.code.desk.state.page.codebook == Codebook()
    assert not desk.window.menus.action("find").isEnabled()
