"""Blind in the window: whoever codes in a blind round sees nothing of the others, on any desk."""

from pathlib import Path

import pytest
from builders import code, coder, transcript
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from ui.agreement.test_rounds_desk import become, go_to_agreement
from ui.whole_window import Desk

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.rounds import NewRound, OpenRound
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.rounds import CodingState
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.frame.workroom import Workroom

WHERE = Span(18, 40)
NOTED = "Only HL may read this"


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


@pytest.fixture
def pilot(desk: Desk, room: Workroom) -> RoundId:
    """HL has coded and noted in a blind round of FG1; now AB codes in it."""
    study, lead = desk.study, coder(desk.study)
    first = transcript(study)
    made = study.run(NewRound("Pilot", (lead, coder(study, "AB")), (first,)), lead)
    coded = study.run(CodePassage(first, WHERE, code(study, "Money"), made), lead)
    study.run(WriteMemo(NOTED, coding=coded.coding), lead)
    desk.settle()
    room.layers.choose(made)
    desk.settle()
    return made


def picture(room: Workroom) -> QImage:
    """The words and the lanes, without the caret."""
    room.code.desk.view.put_caret(0)
    return room.code.desk.grab().toImage()


def test_the_one_who_codes_sees_their_own(desk: Desk, room: Workroom, pilot: RoundId) -> None:
    assert [one.span for one in room.code.desk.state.page.codings] == [WHERE]
    before = picture(room)
    become(desk, "AB")
    assert room.live.layer == pilot
    assert picture(room) != before


def test_nothing_of_it_is_painted_for_another(desk: Desk, room: Workroom, pilot: RoundId) -> None:
    """To the pixel: the desk of AB is as it was before HL coded anything."""
    become(desk, "AB")
    with_it = picture(room)
    become(desk, "HL")
    desk.menu("undo")
    desk.menu("undo")
    desk.settle()
    assert room.code.desk.state.page.codings == ()
    become(desk, "AB")
    assert picture(room) == with_it


def test_no_count_list_card_memo_or_history_tells_of_it(
    desk: Desk, room: Workroom, pilot: RoundId
) -> None:
    for name in ("analyse", "memos"):
        room.show_desk(name)  # as HL sees them: what is shown now must go
        desk.settle()
    room.show_history(on=True)
    desk.settle()
    assert "Code passage with Money" in [step.words for step in room.history.steps.rows]
    assert NOTED in str(room.desks["memos"].page.memos.rows)
    become(desk, "AB")
    room.show_desk("analyse")
    desk.settle()
    assert room.desks["analyse"].room_of("excerpts").page.book is not None
    assert room.desks["analyse"].room_of("excerpts").page.book.excerpts == ()
    assert room.desks["analyse"].room_of("excerpts").page.book.total == 3
    room.show_desk("memos")
    desk.settle()
    assert NOTED not in str(room.desks["memos"].page.memos.rows)
    assert NOTED not in str(room.history.steps.rows)
    assert "Code passage with Money" not in [step.words for step in room.history.steps.rows]
    room.show_desk("code")
    desk.settle()
    assert room.code.desk.state.page.codings == ()
    assert room.code.desk.doing.recent == ()
    assert not any(room.code.codebook.tree.rows.tree.beneath.values())
    assert "Money" not in desk.window.status._undo.text()


def test_the_board_tells_others_only_what_is_finished(
    desk: Desk, room: Workroom, pilot: RoundId
) -> None:
    lead, other = coder(desk.study), coder(desk.study, "AB")
    board = go_to_agreement(desk).board
    assert board.board is not None
    first = transcript(desk.study)
    assert board.board.cells[lead, first].state is CodingState.IN_PROGRESS
    become(desk, "AB")
    assert board.board.cells[lead, first].state is None
    assert board.board.cells[lead, first].touched is None
    assert board.board.cells[other, first].touched == 0
    assert "Not told while blind" in str(board.table.board.index(0, 0).data())


def test_after_opening_everybody_sees_everything(
    desk: Desk, room: Workroom, pilot: RoundId
) -> None:
    become(desk, "AB")
    desk.study.run(OpenRound(pilot), coder(desk.study))
    desk.settle()
    assert [one.span for one in room.code.desk.state.page.codings] == [WHERE]
    assert desk.window.status.layer.text() == "Pilot, ended"
    room.code.desk.view.select(Span(45, 60))
    QTest.keyClicks(room.code.desk.view, "mon")
    desk.settle()
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Return)
    desk.settle()
    assert "code in the open layer" in desk.window.status.message
    assert len(room.code.desk.state.page.codings) == 1


def test_a_memo_that_is_being_written_is_kept_by_who_wrote_it(
    desk: Desk, room: Workroom, pilot: RoundId
) -> None:
    room.show_desk("memos")
    desk.settle()
    room.desks["memos"].page.new.click()
    editor = room.desks["memos"].page.editor
    QTest.keyClicks(desk.window.focusWidget(), "Mine alone")
    assert editor.isVisible()
    become(desk, "AB")
    [kept] = [one for one in desk.study.ask(Reader.memos) if one.text == "Mine alone"]
    assert kept.coder == coder(desk.study)
