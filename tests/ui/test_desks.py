"""Going from desk to desk: the keys are where one reads, and where one was before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from ui.whole_window import Desk


def lists(desk: Desk, name: str) -> QListView:
    return {"analyse": desk.room.traffic.excerpts.list, "memos": desk.room.memos.list}[name]


@pytest.mark.parametrize("name", ["analyse", "memos"])
def test_the_list_of_a_desk_has_the_keys_at_once(desk: Desk, study_file: Path, name: str) -> None:
    room = desk.open(study_file)
    room.show_desk(name)
    desk.settle()
    shown = lists(desk, name)
    assert desk.window.focusWidget() is shown
    assert shown.currentIndex().isValid() == (shown.model().rowCount() > 0)


def test_a_jump_to_the_text_and_back_leads_to_the_same_excerpt(
    desk: Desk, study_file: Path
) -> None:
    room = desk.open(study_file)
    room.show_desk("analyse")
    desk.settle()
    excerpts = room.traffic.excerpts.list
    looked_at = excerpts.current
    assert looked_at is not None
    QTest.keyClick(excerpts, Qt.Key.Key_Return)
    desk.settle()
    assert room.desk == "code"
    room.show_desk("analyse")
    desk.settle()
    assert excerpts.current == looked_at
    assert excerpts.hasFocus()
