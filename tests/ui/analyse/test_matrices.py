"""The two pages of the Analyse desk that one writes in: consensus and framework."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.framework import write_framework
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.desks.analyse_room import AnalyseRoom
from qualcoder_nhs.ui.desks.matrix_rooms import ConsensusRoom, FrameworkRoom


@pytest.fixture
def sample_file(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample, tmp_path / "sample.qnhs"))


def analyse(desk: Desk, path: Path, page: str) -> AnalyseRoom:
    room = desk.open(path)
    room.show_desk("analyse")
    found = room.desks.room("analyse", AnalyseRoom)
    found.show(page)
    counted(desk, found, page)
    return found


def counted(desk: Desk, room: AnalyseRoom, page: str) -> None:
    desk.until(lambda: room.room_of(page).page.tabled is not None)
    desk.settle()


def stand(view: TableView, row: str, head: str) -> None:
    """Stand on the cell of the row whose name and the column whose key are these."""
    rows = [one.name for one in view.table.tabled.rows]
    heads = [one.key for one in view.table.tabled.heads]
    view.setCurrentIndex(view.table.index(rows.index(row), heads.index(head)))


def words(view: TableView) -> str:
    entry = view.table.entry(view.currentIndex())
    return entry.words if entry else ""


def test_letters_set_a_cell_and_delete_takes_it_back(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "consensus").room_of("consensus")
    assert isinstance(room, ConsensusRoom)
    view = room.page.matrix
    stand(view, "FG1", "P2")
    assert words(view) == "."
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: words(view) == "A+ ✎")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    desk.until(lambda: words(view) == ".")
    stand(view, "FG1", "first")
    assert view.person is None


def test_letters_are_for_the_cell_that_was_clicked(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "consensus").room_of("consensus")
    assert isinstance(room, ConsensusRoom)
    view = room.page.matrix
    stand(view, "FG1", "P5")
    desk.until(lambda: bool(room.page.pane.list.talk.rows))
    at = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.hasFocus()


def test_a_turn_is_made_a_voicing_from_the_list_of_turns(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "consensus").room_of("consensus")
    assert isinstance(room, ConsensusRoom)
    page, study = room.page, desk.study
    stand(page.matrix, "FG3", "first")
    desk.until(lambda: [one.name for one in page.pane.list.talk.rows[:1]] == ["FG3"])
    page.pane.list.setCurrentIndex(page.pane.list.talk.index(0))
    before = len(study.ask(Reader.voicings))
    next(one for one in page.pane.list.actions() if one.text() == "Voices it").trigger()
    desk.until(lambda: len(study.ask(Reader.voicings)) == before + 1)
    desk.until(lambda: words(page.matrix) == "P1" and shape(page.matrix, "FG3") == "one voice")


def shape(view: TableView, group: str) -> str:
    row = next(one for one in view.table.tabled.rows if one.name == group)
    at = [one.key for one in view.table.tabled.heads].index("shape")
    return row.entries[at].words


def test_a_proposition_is_written_in_a_form(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "consensus").room_of("consensus")
    assert isinstance(room, ConsensusRoom)
    room.page.add()
    form = room.page.form
    assert form is not None
    form.words.setPlainText("Waiting is what gives.")
    form.question.setCurrentIndex(5)
    form.keep()
    desk.until(lambda: len(desk.study.ask(Reader.propositions)) == 2)
    desk.until(lambda: any("Waiting" in one.name for one in room.page.matrix.table.tabled.rows))


def test_a_cell_is_written_with_a_reference_and_the_next_one_follows(
    desk: Desk, sample_file: Path
) -> None:
    room = analyse(desk, sample_file, "framework").room_of("framework")
    assert isinstance(room, FrameworkRoom)
    page, study = room.page, desk.study
    stand(page.grid, "FG3 P4", "tru-competence")
    desk.until(lambda: bool(page.pane.list.talk.rows) and page.editor.place == page.place)
    assert page.editor.told.text() == "to be written: there are codings"
    page.editor.words.setPlainText("Marian is a day early")
    page.editor.words.moveCursor(page.editor.words.textCursor().MoveOperation.End)
    page.pane.list.setCurrentIndex(page.pane.list.talk.index(0))
    QTest.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert page.editor.words.toPlainText() == "Marian is a day early [t.50]"
    before = len(study.ask(Reader.summaries))
    QTest.keyClick(page.editor.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(study.ask(Reader.summaries)) == before + 1)
    desk.until(lambda: row_name(page.grid) == "FG3 P5")
    stand(page.grid, "FG3 P5", "tru-competence")
    desk.until(lambda: page.editor.told.text() == "nothing coded, though they were there")


def test_undo_right_after_writing_takes_the_summary_back(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "framework").room_of("framework")
    assert isinstance(room, FrameworkRoom)
    page, study = room.page, desk.study
    stand(page.grid, "FG3 P4", "tru-competence")
    desk.until(lambda: page.editor.place == page.place is not None)
    page.editor.setFocus()
    before = texts(study)
    QTest.keyClicks(page.editor.words, "Early")
    QTest.keyClick(page.editor.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: "Early" in texts(study) and row_name(page.grid) == "FG3 P5")
    desk.settle()
    assert desk.window.focusWidget() is page.editor.words
    QTest.keyClicks(page.editor.words, "x")
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.words.toPlainText() == ""
    assert "Early" in texts(study)
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: texts(study) == before)


def row_name(view: TableView) -> str:
    index = view.currentIndex()
    return view.table.row(index).name if index.isValid() else ""


def test_what_was_typed_is_kept_when_one_looks_elsewhere(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "framework").room_of("framework")
    assert isinstance(room, FrameworkRoom)
    page, study = room.page, desk.study
    stand(page.grid, "FG3 P7", "tru-bond")
    desk.until(lambda: page.editor.place == page.place)
    page.editor.words.setPlainText("House keys [t.55]")
    stand(page.grid, "FG3 P8", "tru-bond")
    desk.until(lambda: any(one.text.startswith("House") for one in study.ask(Reader.summaries)))
    written = next(one for one in study.ask(Reader.summaries) if one.text.startswith("House"))
    people = study.ask(Reader.participants)
    assert people[ParticipantId(written.participant or "")].name == "P7"


def test_a_workbook_comes_back_after_its_plan_was_shown(
    desk: Desk, sample_file: Path, tmp_path: Path
) -> None:
    room = analyse(desk, sample_file, "framework").room_of("framework")
    assert isinstance(room, FrameworkRoom)
    study = desk.study
    write_framework(study, None, tmp_path / "f.xlsx")
    book = load_workbook(tmp_path / "f.xlsx")
    [cell] = [one for one in book["Trust"]["H"] if "in the same breath" in str(one.value)]
    cell.value = "Doubted at once [t.10]"
    book.save(tmp_path / "f.xlsx")
    room.read(tmp_path / "f.xlsx")
    desk.until(lambda: room.box is not None)
    box = room.box
    assert box is not None
    assert box.cells.count() == 1
    box.buttons.accepted.emit()
    desk.until(lambda: "Doubted at once [t.10]" in texts(study))


def texts(study: Study) -> list[str]:
    return [one.text for one in study.ask(Reader.summaries)]


def test_a_sheet_is_chosen_from_the_codebook(desk: Desk, sample_file: Path) -> None:
    room = analyse(desk, sample_file, "framework").room_of("framework")
    assert isinstance(room, FrameworkRoom)
    page = room.page
    offered = [action.data() for action in page.options.controls["sheet"].choices.actions()]
    assert offered[:2] == ["", "hyb"]
    assert offered[-1] == "themes"
    page.options.choose("sheet", "fin-trade")
    desk.until(lambda: "fin-cost-access" in {one.key for one in page.tabled.heads})


def test_the_framework_opens_where_one_can_write_and_its_rows_are_as_high_as_their_words(
    desk: Desk, sample_file: Path
) -> None:
    room = analyse(desk, sample_file, "framework").room_of("framework")
    assert isinstance(room, FrameworkRoom)
    page, view = room.page, room.page.grid
    desk.until(lambda: page.editor.place == page.place is not None)
    assert page.place is not None
    assert page.editor.isVisible()
    empty = next(
        at
        for at, row in enumerate(view.table.tabled.rows)
        if all(one.words in ("–", "n/a", "") for one in row.entries[3:])
    )
    assert view.rowHeight(empty) < 40
    shown = [head.title for at, head in enumerate(view.table.tabled.heads) if at in view._fitted]
    assert len(shown) < len(view.table.tabled.heads)
    view.setCurrentIndex(view.table.index(view.currentIndex().row(), 0))
    desk.until(page.editor.isHidden)
    assert "Participants" in page.pane.more.text()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.hasFocus() or not page.editor.words.hasFocus()
