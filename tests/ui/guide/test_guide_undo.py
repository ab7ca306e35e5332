"""Undo in the fields of a question: what is typed first, then the step that was kept."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.guide.editor import GuideEditor


@pytest.fixture
def sample_file(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample, tmp_path / "sample.qnhs"))


def undo(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def test_undo_takes_back_typing_and_then_the_change_of_the_question(
    desk: Desk, sample_file: Path
) -> None:
    room = desk.open(sample_file)
    desk.menu("desk:study")
    page = room.desks["study"].page
    page.go_to("guide")
    [editor] = [one for one in page.findChildren(GuideEditor) if one.isVisible()]
    desk.until(lambda: bool(editor.text.text()))
    was = editor.text.text()
    editor.text.setFocus()
    QTest.keyClicks(editor.text, "So: ")
    undo(desk)
    assert editor.text.text() == was
    QTest.keyClicks(editor.text, "So: ")
    kept = editor.text.text()
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: desk.study.ask(Reader.question, "Q1").text == kept)
    desk.settle()
    assert editor.text.hasFocus()
    undo(desk)
    desk.until(lambda: desk.study.ask(Reader.question, "Q1").text == was)
