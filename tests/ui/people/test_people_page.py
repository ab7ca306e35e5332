"""The page of participants: typing, pasting, tables, one person in two groups, what few share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from qualcoder_nhs.actions.attributes import DescribePeople
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.queries.people_grid import people_grid
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.people.grid_model import FIRST, NAME, NOTE
from qualcoder_nhs.ui.people.page import PeoplePage
from qualcoder_nhs.ui.working.live import Live
from tests.builders import a_coded_study, coder, person, transcript

ROLE, NATION = FIRST, FIRST + 1


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = a_coded_study(tmp_path / "trust.qnhs")
    one, other = person(made, "FG1", "P1"), person(made, "FG2", "P1")
    told = {one: {"role": "nurse", "nation": "Wales"}, other: {"role": "nurse"}}
    made.run(DescribePeople(told), coder(made))
    return made


@pytest.fixture
def live(qtbot: QtBot, study: Study) -> Iterator[Live]:
    made = Live(study, coder(study))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, live: Live) -> PeoplePage:
    made = PeoplePage(live, theme.Theme())
    qtbot.addWidget(made)
    made.resize(1100, 600)
    live.changed.connect(lambda _changes: made.refresh())
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.grid.model_.rowCount() == 6)
    return made


def cells(page: PeoplePage, column: int) -> list[str]:
    return [page.grid.model_.value(row, column) for row in range(page.grid.model_.rowCount())]


def go_to(page: PeoplePage, row: int, column: int) -> None:
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.model_.index(row, column))


def said(study: Study, name: str, label: str) -> dict[str, str]:
    return dict(study.ask(Reader.participants)[person(study, name, label)].attributes)


def test_people_stand_beneath_their_groups(page: PeoplePage) -> None:
    assert cells(page, NAME)[1:3] == ["P1", "P2"]
    assert cells(page, NAME)[0].startswith("FG1")
    assert cells(page, ROLE) == ["", "nurse", "", "", "nurse", ""]
    assert cells(page, NOTE)[1:3] == ["▲ 2 alike", "from t.3"]
    assert "4 people in 2 groups; ▲ 2 whose role few share" in page.header.sentence.text()
    QAbstractItemModelTester(page.grid.model_)


def test_every_cell_is_spoken_with_whom_and_what_it_is_about(page: PeoplePage) -> None:
    model, role = page.grid.model_, Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, ROLE).data(role) == "P1, Role: nurse"
    assert model.index(2, ROLE).data(role) == "P2, Role: unknown"
    assert model.index(1, NOTE).data(role) == "P1, ▲ 2 alike"


def test_a_value_is_typed_with_the_keyboard(qtbot: QtBot, page: PeoplePage, study: Study) -> None:
    go_to(page, 2, NATION)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    box = page.grid.findChild(QComboBox)
    assert box is not None
    assert [box.itemText(at) for at in range(box.count())] == ["unknown", "Wales"]
    box.setCurrentText("Scotland")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, NATION)[2] == "Scotland")
    assert said(study, "FG1", "P2") == {"nation": "Scotland"}
    go_to(page, 2, NATION)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cells(page, NATION)[2] == "")
    assert said(study, "FG1", "P2") == {}


def test_a_block_of_cells_is_pasted_over_headings_in_one_step(
    qtbot: QtBot, page: PeoplePage, study: Study
) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    go_to(page, 2, ROLE)
    QGuiApplication.clipboard().setText("doctor\tWales\ndoctor\tEngland\textra\n")
    page.grid.setFocus()
    page.grid.paste()
    qtbot.waitUntil(lambda: cells(page, ROLE)[2] == "doctor")
    assert said(study, "FG2", "P1") == {"role": "doctor", "nation": "England"}
    qtbot.waitUntil(lambda: told == ["4 of 5 cells taken."])  # once it stands in the study
    study.undo(coder(study))
    assert said(study, "FG2", "P1") == {"role": "nurse"}
    assert said(study, "FG1", "P2") == {}


def test_where_there_is_nothing_to_paste_that_is_what_is_said(page: PeoplePage) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    go_to(page, 2, ROLE)
    QGuiApplication.clipboard().clear()
    page.grid.paste()
    assert told == ["Nothing was copied that could be pasted."]


def test_cells_are_copied_as_sheets_take_them(page: PeoplePage) -> None:
    page.grid.setCurrentIndex(page.grid.model_.index(1, ROLE))
    page.grid.selectRow(1)
    page.grid.copy()
    assert QGuiApplication.clipboard().text().split("\t")[2:] == ["nurse", "Wales"]


def test_a_pasted_table_finds_its_people_and_offers_new_attributes(
    qtbot: QtBot, page: PeoplePage, study: Study
) -> None:
    QGuiApplication.clipboard().setText(
        "group\tlabel\trole\tage\nFG2\tP2\tporter\t50\nFG7\tP2\tx\t\n"
    )
    page.grid.paste()
    qtbot.waitUntil(page.offer.isVisible)
    assert "1 of 2 rows taken" in page.fared.text()
    assert "Line 3" in page.fared.text()
    page.offer.click()
    qtbot.waitUntil(lambda: said(study, "FG2", "P2") == {"role": "porter", "age": "50"})
    qtbot.waitUntil(lambda: page.grid.model_.columnCount() == FIRST + 3)


def test_a_file_is_taken_in(qtbot: QtBot, page: PeoplePage, study: Study, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("transcript,label,role\nFG1,P2,porter\n")
    page.take_file(file)
    qtbot.waitUntil(lambda: cells(page, ROLE)[2] == "porter")
    assert not page.offer.isVisible()


def test_groups_are_rows_of_their_own(qtbot: QtBot, page: PeoplePage, study: Study) -> None:
    page.groups.click()
    assert cells(page, NAME) == ["FG1", "FG2"]
    page.grid.model_.setData(page.grid.model_.index(0, FIRST), "video")
    qtbot.waitUntil(lambda: cells(page, FIRST) == ["video", ""])
    group = study.ask(Reader.transcript, transcript(study)).group
    assert study.ask(Reader.groups)[group].attributes == {"mode": "video"}
    assert page.subject is Subject.GROUP


def test_two_are_made_one_and_parted(qtbot: QtBot, page: PeoplePage, study: Study) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    study.run(DescribePeople({person(study, "FG2", "P1"): {"role": "doctor"}}), coder(study))
    go_to(page, 1, ROLE)
    page._open_menu()
    below = next(one for one in page.findChildren(QMenu) if one.title() == "The same person as")
    next(one for one in below.actions() if one.text() == "P1, FG2").trigger()
    qtbot.waitUntil(lambda: cells(page, NOTE)[1].endswith("also in FG2"))
    qtbot.waitUntil(lambda: told == ["Of the other, this gave way: Role “doctor”."])
    assert study.ask(people_grid).people == 3
    page._open_menu()
    part = [
        action
        for menu in page.findChildren(QMenu)
        for action in menu.actions()
        if action.text().startswith("Somebody else") and action.isEnabled()
    ]
    part[0].trigger()
    qtbot.waitUntil(lambda: study.ask(people_grid).people == 4)


def test_somebody_comes_late(
    qtbot: QtBot, page: PeoplePage, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_said: (2, True))
    go_to(page, 1, ROLE)
    page._open_menu()
    actions = [one for menu in page.findChildren(QMenu) for one in menu.actions()]
    next(one for one in actions if one.text() == "Came late to FG1 …").trigger()
    qtbot.waitUntil(lambda: "from t.2" in cells(page, NOTE)[1])


def test_attributes_are_changed_beside_the_grid(
    qtbot: QtBot, page: PeoplePage, study: Study
) -> None:
    pane = page.pane
    page.listed.click()
    pane.name.setText("Age band")
    pane.values.setPlainText("young\n\n old ")
    pane._add.click()
    qtbot.waitUntil(lambda: pane.list.count() == 3)
    listed = study.ask(Reader.attributes, Subject.PARTICIPANT)
    assert [(one.key, one.values) for one in listed][2] == ("age_band", ("young", "old"))
    pane.list.setCurrentRow(2)
    pane._up.click()
    qtbot.waitUntil(lambda: pane.list.item(1).text() == "Age band")
    pane._remove.click()
    qtbot.waitUntil(lambda: pane.list.count() == 2)


def test_what_is_told_together_is_chosen(qtbot: QtBot, page: PeoplePage) -> None:
    page.pane.list.setCurrentRow(1)
    assert not page.pane.told.isChecked()
    page.pane.told.click()
    qtbot.waitUntil(lambda: cells(page, NOTE)[1] == "▲ the only one")
