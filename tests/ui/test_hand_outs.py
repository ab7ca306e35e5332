"""A seminar's hand-out and a participant's own words leave by the menu, and the study notes it."""

from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.desks.study_room import StudyRoom
from qualcoder_nhs.ui.widgets.choose_one import ChooseOne


def give(desk: Desk, out: Path) -> QFileDialog:
    """Name the file in the dialog that is open."""
    dialog = desk.dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    return dialog


def noted(path: Path) -> list[tuple[str, str]]:
    with Study.read(path) as study:
        return [(one.what, Path(one.file).name) for one in study.ask(Reader.exports)]


@pytest.mark.parametrize("name", ["seminar.docx", "seminar.pptx"])
def test_the_handout_leaves_as_pages_or_slides(desk: Desk, themed: Path, name: str) -> None:
    desk.open(themed)
    desk.menu("export_handout")
    out = themed.with_name(name)
    give(desk, out)
    desk.until(out.exists)
    desk.settle()
    desk.until(lambda: "A hand-out of 2 themes" in desk.window.status.message)
    desk.window.close()
    assert noted(themed) == [("handout", name)]
    if out.suffix == ".docx":
        assert "Close enough" in "\n".join(one.text for one in Document(str(out)).paragraphs)
    else:
        assert len(Presentation(str(out)).slides) > 1


def test_without_a_theme_there_is_nothing_to_hand_out(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    desk.menu("export_handout")
    desk.until(lambda: "no theme to hand out" in desk.window.status.message)


def test_own_words_are_asked_for_by_name_and_leave(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    desk.menu("export_extract")
    chooser = desk.dialog(ChooseOne)
    assert isinstance(chooser, ChooseOne)
    QTest.keyClicks(chooser.letters, "FG2 P1")
    assert chooser.listed.count() == 1
    QTest.keyClick(chooser.letters, Qt.Key.Key_Return)
    out = study_file.with_name("own.docx")
    dialog = give(desk, out)
    assert dialog.selectedFiles()[0].endswith("FG2 P1 own words.docx")
    desk.until(out.exists)
    desk.settle()
    desk.window.close()
    assert noted(study_file) == [("extract", "own.docx")]
    words = "\n".join(one.text for one in Document(str(out)).paragraphs)
    assert "FG2" in words
    assert "FG1" not in words


def test_a_file_that_cannot_be_written_is_said(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    desk.menu("export_extract")
    chooser = desk.dialog(ChooseOne)
    assert isinstance(chooser, ChooseOne)
    QTest.mouseClick(chooser.choose, Qt.MouseButton.LeftButton)
    failed: list[object] = []
    assert desk.session.live is not None
    desk.session.live.failed.connect(failed.append)
    give(desk, study_file.with_name("own.xyz"))
    desk.until(lambda: bool(failed))


def test_they_leave_from_the_page_of_participants_too(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    desk.menu("people")
    desk.settle()
    page = room.desks.room("study", StudyRoom)._people
    assert page is not None
    desk.until(lambda: page.grid.model_.rowCount() > 1)
    page.grid.setCurrentIndex(page.grid.model_.index(1, 0))
    QTest.mouseClick(page.more, Qt.MouseButton.LeftButton)
    menu = desk.dialog(QMenu)
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text().startswith("Export their")).trigger()
    menu.close()
    dialog = desk.dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("FG1 P1 own words.docx")
    dialog.close()
