"""The report in the window: under its round, closed while it is blind, and a way to the words."""

from pathlib import Path

import pytest
from agreement_study import FIRST, an_agreement_study, finish, put
from builders import coder
from PySide6.QtCore import Qt
from ui.test_names import nameless, own
from ui.whole_window import Desk

from qualcoder_nhs.actions.rounds import NewRound, OpenRound
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.ui.agreement.report.page import ReportPage


@pytest.fixture
def study_file(tmp_path: Path) -> Path:
    """Two coders have coded and finished FG1 and FG2 in a blind round that is not opened yet."""
    path = tmp_path / "study.qnhs"
    with an_agreement_study(path) as study:
        pair = (coder(study, "HL"), coder(study, "AB"))
        made = study.run(NewRound("Pilot", pair), pair[0])
        put(study, "HL", "FG1", "Cost", FIRST, FIRST + 10, made)
        put(study, "AB", "FG1", "Cost", FIRST, FIRST + 8, made)
        finish(study, "FG1", "FG2", layer=made)
    return path


@pytest.fixture
def page(desk: Desk, study_file: Path) -> ReportPage:
    desk.open(study_file)
    desk.menu("desk:agreement")
    desk.settle()
    rounds = desk.room.desks["agreement"]
    rounds.desk.show_page("report")
    desk.until(lambda: rounds.report.page is not None)
    return rounds.report


def open_round(desk: Desk, page: ReportPage) -> RoundId:
    made = desk.room.desks["agreement"].desk.board
    assert made is not None
    desk.study.run(OpenRound(made.round.id), coder(desk.study))
    desk.until(lambda: page.page is not None and page.page.report is not None)
    return made.round.id


def test_a_blind_round_is_not_compared_before_it_is_opened(desk: Desk, page: ReportPage) -> None:
    assert "is blind and not opened yet" in page.refused.text()
    assert page.passages.isHidden()
    open_round(desk, page)
    assert page.headline.isVisible()
    assert page.sections.codes.caption.text().endswith("Dashed: your criterion, .667")


def test_enter_on_a_passage_leads_to_the_code_desk_in_the_layer_of_the_round(
    desk: Desk, page: ReportPage
) -> None:
    made = open_round(desk, page)
    page.sections.codes.tree.setFocus()
    page.sections.codes.tree.stand_on("cost")
    desk.until(lambda: page.passages.list.rows.rowCount() == 1)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    assert desk.room.desk == "code"
    assert desk.room.live.layer == made


def test_a_passage_of_the_report_is_opened_in_the_queue(desk: Desk, page: ReportPage) -> None:
    open_round(desk, page)
    page.sections.codes.tree.setFocus()
    page.sections.codes.tree.stand_on("cost")
    desk.until(lambda: page.passages.list.rows.rowCount() == 1)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    rounds = desk.room.desks["agreement"]
    desk.until(lambda: rounds.queue.item is not None)
    assert rounds.queue.isVisible()
    assert rounds.queue.item.words == "abcdefghij"


def test_f8_turns_the_passages_while_the_report_is_seen(desk: Desk, page: ReportPage) -> None:
    open_round(desk, page)
    page.resize(1200, 800)
    wide = page.passages.isVisible()
    desk.key(Qt.Key.Key_F8)
    assert page.passages.isVisible() is not wide
    desk.key(Qt.Key.Key_F8)
    assert page.passages.isVisible() is wide
    assert desk.room.desk == "agreement"


def test_every_control_of_the_report_can_be_spoken(desk: Desk, page: ReportPage) -> None:
    open_round(desk, page)
    for section in ("codes", "transcripts", "confusion", "time", "method"):
        page.sections.show_section(section)
        desk.settle()
        assert own(nameless(page)) == []
