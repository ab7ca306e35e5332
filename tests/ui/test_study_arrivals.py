"""A study of another program is looked at, brought in as one step, and told of on a page."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from ui.whole_window import Desk

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.import_study import turns_of
from qualcoder_nhs.ui.arriving.page import ArrivalPage
from qualcoder_nhs.ui.frame.workroom import Workroom
from tests.importers.refi.material import qdpx
from tests.importers.refi.programs import everything, nvivo_windows


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = nvivo_windows()
    return qdpx(tmp_path / "from nvivo.zip", made.xml, made.sources, folder=made.folder)


def planned(desk: Desk, room: Workroom) -> ArrivalPage:
    """The page, once it shows what is in the file."""
    page = room.arrivals.page
    desk.until(page.isVisible)
    desk.until(page.bring.isVisible)
    return page


def brought(desk: Desk, page: ArrivalPage) -> str:
    QTest.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    desk.until(page.done.isVisible)
    return page.words.toPlainText()


def test_it_is_shown_before_it_comes_in_and_undone_as_one_step(
    desk: Desk, study_file: Path, project: Path
) -> None:
    room = desk.open(study_file)
    before = desk.study.ask(Reader.transcript_names)
    room.show_import([project])
    page = planned(desk, room)
    assert "Nothing is imported until you press Import" in page.header.sentence.text()
    assert "codings\n4 of 4" in page.words.toPlainText()
    assert desk.study.ask(Reader.transcript_names) == before
    told = brought(desk, page)
    assert "4 of 4" in told
    assert "UTF-16 units, line ends counted twice" in told
    assert len(desk.study.ask(Reader.transcript_names)) == len(before) + 1
    assert "4 codings and 1 transcript came in" in desk.window.status.message
    desk.until(lambda: "from nvivo.zip" in desk.window.menus.action("undo").text())
    desk.menu("undo")
    desk.until(lambda: desk.study.ask(Reader.transcript_names) == before)
    desk.until(lambda: "was taken out again by Undo" in page.header.sentence.text())
    desk.menu("redo")
    desk.until(lambda: "came in, as one step" in page.header.sentence.text())
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    desk.until(lambda: room.desk == "code")


def test_two_names_of_one_coder_are_said_to_be_one(
    desk: Desk, study_file: Path, project: Path
) -> None:
    room = desk.open(study_file)
    room.arrivals.look_at(project)
    page = planned(desk, room)
    choice = page.coders.choices["Bob"]
    choice.setCurrentIndex(choice.findData("HL"))
    assert page.same == {"Bob": "HL"}
    assert "“Bob” is “HL” here" in brought(desk, page)
    assert "Bob" not in [one.name for one in desk.study.ask(Reader.coders)]


def test_the_report_can_be_copied_whole(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    room = desk.open(study_file)
    made = everything()
    room.arrivals.look_at(qdpx(tmp_path / "all.qdpx", made.xml, made.sources))
    page = planned(desk, room)
    assert "A picture, which" not in brought(desk, page)
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "codings: 5 of 11 in, 1 of them changed, 6 left out: " in copied
    assert "texts: “Board” left out: a picture, which cannot be shown.\n" in copied


def test_it_can_be_left_and_a_broken_one_is_refused(
    desk: Desk, study_file: Path, project: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    room.arrivals.look_at(project)
    page = planned(desk, room)
    QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    desk.until(lambda: room.desk == "code")
    broken = tmp_path / "broken.qdpx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    room.show_import([broken])
    box = desk.dialog(QMessageBox)
    assert "broken.qdpx" in box.text() + box.informativeText()
    box.close()


def test_what_has_to_stay_out_and_where_codings_lie_is_seen_before(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    made = everything()
    room.arrivals.look_at(qdpx(tmp_path / "all.qdpx", made.xml, made.sources))
    told = planned(desk, room).words.toPlainText()
    assert "texts: “Board” left out: a picture, which cannot be shown." in told
    assert "Are these the right words?" in told


def test_keys_bring_it_in_or_leave_it(desk: Desk, study_file: Path, project: Path) -> None:
    room = desk.open(study_file)
    before = len(desk.study.ask(Reader.transcript_names))
    room.arrivals.look_at(project)
    planned(desk, room)
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: room.desk == "code")
    room.arrivals.look_at(project)
    page = planned(desk, room)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(page.done.isVisible)
    assert len(desk.study.ask(Reader.transcript_names)) == before + 1


def test_the_same_study_again_is_no_step_that_undo_could_take_out(
    desk: Desk, study_file: Path, project: Path
) -> None:
    room = desk.open(study_file)
    for _time in range(2):
        room.arrivals.look_at(project)
        page = planned(desk, room)
        brought(desk, page)
    assert "had all of from nvivo.zip already" in page.header.sentence.text()
    assert "Undo" not in desk.window.status.message


def test_several_come_in_one_after_another_and_a_broken_one_holds_nobody_up(
    desk: Desk, study_file: Path, project: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    before = len(desk.study.ask(Reader.transcript_names))
    broken = tmp_path / "broken.qda"
    broken.mkdir()
    (broken / "data.qda").write_bytes(b"SQLite format 3\x00 and no more")
    made = everything()
    last = qdpx(tmp_path / "all.qdpx", made.xml, made.sources)
    room.show_import([project, broken, last])
    page = planned(desk, room)
    assert page.waiting.text() == "2 more studies wait."
    assert "from nvivo.zip" in page.header.sentence.text()
    brought(desk, page)
    assert page.done.text() == "Next: broken.qda"
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    desk.dialog(QMessageBox).close()
    desk.until(lambda: "all.qdpx" in page.header.sentence.text())
    desk.until(page.bring.isVisible)
    assert not page.waiting.isVisible()
    assert "all.qdpx" in brought(desk, page) + page.header.sentence.text()
    assert len(desk.study.ask(Reader.transcript_names)) > before + 1
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    desk.until(lambda: room.desk == "code")
    steps = [one.detail for one in desk.study.ask(Reader.history)]
    assert {"from nvivo.zip", "all.qdpx"} <= set(steps)


def test_leaving_one_leads_to_the_next(
    desk: Desk, study_file: Path, project: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    made = everything()
    room.show_import([project])
    page = planned(desk, room)
    room.show_import([qdpx(tmp_path / "all.qdpx", made.xml, made.sources)])
    assert page.waiting.text() == "1 more study waits."
    assert "from nvivo.zip" in page.header.sentence.text()
    QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    desk.until(lambda: "all.qdpx" in page.header.sentence.text())
    QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    desk.until(lambda: room.desk == "code")


def test_several_are_chosen_in_one_dialog(
    desk: Desk, study_file: Path, project: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    made = everything()
    other = qdpx(tmp_path / "all.qdpx", made.xml, made.sources)
    desk.menu("import_study")
    dialog = desk.dialog(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(project), str(other)])
    dialog.reject()
    page = planned(desk, room)
    assert page.waiting.text() == "1 more study waits."
    brought(desk, page)
    room.arrivals.look_at_all([project])
    assert page.waiting.text() == "2 more studies wait."
    assert page.done.text() == "Next: all.qdpx"


def test_what_is_stopped_half_way_comes_in_not_at_all_and_says_so(
    desk: Desk, study_file: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = desk.open(study_file)
    before = desk.study.ask(Reader.transcript_names)
    room.arrivals.look_at(project)
    page = planned(desk, room)
    begun, go_on = Event(), Event()

    def slow(text: str, people: frozenset[str] = frozenset()) -> tuple[Turn, ...]:
        begun.set()
        go_on.wait(10)
        return turns_of(text, people)

    monkeypatch.setattr("qualcoder_nhs.tasks.import_study.turns_of", slow)
    QTest.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    desk.until(begun.is_set)
    desk.window.status.stop_wanted.emit()
    go_on.set()
    desk.until(lambda: "Nothing came in from" in desk.window.status.message)
    assert page.bring.isEnabled()
    assert desk.study.ask(Reader.transcript_names) == before


def test_from_the_report_one_goes_to_the_words_that_came_in(
    desk: Desk, study_file: Path, project: Path
) -> None:
    room = desk.open(study_file)
    before = desk.study.ask(Reader.transcript_names).keys()
    room.arrivals.look_at(project)
    page = planned(desk, room)
    brought(desk, page)
    [new] = desk.study.ask(Reader.transcript_names).keys() - before
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    desk.until(lambda: room.desk == "code" and room.code.wires.transcript == new)
