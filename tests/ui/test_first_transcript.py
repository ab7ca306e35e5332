"""A study without transcripts shows one step to take, and the desk as soon as one is there."""

from pathlib import Path

import pytest
from builders import an_import
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from ui.whole_window import Desk

from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.frame.workroom import Workroom


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "bare.qnhs"
    Study.create(path, "Bare", "HL").close()
    return path


def opened(desk: Desk) -> Workroom:
    desk.until(lambda: desk.session.room is not None)
    desk.settle()
    return desk.room


def test_the_one_button_leads_to_files_and_on(
    desk: Desk, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = bare.with_name("talk.txt")
    talk.write_text("MOD: Why?\nP1: Because.\nMOD: Yes?\nP1: Yes.\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(talk)], ""))
    desk.session.open(bare)
    room = opened(desk)
    assert room.code.empty.isVisible()
    assert not room.code.desk.isVisible()
    desk.until(room.code.empty.button.hasFocus)
    desk.key(Qt.Key.Key_Space)
    page = room.traffic.importing
    desk.until(page.import_action.isEnabled)
    assert page.isVisible()
    page.import_action.trigger()
    desk.opened()
    assert room.code.desk.isVisible()
    assert not room.code.empty.isVisible()


def test_the_desk_comes_and_goes_with_the_last_transcript(desk: Desk, bare: Path) -> None:
    desk.session.open(bare)
    room = opened(desk)
    desk.study.run(an_import(), room.coder.id)
    desk.opened()
    assert room.code.desk.isVisible()
    desk.menu("undo")
    desk.settle()
    assert room.code.empty.isVisible()
    assert room.code.wires.transcript is None


def test_nothing_is_offered_where_nothing_can_be_written(desk: Desk, bare: Path) -> None:
    desk.session.read(bare)
    room = opened(desk)
    assert room.code.empty.isVisible()
    assert not room.code.empty.button.isVisible()
