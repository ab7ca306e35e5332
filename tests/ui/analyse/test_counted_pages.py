"""Pages of counts: options, tables, the words behind each cell, files, and what changes."""

from pathlib import Path
from shutil import copy

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from ui.analyse.desk_of_tables import analyse, click_cell, counted, view, wait
from ui.whole_window import Desk

from qualcoder_nhs.actions.codebook import RenameCode
from qualcoder_nhs.actions.study import TakeStance
from qualcoder_nhs.analysis.tables import REPORTS, report_named
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.analyse.controls import Number, OneOf
from qualcoder_nhs.ui.desks.analyse_pages import PAGES
from qualcoder_nhs.ui.desks.analyse_room import AnalyseRoom


@pytest.fixture
def own(sample: Path, tmp_path: Path) -> Path:
    """The sample, to be changed."""
    return Path(copy(sample, tmp_path / "own.qnhs"))


def test_every_report_has_a_page() -> None:
    assert {one.id for one in REPORTS} <= {one.id for one in PAGES}


def test_a_click_on_a_cell_opens_what_was_said_and_enter_goes_there(
    desk: Desk, sample: Path
) -> None:
    page = counted(desk, sample, "matrix")
    click_cell(desk, page, "hyb-doctor", "medical director")
    assert page.tabled is not None
    entry = page.tabled.entry("hyb-doctor", "medical director")
    desk.until(lambda: len(page.pane.list.talk.rows) > 0)
    assert page.pane.title.text() == "Doctor at heart"
    assert page.pane.among.text() == "among: medical director"
    assert ">2</span> of 7 people" in page.pane.figures.text()
    found = page.pane.list.talk.rows
    assert sum(len(said.marks) for one in found for said in one.said) == len(entry.codings)
    assert page.pane.list.hasFocus()
    QTest.keyClick(page.pane.list, Qt.Key.Key_Return)
    desk.settle()
    assert desk.room.desk == "code"
    assert desk.room.code.desk.state.page.transcript.id == found[0].transcript
    desk.menu("desk:analyse")
    assert page.isVisible()  # one comes back to where one was


def test_not_asked_and_nothing_said_are_told_apart(desk: Desk, sample: Path) -> None:
    page = counted(desk, sample, "matrix")
    click_cell(desk, page, "hyb-doctor", "general manager")
    assert "0 of 4: present, did not say it." in page.pane.more.text()
    assert page.pane.list.talk.rows == []
    control = page.options.controls["columns"]
    assert isinstance(control, OneOf)
    page.options.choose("columns", "question")
    wait(desk, page)
    assert "by question" in page.title.text()


def test_the_keys_walk_from_the_list_through_the_table_to_the_words_and_back(
    desk: Desk, sample: Path
) -> None:
    page = counted(desk, sample, "frequencies")
    room = desk.room.desks["analyse"]
    room.page.list.setFocus()
    for stop in room.stops()[1:3]:
        desk.menu("next_pane")
        assert stop.hasFocus() or desk.window.focusWidget() is stop
    table = view(page)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.pane.list.hasFocus()
    QTest.keyClick(page.pane.list, Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)


def test_the_arrow_keys_of_the_list_look_at_pages_and_stay_in_it(desk: Desk, sample: Path) -> None:
    room = analyse(desk, sample)
    room.page.list.setFocus()
    QTest.keyClick(room.page.list, Qt.Key.Key_Down)
    assert room.open == "matrix"
    assert room.page.list.hasFocus()
    QTest.keyClick(room.page.list, Qt.Key.Key_Return)
    assert view(room.room_of("matrix").page).hasFocus()


def test_an_option_is_counted_anew_and_a_refusal_is_a_sentence(desk: Desk, sample: Path) -> None:
    page = counted(desk, sample, "timeline")
    parts = page.options.controls["parts"]
    assert isinstance(parts, Number)
    parts.box.setValue(4)
    desk.until(lambda: page.tabled is not None and len(page.tabled.heads) == 4)
    sides = counted_again(desk, "side-by-side")
    sides.options.choose("attribute", "nation")
    desk.until(lambda: "other" in sides.title.text().lower() or sides.tabled is None)
    assert sides.tabled is not None or sides.nothing.told.text()


def counted_again(desk: Desk, page: str):
    desk.menu(f"analyse:{page}")
    found = desk.room.desks["analyse"].room_of(page).page
    wait(desk, found)
    return found


def test_a_change_of_the_study_is_counted_when_the_page_is_seen(desk: Desk, own: Path) -> None:
    page = counted(desk, own, "matrix")
    code = desk.study.ask(Reader.codebook).find("hyb-doctor")
    desk.menu("desk:memos")
    desk.study.run(RenameCode(code.id, "Still a doctor"), desk.room.coder.id)
    desk.settle()
    assert page.counting._stale
    desk.menu("desk:analyse")
    wait(desk, page)
    assert page.tabled is not None
    assert "Still a doctor" in [row.name for row in page.tabled.rows]


def name_file(desk: Desk, path: Path) -> None:
    dialog = desk.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.until(path.exists)
    desk.until(lambda: path.name in desk.window.status.message)


def test_a_table_and_its_chart_leave_and_the_study_remembers(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    page = counted(desk, own, "matrix")
    desk.menu("export_excerpts")  # Ctrl E is of the page that is open
    name_file(desk, tmp_path / "matrix.xlsx")
    cells = [
        cell for sheet in load_workbook(tmp_path / "matrix.xlsx") for row in sheet for cell in row
    ]
    assert "Doctor at heart" in str([cell.value for cell in cells])
    page.chart_action.trigger()
    name_file(desk, tmp_path / "matrix.svg")
    assert b"<svg" in (tmp_path / "matrix.svg").read_bytes()
    desk.settle()
    assert [one.what for one in desk.study.ask(Reader.exports)][-2:] == ["table", "table"]
    page.caption_action.trigger()
    assert QGuiApplication.clipboard().text() == page.tabled.caption


def test_new_codes_are_put_away_where_the_study_is_reflexive(desk: Desk, own: Path) -> None:
    room = analyse(desk, own)
    desk.study.run(TakeStance(Stance.REFLEXIVE), desk.room.coder.id)
    desk.until(lambda: "saturation" not in [one.id for one in room.page.pages.rows])
    assert "reflexive" in room.page.away.text()
    assert "New codes" in room.page.away.text()
    QTest.mouseClick(room.page.show_away, Qt.MouseButton.LeftButton)
    assert "saturation" in [one.id for one in room.page.pages.rows]
    assert not room.page.away.isVisible()


@pytest.mark.parametrize(
    ("page", "suffix", "begins"),
    [
        ("frequencies", ".png", b"\x89PNG"),
        ("cooccurrence", ".pdf", b"%PDF"),
        ("timeline", ".svg", b"<?xml"),
        ("saturation", ".png", b"\x89PNG"),
    ],
)
def test_a_chart_leaves_by_its_button_as_the_picture_that_is_named(
    desk: Desk, own: Path, tmp_path: Path, page: str, suffix: str, begins: bytes
) -> None:
    shown = counted(desk, own, page)
    QTest.mouseClick(shown.buttons[1], Qt.MouseButton.LeftButton)
    name_file(desk, tmp_path / f"chart{suffix}")
    assert (tmp_path / f"chart{suffix}").read_bytes().startswith(begins)


@pytest.fixture(scope="module")
def looked_at(looking: Desk, sample: Path) -> AnalyseRoom:
    """The desk on the sample, and every page of it: nothing is done there but look."""
    room = analyse(looking, sample)
    for one in REPORTS:
        looking.menu(f"analyse:{one.id}")
    return room


@pytest.mark.parametrize("report", [one.id for one in REPORTS])
def test_only_what_has_a_picture_offers_one(looked_at: AnalyseRoom, report: str) -> None:
    page = looked_at.room_of(report).page
    assert page.buttons[1].isHidden() is not report_named(report).pictured
