"""Rounds in the window: begun on one page, coded, finished, opened and ended, by hand."""

from pathlib import Path

import pytest
from builders import code, coder, transcript
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from ui.test_names import nameless, own
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import DescribeCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.rounds import Measure, Round, Sample, Unit
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.desks.finish_dialog import FinishDialog
from qualcoder_nhs.ui.desks.rounds_room import RoundsRoom
from qualcoder_nhs.ui.frame.workroom import Workroom


def rounds_of(desk: Desk) -> list[Round]:
    return desk.study.ask(Reader.rounds)


def become(desk: Desk, name: str) -> None:
    desk.room.study.coder_chosen.emit(coder(desk.study, name))
    desk.until(lambda: desk.room.coder.name == name)
    desk.settle()


def go_to_agreement(desk: Desk) -> RoundsRoom:
    desk.menu("desk:agreement")
    desk.settle()
    return desk.room.desks["agreement"]


def answer(desk: Desk, words: str) -> None:
    box = desk.dialog(QMessageBox)
    [wanted] = [one for one in box.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    desk.settle()


def click(desk: Desk, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


@pytest.fixture
def pilot(desk: Desk, room: Workroom) -> Round:
    """A blind round of FG1 by HL and AB, on the desk of HL."""
    study = desk.study
    both = (coder(study), coder(study, "AB"))
    made = study.run(NewRound("Pilot", both, (transcript(study),)), coder(study))
    desk.settle()
    room.layers.choose(made)
    desk.settle()
    return study.ask(Reader.round, made)


def test_without_rounds_there_is_one_step_to_take(desk: Desk, room: Workroom) -> None:
    rounds = go_to_agreement(desk)
    assert desk.window.focusWidget() is rounds.desk.empty.button
    click(desk, rounds.desk.empty.button)
    assert rounds.form.isVisible()
    assert desk.window.focusWidget() is rounds.form.name
    assert rounds.form.name.text() == "Pilot"


def test_a_round_is_declared_on_one_page_and_is_one_step(desk: Desk, room: Workroom) -> None:
    rounds = go_to_agreement(desk)
    click(desk, rounds.desk.empty.button)
    form = rounds.form
    QTest.keyClicks(form.name, "Round A")
    form.newcomer.setFocus()
    QTest.keyClicks(form.newcomer, "CD")
    QTest.keyClick(form.newcomer, Qt.Key.Key_Return)
    form.extent.choose(True)
    form.share.selectAll()
    QTest.keyClicks(form.share, "50")
    form.unit.choose(Unit.TURN)
    form.measure.setCurrentIndex(list(Measure).index(Measure.CU_ALPHA))
    assert "4 of 8 turns are drawn:" not in form.turns.text()
    assert form.turns.text().startswith("4 of 6 turns are drawn:")
    click(desk, form.begin)
    [made] = rounds_of(desk)
    names = {one.id: one.name for one in desk.study.ask(Reader.coders)}
    assert (made.name, [names[one] for one in made.coders]) == ("Round A", ["HL", "AB", "CD"])
    assert (made.sample, made.unit, made.blind) == (Sample(0.5, 1), Unit.TURN, True)
    assert made.criterion is not None
    assert made.criterion.measure is Measure.CU_ALPHA
    assert rounds.board.isVisible()
    desk.menu("undo")
    desk.settle()
    assert rounds_of(desk) == []
    assert "CD" not in {one.name for one in desk.study.ask(Reader.coders)}


def test_what_is_wrong_is_said_beside_its_field(desk: Desk, room: Workroom) -> None:
    rounds = go_to_agreement(desk)
    click(desk, rounds.desk.empty.button)
    form = rounds.form
    form.name.clear()
    for box in (*form.coders.boxes.values(), *form.transcripts.boxes.values()):
        box.click()
    form.extent.choose(True)
    form.share.setText("200")
    form.least.setText("much")
    click(desk, form.begin)
    wrong = {name: field.wrong.text() for name, field in form.fields.items() if field.wrong.text()}
    assert set(wrong) == {"name", "coders", "transcripts", "sample", "criterion"}
    assert rounds_of(desk) == []
    assert desk.window.focusWidget() is form.name
    QTest.keyClicks(form.name, "open")
    assert "already" in form.fields["name"].wrong.text()
    QTest.keyClicks(form.name, "ed")
    assert form.fields["name"].wrong.isHidden()


def test_a_team_may_set_no_criterion(desk: Desk, room: Workroom) -> None:
    rounds = go_to_agreement(desk)
    click(desk, rounds.desk.empty.button)
    rounds.form.measure.setCurrentIndex(rounds.form.measure.count() - 1)
    assert not rounds.form.least.isEnabled()
    click(desk, rounds.form.begin)
    assert rounds_of(desk)[0].criterion is None
    assert "None was set." in rounds.board.declared[1].text()


def test_who_does_not_lead_is_told_whom_to_ask(desk: Desk, room: Workroom) -> None:
    become(desk, "AB")
    rounds = go_to_agreement(desk)
    assert rounds.desk.empty.button.isHidden()
    desk.menu("round:new")
    desk.settle()
    assert not rounds.form.isVisible()
    assert desk.window.status.message == "Only the lead begins a round: that is HL."
    assert rounds.desk.empty.sentences[-1].text() == desk.window.status.message


def test_finish_looks_first_and_can_be_taken_back(desk: Desk, room: Workroom, pilot: Round) -> None:
    desk.menu("round:finish")
    dialog = desk.dialog(FinishDialog)
    assert isinstance(dialog, FinishDialog)
    assert dialog.list.count() == 3
    click(desk, dialog.finish)
    [said] = desk.study.ask(Reader.finishes, pilot.layer)
    assert said.coder == coder(desk.study)
    room.code.wires.code(Span(18, 40), code(desk.study, "Warm"))
    desk.settle()
    assert "reopen it" in desk.window.status.message
    desk.menu("round:reopen")
    desk.settle()
    room.code.wires.code(Span(18, 40), code(desk.study, "Warm"))
    desk.settle()
    [coding] = desk.study.ask_as(coder(desk.study), Reader.codings, layer=pilot.layer)
    assert coding.span == Span(18, 40)


def test_the_finish_dialog_leads_to_what_is_left(desk: Desk, room: Workroom, pilot: Round) -> None:
    desk.menu("round:finish")
    dialog = desk.dialog(FinishDialog)
    assert isinstance(dialog, FinishDialog)
    dialog.list.setCurrentRow(1)
    click(desk, dialog.show_place)
    assert desk.study.ask(Reader.finishes, pilot.layer) == []
    third = room.code.desk.state.page.transcript.turns[2]
    assert room.code.desk.view.caret() == third.words.start


def test_from_the_board_through_a_round_to_its_end(
    desk: Desk, room: Workroom, pilot: Round
) -> None:
    study, board = desk.study, go_to_agreement(desk).board
    assert board.next.text() == "Code FG1"
    click(desk, board.next)
    assert (room.desk, desk.session.live and desk.session.live.layer) == ("code", pilot.layer)
    study.run(
        CodePassage(transcript(study), Span(0, 144), code(study, "Warm"), pilot.layer), coder(study)
    )
    go_to_agreement(desk)
    assert board.next.text() == "Finish FG1"
    click(desk, board.next)
    dialog = desk.dialog(FinishDialog)
    assert isinstance(dialog, FinishDialog)
    click(desk, dialog.finish)
    assert board.next.isHidden()
    assert board.waiting.text() == "Not finished yet: AB: FG1."
    study.run(FinishTranscript(transcript(study), pilot.layer), coder(study, "AB"))
    desk.settle()
    assert board.next.text() == "Open the round"
    click(desk, board.next)
    answer(desk, "Open the round")
    assert rounds_of(desk)[0].opened is not None
    assert board.next.isHidden()
    assert "everybody sees them" in board.waiting.text()
    room.code.wires.code(Span(18, 40), code(study, "Cold"))
    desk.settle()
    assert "Begin a new round, or code in the open layer." in desk.window.status.message


def test_the_foot_says_which_layer_and_changes_it_by_key(
    desk: Desk, room: Workroom, pilot: Round
) -> None:
    status = desk.window.status
    assert status.layer.text() == "Pilot, blind: you see your own codings only"
    menu = room.layers.menu(desk.window)
    assert menu.actions()[0].text() == "Open layer"
    menu.actions()[0].trigger()
    menu.deleteLater()
    desk.settle()
    assert status.layer.text() == "Open layer"
    assert len(room.code.desk.state.page.codings) == 3
    assert desk.session.live is not None
    assert desk.session.live.layer == OPEN


def test_n_goes_to_the_turns_that_were_drawn_and_others_are_dimmed(
    desk: Desk, room: Workroom
) -> None:
    study = desk.study
    drawn = study.run(
        NewRound("Drawn", (coder(study),), (transcript(study),), sample=Sample(0.4, 3)),
        coder(study),
    )
    desk.settle()
    room.layers.choose(drawn)
    desk.settle()
    page = room.code.desk.state.page
    assert page.to_code is not None
    [only] = page.to_code
    view = room.code.desk.view
    view.put_caret(0)
    QTest.keyClick(view, Qt.Key.Key_N)
    here = page.transcript.turn_at(view.caret())
    assert here is not None
    assert here.index == only
    left_out = [turn for turn in page.transcript.turns if page.leaves_out(turn)]
    assert len(left_out) == 4
    view.put_caret(left_out[0].words.start)
    assert "(not drawn)" in room.code.desk.header._counts.text()
    room.code.open_transcript(transcript(study, "FG2"))
    desk.settle()
    assert "(not in the round)" in room.code.desk.header._counts.text()
    rows = [one.summary.name for one in room.code.library.list.rows._rows if one.taking_part]
    assert rows == ["FG1"]


def test_the_one_round_that_waits_is_on_the_desk_after_opening(
    desk: Desk, study_file: Path
) -> None:
    room = desk.open(study_file)
    study = desk.study
    made = study.run(NewRound("Pilot", (coder(study),)), coder(study))
    desk.menu("close_study")
    desk.window.preferences.change(left_at=())
    room = desk.open(study_file)
    desk.settle()
    assert room.live.layer == made
    assert room.code.desk.state.page.codings == ()


def test_the_board_tells_what_became_of_the_codebook(
    desk: Desk, room: Workroom, pilot: Round
) -> None:
    study, lead = desk.study, coder(desk.study)
    warm = code(study, "Warm")
    study.run(CodePassage(transcript(study), Span(18, 40), warm, pilot.layer), lead)
    board = go_to_agreement(desk).board
    assert board.codebook.text().endswith("The codebook is still the same.")
    study.run(DescribeCode(warm, definition="Trust that is felt"), lead)
    desk.settle()
    assert "1 coding was made under an older wording." in board.codebook.text()
    assert board.changes.text() == (
        "•  “Warm” has another definition: “” became “Trust that is felt”."
    )


def test_what_is_behind_more_is_about_the_line_the_keys_stand_in(
    desk: Desk, room: Workroom, pilot: Round
) -> None:
    board = go_to_agreement(desk).board
    board._offer_more()
    told = [one.text() for one in board.more.choices.actions()]
    assert told[:2] == ["Code FG1", "Finish FG1…"]
    assert told[2:] == [
        "Make packs…",
        "Open the round…",
        "End the round…",
        "Rename the round…",
    ]
    QTest.keyClick(board.table, Qt.Key.Key_Return)
    desk.settle()
    assert room.desk == "code"


def test_every_control_of_the_desk_can_be_spoken(desk: Desk, room: Workroom, pilot: Round) -> None:
    rounds = go_to_agreement(desk)
    assert own(nameless(rounds.desk)) == []
    desk.menu("round:new")
    desk.settle()
    assert own(nameless(rounds.form)) == []
    index = rounds.board.table.board.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == ("AB, FG1: Not started, 0 of 3 turns")
    assert rounds.desk.rounds.spoken(rounds.desk.rounds.rows[0]).startswith("Pilot, running, blind")


def test_esc_leaves_the_form_and_nothing_has_begun(
    desk: Desk, room: Workroom, pilot: Round
) -> None:
    rounds = go_to_agreement(desk)
    click(desk, rounds.desk.start)
    assert rounds.form.name.text() == "Round 2"
    QTest.keyClick(rounds.form.name, Qt.Key.Key_Escape)
    desk.settle()
    assert rounds.board.isVisible()
    assert len(rounds_of(desk)) == 1
    assert desk.window.focusWidget() is rounds.desk.round_list


def test_tab_goes_down_the_form(desk: Desk, room: Workroom) -> None:
    rounds = go_to_agreement(desk)
    click(desk, rounds.desk.empty.button)
    form = rounds.form
    walked = [form.name, *form.coders.boxes.values(), form.newcomer, form.add]
    walked += [*form.transcripts.boxes.values(), *form.questions.boxes.values()]
    for part in walked:
        assert desk.window.focusWidget() is part
        desk.key(Qt.Key.Key_Tab)
    assert desk.window.focusWidget() is form.extent.group.buttons()[0]
