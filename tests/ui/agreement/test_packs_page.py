"""Packs in the window: made by the lead, opened and returned by a coder, read and merged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import all_rows, code, coder, transcript
from packs import a_study_alone
from ui.agreement.test_rounds_desk import become, click, go_to_agreement
from ui.test_names import nameless, own
from ui.whole_window import Desk

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.people import RenameCoder
from qualcoder_nhs.actions.rounds import EndRound, NewRound
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.desks import packs_room
from qualcoder_nhs.ui.desks.packs_room import PacksRoom
from qualcoder_nhs.ui.frame.workroom import Workroom


@pytest.fixture
def room(desk: Desk, study_file: Path) -> Workroom:
    return desk.open(study_file)


@pytest.fixture
def pilot(desk: Desk, room: Workroom) -> RoundId:
    study = desk.study
    both = (coder(study), coder(study, "AB"))
    made = study.run(NewRound("Pilot", both, (transcript(study),)), coder(study))
    desk.settle()
    return made


def packs(desk: Desk) -> PacksRoom:
    rounds = go_to_agreement(desk)
    rounds.desk.show_page("packs")
    desk.settle()
    assert rounds.packs.page.isVisible()
    return rounds.packs


def read(room: PacksRoom) -> str:
    """The headings, and what each label of rows tells those who cannot see it."""
    return "\n".join(one.accessibleName() or one.text() for one in room.page.plan.told)


@pytest.fixture
def pack(desk: Desk, pilot: RoundId, tmp_path: Path) -> Path:
    folder = tmp_path / "for coders"
    folder.mkdir()
    room = packs(desk)
    assert room.page.make.isVisible()
    room.make(folder)
    path = folder / "Pilot AB.qnhs"
    desk.until(path.exists)
    desk.until(lambda: "1 pack was made" in desk.window.status.message)
    return path


def coded(path: Path) -> None:
    with Study.open(path) as study:
        [within] = study.ask(lambda read: [one.layer for one in read.rounds()])
        made = CodePassage(transcript(study), Span(18, 40), code(study, "Warm"), within)
        study.run(made, coder(study, "AB"))


def test_a_plan_is_read_before_it_is_merged_and_undo_names_it(desk: Desk, pack: Path) -> None:
    coded(pack)
    room, before = packs(desk), all_rows(desk.study)
    room.plan(pack)
    desk.until(room.page.plan.isVisible)
    assert "1 coding" in read(room)
    assert "Refused: stays out\nNothing." in read(room)
    assert desk.window.focusWidget() is room.page.plan.agree
    assert all_rows(desk.study) == before
    click(desk, room.page.plan.agree)
    desk.until(lambda: "1 coding came in" in desk.window.status.message)
    assert room.page.plan.isHidden()
    assert desk.window.menus.action("undo").text() == "Undo “Merge Pilot AB.qnhs”"
    desk.menu("undo")
    desk.settle()
    assert all_rows(desk.study) == before


def test_what_does_not_fit_is_listed_with_its_reason(desk: Desk, pack: Path) -> None:
    coded(pack)
    room = packs(desk)
    room.plan(desk.study.path)
    desk.until(lambda: "is this study itself" in desk.window.status.message)
    assert room.page.plan.isHidden()
    room.plan(pack)
    desk.until(room.page.plan.isVisible)
    click(desk, room.page.plan.leave)
    assert room.page.plan.isHidden()
    assert room.page.plan.told == []


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """Another study, in which another AB coded FG7."""
    with a_study_alone(tmp_path / "alone.qnhs") as study:
        study.run(RenameCoder(coder(study, "YY"), "AB"), coder(study, "ZZ"))
        made = CodePassage(transcript(study, "FG7"), Span(4, 9), code(study, "Warm"))
        study.run(made, coder(study, "AB"))
    return tmp_path / "alone.qnhs"


def test_who_is_one_person_is_ticked_and_the_plan_follows(
    desk: Desk, pilot: RoundId, alone: Path
) -> None:
    room = packs(desk)
    room.plan(alone)
    desk.until(room.page.plan.isVisible)
    [box] = room.page.plan.ticks.values()
    assert "comes in as “AB (2)”" in box.text()
    assert "coder AB (2)" in read(room)
    assert "transcript “FG7”: a transcript this study does not have" in read(room)
    box.setFocus()
    box.click()
    desk.until(lambda: "taken for “AB” here" in box.text())
    assert "coder AB (2)" not in read(room)
    assert desk.window.focusWidget() is box
    click(desk, room.page.plan.agree)
    desk.until(lambda: "1 coding came in" in desk.window.status.message)
    assert "AB (2)" not in {one.name for one in desk.study.ask(Reader.coders)}
    room.plan(alone)
    desk.until(room.page.plan.isVisible)
    [box] = room.page.plan.ticks.values()
    assert (box.isChecked(), box.isEnabled()) == (True, False)
    assert "as in an earlier merge" in box.text()
    assert own(nameless(room.page)) == []


def test_a_tick_is_taken_away_again(desk: Desk, pilot: RoundId, alone: Path) -> None:
    room = packs(desk)
    room.plan(alone)
    desk.until(room.page.plan.isVisible)
    [box] = room.page.plan.ticks.values()
    box.click()
    box.click()
    desk.until(lambda: "comes in as “AB (2)”" in box.text())
    desk.settle()
    assert room.page.plan.joins == frozenset()
    click(desk, room.page.plan.leave)
    assert room.page.plan.ticks == {}


def test_a_coder_opens_a_pack_sees_what_is_left_and_returns_it(desk: Desk, pack: Path) -> None:
    coded(pack)
    desk.session.open(pack)
    desk.until(lambda: desk.study.path.name == pack.name)
    desk.opened()
    assert desk.room.coder.name == "AB"
    room = packs(desk)
    assert room.page.give_back.isVisible()
    assert not room.page.merge.isVisible()
    assert "FG1: not said to be finished, 2 of 3 turns without a coding" in room.page.about.text()
    back = pack.with_name("back.qnhs")
    room.give_back(back)
    desk.until(lambda: "ready to be returned" in desk.window.status.message)
    assert back.exists()


def test_the_board_is_still_what_one_sees_first(desk: Desk, pilot: RoundId) -> None:
    rounds = go_to_agreement(desk)
    assert rounds.board.isVisible()
    assert not rounds.packs.page.isVisible()


def test_only_the_lead_is_offered_packs(desk: Desk, pilot: RoundId) -> None:
    room = packs(desk)
    become(desk, "AB")
    assert not room.page.make.isVisible()
    assert not room.page.merge.isVisible()
    assert "Only the lead" in room.page.about.text()


def test_packs_are_made_from_the_board_and_by_name(
    desk: Desk, pilot: RoundId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_window: object, title: str, _folder: Path, then: Callable[[Path], None]) -> None:
        asked.append(title)
        folder = tmp_path / str(len(asked))
        folder.mkdir()
        then(folder)

    monkeypatch.setattr(packs_room, "ask_for_folder", answer)
    rounds = go_to_agreement(desk)
    rounds.board._offer_more()
    [more] = [one for one in rounds.board.more.choices.actions() if one.text() == "Make packs…"]
    more.trigger()
    desk.until((tmp_path / "1" / "Pilot AB.qnhs").exists)
    desk.until(lambda: "1 pack was made" in desk.window.status.message)
    desk.menu("round:packs")
    desk.until((tmp_path / "2" / "Pilot AB.qnhs").exists)
    desk.until(lambda: "1 pack was made" in desk.window.status.message)
    desk.settle()
    desk.study.run(EndRound(pilot), coder(desk.study))
    desk.until(lambda: desk.room.desks["agreement"].desk.board.round.frozen)
    desk.menu("round:packs")
    desk.until(lambda: "“Pilot” has ended" in desk.window.status.message)
    rounds.board._offer_more()
    assert "Make packs…" not in {one.text() for one in rounds.board.more.choices.actions()}
    become(desk, "AB")
    for command in ("round:packs", "merge"):
        desk.menu(command)
        desk.settle()
        assert "Only the lead makes packs" in desk.window.status.message
    assert len(asked) == 2


def test_a_study_without_rounds_is_merged_from_the_menu(
    desk: Desk, room: Workroom, alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(_window: object, _title: str, _folder: Path, _kinds: str, then: Any) -> None:
        then(alone)

    monkeypatch.setattr(packs_room, "ask_to_open", answer)
    desk.menu("round:packs")
    desk.settle()
    assert desk.window.status.message == "Packs are made of a round; start one first."
    desk.menu("merge")
    rounds = room.desks["agreement"]
    desk.until(rounds.packs.page.plan.isVisible)
    assert rounds.packs.page.make.isHidden()
    assert desk.window.focusWidget() is rounds.packs.page.plan.agree
    click(desk, rounds.packs.page.plan.leave)
    desk.settle()
    assert rounds.desk.empty.isVisible()
    desk.menu("merge")
    desk.until(rounds.packs.page.plan.isVisible)
    click(desk, rounds.packs.page.plan.agree)
    desk.until(lambda: "1 coding came in" in desk.window.status.message)
    desk.settle()
    assert rounds.desk.empty.isVisible()
    assert "FG7" in desk.study.ask(Reader.transcript_names).values()


def test_everything_on_the_page_has_a_name(desk: Desk, pack: Path) -> None:
    room = packs(desk)
    room.plan(pack)
    desk.until(room.page.plan.isVisible)
    assert own(nameless(room.page)) == []
