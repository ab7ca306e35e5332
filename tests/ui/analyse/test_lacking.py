"""A page with nothing to show says why in a sentence, and its button goes where that is mended."""

from pathlib import Path

import pytest
from builders import a_study, an_import, coder
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.analyse.desk_of_tables import analyse
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.survey import AddSurvey
from qualcoder_nhs.domain.survey import Use
from qualcoder_nhs.importers.tables.survey_table import read_survey
from qualcoder_nhs.queries.holdings import Holdings, holdings
from qualcoder_nhs.ui.analyse.consensus_page import ConsensusPage
from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.lacking import lacking
from qualcoder_nhs.ui.desks.analyse_pages import PAGES
from qualcoder_nhs.ui.widgets.way_on import WayOn

ALL = Holdings(
    texts=True,
    talk=True,
    codes=True,
    coded=True,
    links=True,
    described=True,
    questions=True,
    propositions=True,
)


@pytest.fixture
def uncoded(tmp_path: Path) -> Path:
    """One transcript and one code, and nothing coded, linked or described."""
    path = tmp_path / "uncoded.qnhs"
    study = a_study(path)
    study.run(an_import(), coder(study))
    study.run(AddCode("Trust"), coder(study))
    study.close()
    return path


def way_on(desk: Desk, path: Path, page: str) -> WayOn:
    room = analyse(desk, path)
    desk.menu(f"analyse:{page}")
    found = room.room_of(page).page
    shown = found.nothing if isinstance(found, CountedPage) else found.way_on
    desk.until(lambda: bool(shown.told.text()))
    desk.settle()
    assert isinstance(shown, WayOn)
    return shown


def click(shown: WayOn) -> None:
    QTest.mouseClick(shown.go, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("page", ["matrix", "frequencies", "saturation", "excerpts", "coders"])
def test_where_nothing_is_coded_one_goes_to_the_code_desk(
    desk: Desk, uncoded: Path, page: str
) -> None:
    shown = way_on(desk, uncoded, page)
    assert shown.told.text().startswith("Nothing is coded in this layer yet.")
    assert shown.go.text() == "Go to Code"
    click(shown)
    assert desk.room.desk == "code"


@pytest.mark.parametrize("page", ["links", "link-list"])
def test_where_nothing_is_linked_one_goes_to_the_code_desk(
    desk: Desk, uncoded: Path, page: str
) -> None:
    shown = way_on(desk, uncoded, page)
    assert shown.told.text().startswith("No links yet.")
    click(shown)
    assert desk.room.desk == "code"


def test_where_nobody_is_described_one_fills_in_participants(desk: Desk, uncoded: Path) -> None:
    shown = way_on(desk, uncoded, "side-by-side")
    assert shown.go.text() == "Fill in participants"
    click(shown)
    assert desk.room.desk == "study"
    assert desk.room.desks["study"].page.list.isVisible()


def test_where_there_is_no_proposition_one_is_written(desk: Desk, uncoded: Path) -> None:
    shown = way_on(desk, uncoded, "consensus")
    assert shown.go.text() == "Add proposition…"
    click(shown)
    page = shown.parentWidget()
    while not isinstance(page, ConsensusPage):
        assert page is not None
        page = page.parentWidget()
    assert page.form is not None
    assert page.form.isVisible()
    page.form.reject()


def test_a_survey_alone_has_no_talk_to_count(desk: Desk, tmp_path: Path) -> None:
    path, table = tmp_path / "survey.qnhs", tmp_path / "answers.csv"
    table.write_text("id,What is trust?\n1,Knowing.\n")
    study = a_study(path)
    uses = {"id": Use.NAME, "What is trust?": Use.OPEN}
    study.run(AddSurvey(read_survey(table), uses), coder(study))
    study.close()
    shown = way_on(desk, path, "voices")
    assert "survey" in shown.told.text()
    assert shown.go.text() == "Import transcripts…"


def test_an_empty_page_lets_nothing_out(desk: Desk, uncoded: Path) -> None:
    shown = way_on(desk, uncoded, "saturation")
    page = shown.parentWidget()
    while not isinstance(page, CountedPage):
        assert page is not None
        page = page.parentWidget()
    assert not any(one.isEnabled() for one in (page.export_action, page.chart_action))


def test_a_word_is_asked_for_before_anybody_has_typed_one(desk: Desk, uncoded: Path) -> None:
    shown = way_on(desk, uncoded, "kwic")
    assert shown.told.text().startswith("Type a word")
    assert shown.go.isHidden()


def test_nothing_is_written_into_a_study_that_is_read_only(tmp_path: Path) -> None:
    study = a_study(tmp_path / "new.qnhs")
    has = study.ask(holdings)
    study.close()
    step = lacking("matrix", {}, has)
    assert step is not None
    assert (step.command, step.writes) == ("import", True)


@pytest.mark.parametrize("page", [one.id for one in PAGES])
def test_where_nothing_is_missing_no_step_is_offered(page: str) -> None:
    assert lacking(page, {"columns": "question"}, ALL) is None


def test_a_table_by_question_needs_a_guide() -> None:
    without = Holdings(**{**vars(ALL), "questions": False})
    step = lacking("matrix", {"columns": "question"}, without)
    assert step is not None
    assert step.command == "guide"
    assert lacking("matrix", {"columns": "role"}, without) is None
