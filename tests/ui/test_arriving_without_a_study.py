"""Whoever comes from another program finds the way in before any study is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.studies.start_dialog import StartDialog
from tests.importers.refi.material import qdpx
from tests.importers.refi.programs import nvivo_windows


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = nvivo_windows()
    return qdpx(tmp_path / "Ward talk.qdpx", made.xml, made.sources, folder=made.folder)


def let_go(desk: Desk, *paths: Path) -> None:
    """Drag these files onto the page, and let them go there."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys, at = Qt.KeyboardModifier.NoModifier, QPointF(50, 50)
    ground = desk.window.welcome.viewport()
    entering = QDragEnterEvent(at.toPoint(), copy, mime, left, keys)
    QApplication.sendEvent(ground, entering)
    assert entering.isAccepted() == bool(paths)
    QApplication.sendEvent(ground, QDropEvent(at, copy, mime, left, keys))


def asked(desk: Desk, tmp_path: Path) -> StartDialog:
    """The dialog that asks for a study, its file among those of the test."""
    dialog = desk.dialog(StartDialog)
    assert isinstance(dialog, StartDialog)
    dialog.put_at(tmp_path / "new.qnhs")
    return dialog


def test_a_project_that_is_dropped_starts_a_study_and_is_shown(
    desk: Desk, project: Path, tmp_path: Path
) -> None:
    let_go(desk, project)
    dialog = asked(desk, tmp_path)
    assert dialog.name.text() == "Ward talk"
    assert "brings its own codes" in dialog.codebooks.checkedButton().text()
    dialog.start.click()
    desk.until(lambda: desk.session.room is not None)
    page = desk.room.arrivals.page
    desk.until(page.bring.isVisible)
    assert "Ward talk.qdpx" in page.header.sentence.text()
    assert desk.study.ask(Reader.codebook).codes == ()
    assert desk.study.ask(Reader.transcript_names) == {}


def test_transcripts_that_are_dropped_are_listed_in_the_new_study(
    desk: Desk, tmp_path: Path
) -> None:
    talk = tmp_path / "FG1.txt"
    talk.write_text("MOD: How?\nP1: Well.\nMOD: And?\nP1: Not.\n", encoding="utf-8")
    let_go(desk, talk)
    dialog = asked(desk, tmp_path)
    assert "Ready" in dialog.codebooks.checkedButton().text()
    dialog.start.click()
    desk.until(lambda: desk.session.room is not None)
    desk.until(desk.room.traffic.importing.isVisible)
    assert desk.study.ask(Reader.transcript_names) == {}


def test_a_study_of_this_program_that_is_dropped_is_opened(desk: Desk, study_file: Path) -> None:
    let_go(desk, study_file)
    desk.opened()


def test_a_project_of_nvivo_itself_is_told_of_and_starts_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "Ward talk.nvpx"
    path.write_bytes(b"what only NVivo reads")
    let_go(desk, path)
    box = desk.dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Open it in NVivo" in box.informativeText()
    box.close()
    assert not desk.window.findChildren(StartDialog)


def test_a_project_opened_as_a_study_is_offered_the_way(
    desk: Desk, project: Path, tmp_path: Path
) -> None:
    desk.session.open(project)
    box = desk.dialog(QMessageBox)
    offer = next(one for one in box.findChildren(QPushButton) if "Start a study" in one.text())
    offer.click()
    asked(desk, tmp_path).reject()
    assert desk.session.room is None


def test_nothing_comes_of_a_drag_without_files(desk: Desk) -> None:
    let_go(desk)
    assert not desk.window.findChildren(StartDialog)
