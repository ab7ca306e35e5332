"""The line at the foot: what is said, for how long, and how far long work is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qualcoder_nhs.ui.frame import status_bar
from qualcoder_nhs.ui.frame.status_bar import StatusBar
from qualcoder_nhs.ui.look.tokens import LIGHT


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[StatusBar]:
    made = StatusBar()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def seen(bar: StatusBar) -> list[str]:
    return [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()]


def test_a_message_goes_by_itself(
    bar: StatusBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_bar, "MESSAGE_STAYS", 20)
    bar.say("The coding was extended.")
    assert bar.message == "The coding was extended."
    qtbot.waitUntil(lambda: bar.message == "", timeout=2000)


def test_undo_is_named_and_can_be_clicked(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_study("HL", writable=True, tokens=LIGHT)
    bar.name_undo("Code passage with Humour")
    assert seen(bar) == ["Coding as HL", "Undo “Code passage with Humour”"]
    with qtbot.waitSignal(bar.undo_wanted):
        undo = next(one for one in bar.findChildren(QPushButton) if "Undo" in one.text())
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    bar.name_undo("")
    assert seen(bar) == ["Coding as HL"]


def test_quick_work_shows_nothing_and_long_work_can_be_stopped(
    bar: StatusBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar.task.show_progress(0, 4, "Reading FG4")
    assert not bar.task.isVisible()
    monkeypatch.setattr(status_bar, "PROGRESS_AFTER", 0)
    bar.task.show_progress(1, 4, "Reading FG4")
    assert bar.task.isVisible()
    stop = next(one for one in bar.findChildren(QPushButton) if one.text() == "Stop")
    with qtbot.waitSignal(bar.stop_wanted):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    bar.task.over()
    assert not bar.task.isVisible()


def test_who_codes_is_a_button_that_leads_to_the_coders(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_study("HL", writable=True, tokens=LIGHT)
    coder = next(one for one in bar.findChildren(QPushButton) if one.text() == "Coding as HL")
    assert coder.accessibleName() == "Coding as HL"
    with qtbot.waitSignal(bar.coder_wanted):
        qtbot.mouseClick(coder, Qt.MouseButton.LeftButton)
