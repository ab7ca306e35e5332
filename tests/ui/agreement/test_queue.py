"""Ten disagreements settled without the mouse; what is shown of each is what was coded."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from agreement_study import FIRST, SECOND, an_agreement_study, finish, put
from builders import code, coder, transcript
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import AddCode, DescribeCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.disputed import Side
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.agreement.passage_view import PassageView
from qualcoder_nhs.ui.agreement.queue_keys import IN_QUEUE
from qualcoder_nhs.ui.agreement.queue_page import QueuePage
from qualcoder_nhs.ui.agreement.queue_words import headline, names_of
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog

ROUND = "Round 1"
PLACES = (FIRST, FIRST + 5, FIRST + 10, FIRST + 15, SECOND)
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round in which HL gave Cost and AB Waste ten times, and once both Trust; made once."""
    path = tmp_path_factory.mktemp("ten") / "ten.qnhs"
    with an_agreement_study(path) as study:
        lead = coder(study)
        where = tuple(transcript(study, name) for name in ("FG1", "FG2"))
        one = study.run(NewRound(ROUND, (lead, coder(study, "AB")), where), lead)
        for name in ("FG1", "FG2"):
            for start in PLACES:
                put(study, "HL", name, "Cost", start, start + 4, one)
                put(study, "AB", name, "Waste", start, start + 4, one)
        for who in ("HL", "AB"):
            put(study, who, "FG1", "Trust", SECOND + 6, SECOND + 9, one)
        finish(study, "FG1", "FG2", layer=one)
        study.run(EndRound(one), lead)
        study.run(OpenRound(one), lead)
    return path


@pytest.fixture
def queue(desk: Desk, ten: Path, tmp_path: Path) -> QueuePage:
    """The queue of that round, in a study of the test's own."""
    path = tmp_path / "ten.qnhs"
    shutil.copyfile(ten, path)
    desk.open(path)
    desk.menu("desk:agreement")
    desk.settle()
    desk.room.desks["agreement"].desk.show_page("queue")
    desk.settle()
    page = desk.room.desks["agreement"].queue
    desk.until(lambda: len(page.pane.model.rows) == 10)
    return page


def press(desk: Desk, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(desk.window.focusWidget(), key)
        else:
            desk.key(key)


def back_in_the_window(desk: Desk) -> None:
    """What a window manager does when a dialog has gone."""
    desk.settle()
    desk.window.activateWindow()
    desk.settle()


def settled(desk: Desk) -> list[str]:
    book = desk.study.ask(Reader.codebook)
    return sorted(book[one.code].name for one in desk.study.ask(Reader.codings, layer=SETTLED))


def words(page: QueuePage) -> str:
    return " | ".join(one.text() for one in page.context.findChildren(QLabel) if one.text())


def test_ten_are_settled_by_keys_alone(desk: Desk, queue: QueuePage) -> None:
    apart = desk.study.ask_as(coder(desk.study), Reader.codings, layer=queue.queue.round.layer)
    for at, arrow in enumerate(
        (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Up) * 2
    ):
        press(desk, str(at % 6 + 1), arrow)
        if at == 2:
            press(desk, "b", "the sum is named")
        press(desk, Qt.Key.Key_Return)
        desk.settle()
    desk.until(lambda: queue.queue.settled == 10)
    decisions = desk.study.ask(Reader.decisions)
    assert [one.choice for one in decisions[:4]] == [
        Choice.CODER,
        Choice.CODER,
        Choice.ALL,
        Choice.NEITHER,
    ]
    assert [one.cause for one in decisions[:6]] == list(Cause)
    assert [one.reason for one in decisions[:4]] == ["", "", "the sum is named", ""]
    assert settled(desk) == ["Cost"] * 6 + ["Waste"] * 6
    assert queue.pane.settled.text() == "10 of 10 settled"
    after = desk.study.ask_as(coder(desk.study), Reader.codings, layer=queue.queue.round.layer)
    assert after == apart


def test_undo_and_deciding_anew(desk: Desk, queue: QueuePage) -> None:
    press(desk, "1", Qt.Key.Key_Up, Qt.Key.Key_Return)
    desk.settle()
    assert queue.pane.list.currentIndex().row() == 1
    press(desk, "k")
    assert queue.foot.all.isChecked()
    press(desk, Qt.Key.Key_Left, Qt.Key.Key_Return)
    desk.settle()
    assert settled(desk) == ["Cost"]
    desk.menu("undo")
    desk.settle()
    assert settled(desk) == ["Cost", "Waste"]


def test_nothing_is_settled_without_a_cause(desk: Desk, queue: QueuePage) -> None:
    said: list[str] = []
    queue.said.connect(said.append)
    press(desk, Qt.Key.Key_Up, Qt.Key.Key_Return)
    desk.settle()
    assert (len(said), desk.study.ask(Reader.decisions)) == (1, [])


def test_putting_off_goes_on_and_is_seen(desk: Desk, queue: QueuePage) -> None:
    press(desk, "l")
    desk.settle()
    assert queue.pane.list.currentIndex().row() == 1
    first = queue.pane.model.rows[0]
    assert (first.settled, first.decision.choice) == (False, Choice.PUT_OFF)
    assert "put off" in queue.pane.model.spoken(first)


def test_another_code_is_found_by_its_name(desk: Desk, queue: QueuePage) -> None:
    press(desk, "2", "/")
    desk.settle()
    assert not queue.foot.other.isChecked()
    dialog = desk.dialog(ChooseCode)
    QTest.keyClicks(dialog.letters, "Trust")
    dialog.accept()
    back_in_the_window(desk)
    assert queue.foot.other.text() == "Trust"
    press(desk, Qt.Key.Key_Return)
    desk.settle()
    assert settled(desk) == ["Trust"]


def test_what_all_agree_on_settles_at_once(desk: Desk, queue: QueuePage) -> None:
    press(desk, "u")
    desk.settle()
    assert settled(desk) == ["Trust"]
    assert not queue.pane.unanimous.isEnabled()


def test_both_readings_their_cards_and_the_pair_before_are_shown(
    desk: Desk, queue: QueuePage
) -> None:
    told = words(queue)
    for part in ("HL reads Cost; AB reads Waste", "This pair before · 9", "turn 2", "Money"):
        assert part in told
    press(desk, "1", Qt.Key.Key_Up, Qt.Key.Key_Return)
    desk.settle()
    assert "both" in words(queue)
    press(desk, "j", "j", "j")
    assert "all coders, same turn" in words(queue)


def test_codes_stand_under_their_names_in_each_others_wording(desk: Desk, queue: QueuePage) -> None:
    lead = coder(desk.study)
    desk.study.run(AddCode("Lost hours"), lead)
    slug = next(
        one.slug for one in desk.study.ask(Reader.codebook).codes if one.name == "Lost hours"
    )
    assert "-" in slug
    cost = code(desk.study, "Cost")
    desk.study.run(
        DescribeCode(cost, definition=f"Not {slug}.", do_not_use=f"Time ({slug})."), lead
    )
    desk.settle()
    told = words(queue)
    assert "Not Lost hours." in told
    assert "Time (Lost hours)." in told
    assert slug not in told


def test_names_can_be_hidden(desk: Desk, queue: QueuePage) -> None:
    press(desk, "h")
    told = words(queue)
    assert "A reads Cost; B reads Waste" in told
    assert "HL" not in told
    assert (queue.foot.first.text(), queue.foot.second.text()) == ("A’s", "B’s")


def test_a_definition_is_amended_from_here(desk: Desk, queue: QueuePage) -> None:
    press(desk, "1", Qt.Key.Key_Down)
    desk.room.desks["agreement"].settling.amend(code(desk.study, "Cost"))
    dialog = desk.dialog(CodeDialog)
    dialog.texts["definition"].setPlainText("Money that is spent.")
    dialog.accept()
    desk.settle()
    assert [one.number for one in desk.study.ask(Reader.versions)] == [1, 2]
    assert "worded anew since" in words(queue)
    assert (queue.foot.neither.isChecked(), queue.foot.causes[0].isChecked()) == (True, True)


def test_what_old_words_are_behind_is_kept_or_recoded(desk: Desk, queue: QueuePage) -> None:
    lead, cost = coder(desk.study), code(desk.study, "Cost")
    where = transcript(desk.study, "FG3")
    desk.study.run(CodePassage(where, Span(FIRST, FIRST + 3), cost), lead)
    desk.room.desks["agreement"].settling._run(DescribeCode(cost, "Money that is spent."))
    desk.settle()
    desk.room.desks["agreement"].desk.show_page("recode")
    desk.settle()
    page = desk.room.desks["agreement"].recode
    assert len(page.model.rows) == 11
    assert (page.current.fixed, page.other.isEnabled()) == (True, False)
    assert "Money that is spent." in page.now.text()
    press(desk, Qt.Key.Key_Return)
    desk.settle()
    assert len(page.model.rows) == 10
    page.list.setCurrentIndex(page.model.index(9))
    assert page.other.isEnabled()
    press(desk, "/")
    desk.settle()
    dialog = desk.dialog(ChooseCode)
    QTest.keyClicks(dialog.letters, "Waste")
    dialog.accept()
    desk.settle()
    [recoded] = desk.study.ask(Reader.codings, layer=OPEN)
    assert (recoded.code, len(page.model.rows)) == (code(desk.study, "Waste"), 9)


def test_it_opens_in_the_transcript(desk: Desk, queue: QueuePage) -> None:
    press(desk, "o")
    desk.settle()
    assert desk.room.desk == "code"


def test_the_way_back_leads_to_the_round(desk: Desk, queue: QueuePage) -> None:
    QTest.mouseClick(queue.pane.back, Qt.MouseButton.LeftButton)
    assert not queue.isVisible()
    assert desk.room.desks["agreement"].board.isVisible()


def test_a_change_elsewhere_keeps_the_place(desk: Desk, queue: QueuePage) -> None:
    press(desk, "j", "j", "j")
    before = queue.item
    lead, where = coder(desk.study), transcript(desk.study, "FG3")
    desk.study.run(CodePassage(where, Span(FIRST, FIRST + 3), code(desk.study, "Cost")), lead)
    desk.settle()
    assert queue.item.about == before.about


def test_letters_can_be_switched_off(desk: Desk, queue: QueuePage) -> None:
    desk.room.desks["agreement"].set_preferences(Settings(letters=False))
    press(desk, "j", "1", Qt.Key.Key_Up)
    assert queue.pane.list.currentIndex().row() == 0
    assert (queue.foot.causes[0].isChecked(), queue.foot.all.isChecked()) == (False, True)
    desk.room.desks["agreement"].set_preferences(Settings(letters=True))
    press(desk, "1")
    assert queue.foot.causes[0].isChecked()


def test_a_third_coder_has_a_column_and_the_right_arrow(desk: Desk, queue: QueuePage) -> None:
    shown, item = queue.queue, queue.item
    third = Side(Coder(CoderId("3"), "Cat Dee", CoderRole.CODER, item.sides[0].codings[0].made), ())
    wider = replace(item, sides=(*item.sides, third))
    everybody = replace(shown, coders=(*shown.coders, third.coder), items=(wider,))
    queue._take(queue._number, everybody)
    assert "CD codes nothing" in words(queue)
    assert len(queue.context.findChildren(PassageView)) == 3
    chosen = []
    for _press in range(3):
        press(desk, Qt.Key.Key_Right)
        chosen.append(queue.foot.second.text())
    assert chosen == ["AB’s", "CD’s", "CD’s"]
    assert queue.foot.all.text() == "All"


def test_who_has_no_part_in_the_round_looks_and_is_told_whom_to_ask(
    desk: Desk, queue: QueuePage
) -> None:
    rounds = desk.room.desks["agreement"].desk
    strangers = replace(rounds.board.round, coders=(coder(desk.study, "AB"),))
    queue.show_round(replace(rounds.desk, leads=False), replace(rounds.board, round=strangers))
    desk.settle()
    assert queue.foot.note.text().endswith("or whoever leads the study; ask HL.")
    press(desk, "1", Qt.Key.Key_Up, Qt.Key.Key_Return, "u", "l")
    desk.settle()
    assert desk.study.ask(Reader.decisions) == []
    press(desk, "j")
    assert queue.pane.list.currentIndex().row() == 1
    queue.show_round(rounds.desk, rounds.board)
    desk.settle()
    assert queue.foot.note.text().startswith("The independent codings stay")


def test_it_begins_with_what_is_open_and_goes_on_to_the_next_that_is(
    desk: Desk, queue: QueuePage
) -> None:
    for _once in range(2):
        press(desk, "1", Qt.Key.Key_Up, Qt.Key.Key_Return)
        desk.settle()
    press(desk, "k", "k")
    assert queue.pane.list.currentIndex().row() == 0
    press(desk, "n")
    assert queue.pane.list.currentIndex().row() == 2
    queue.pane.model.put(())
    queue.pane.show_queue(queue.queue, writable=True)
    assert queue.pane.list.currentIndex().row() == 2


def test_the_pages_below_it_are_reached_by_arrow_keys(desk: Desk, queue: QueuePage) -> None:
    rounds = desk.room.desks["agreement"].desk
    queue.left.emit()
    desk.settle()
    rounds.page_list.setFocus()
    pages = [entry.id for entry in rounds.listed.rows]
    while rounds.listed.rows[rounds.page_list.currentIndex().row()].id != "queue":
        press(desk, Qt.Key.Key_Down)
    desk.settle()
    assert queue.isVisible()
    assert rounds.page_list.hasFocus()
    press(desk, Qt.Key.Key_Down)
    assert rounds.page_list.currentIndex().row() == pages.index("queue") + 1
    press(desk, Qt.Key.Key_Up, Qt.Key.Key_Return)
    desk.settle()
    assert queue.pane.list.hasFocus()
    assert not rounds.page_list.isVisible()


def test_a_long_one_is_read_by_keys(desk: Desk, queue: QueuePage) -> None:
    desk.window.resize(1024, 640)
    desk.settle()
    bar = queue.context.verticalScrollBar()
    assert bar.maximum() > 0
    press(desk, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert queue.pane.list.currentIndex().row() == 0
    press(desk, Qt.Key.Key_PageUp)
    assert bar.value() == 0


@pytest.mark.parametrize("width", [1200, 640, 436])
def test_nothing_of_it_is_cut_where_the_room_is_narrow(queue: QueuePage, width: int) -> None:
    queue.resize(width, 420)
    queue.layout().activate()
    queue.context.widget().layout().activate()
    assert queue.context.horizontalScrollBar().maximum() == 0
    assert queue.foot.minimumSizeHint().width() <= width - queue.pane.width()
    assert queue.context.height() >= 0.35 * queue.height()
    assert queue.pane.width() <= 0.35 * queue.width()


def test_the_same_codes_on_other_words_are_a_question_of_ends(queue: QueuePage) -> None:
    item = queue.item
    first, second = item.sides
    names, book = names_of(queue.queue, hidden=False), queue.queue.codebook
    cost, waste = (one.codings[0] for one in (first, second))
    told = f"{book[cost.code].name}, {book[waste.code].name}: where do they end?"
    both = tuple(replace(side, codings=(cost, waste)) for side in item.sides)
    ends = replace(item, kind=Kind.BOUNDARY, sides=both)
    assert headline(queue.queue, ends, names) == told
    assert headline(queue.queue, item, names) == "HL reads Cost; AB reads Waste"


def test_every_key_stands_on_the_map(queue: QueuePage) -> None:
    mapped = {key for _words, key in IN_QUEUE}
    keys = {
        action.shortcut().toString()
        for action in (*queue.pane.actions_of_page, *queue.foot.actions_of_page)
    }
    assert keys - mapped == {"2", "3", "4", "5"}
