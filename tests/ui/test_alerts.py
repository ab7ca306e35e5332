"""Refusals become sentences, with a button that helps and details that can be copied."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qualcoder_nhs.domain.errors import EmptyPassage, Held, NothingToUndo, Refusal
from qualcoder_nhs.ui import alerts

HELD = Held("study.qnhs", "Hanna", "a laptop", "9 May")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def button(box: QMessageBox, words: str) -> QPushButton:
    found = [one for one in box.findChildren(QPushButton) if one.text() == words]
    assert found, [one.text() for one in box.findChildren(QPushButton)]
    return found[0]


@pytest.mark.parametrize(
    ("refusal", "small"), [(EmptyPassage(), True), (NothingToUndo(), True), (HELD, False)]
)
def test_only_what_the_world_did_is_worth_a_dialog(refusal: Refusal, small: bool) -> None:
    assert alerts.is_small(refusal) is small


def test_a_refusal_is_told_in_its_own_words_and_offers_help(window: QWidget, qtbot: QtBot) -> None:
    helped: list[str] = []
    box = alerts.tell(window, HELD, ("Open to read only", lambda: helped.append("yes")))
    assert "Hanna" in box.text()
    assert box.defaultButton().text() == "Open to read only"
    qtbot.mouseClick(button(box, "Open to read only"), Qt.MouseButton.LeftButton)
    assert helped == ["yes"]


def test_leaving_a_refusal_does_nothing(window: QWidget, qtbot: QtBot) -> None:
    helped: list[str] = []
    box = alerts.tell(window, HELD, ("Open to read only", lambda: helped.append("yes")))
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert helped == []


def test_details_are_copied_and_the_dialog_stays(window: QWidget, qtbot: QtBot) -> None:
    box = alerts.tell(window, HELD)
    qtbot.mouseClick(button(box, "Copy details"), Qt.MouseButton.LeftButton)
    assert "Held" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    box.close()


def test_our_own_fault_never_shows_a_stack_trace(window: QWidget) -> None:
    box = alerts.tell(window, ZeroDivisionError("division by zero"))
    assert "zero" not in box.text() + box.informativeText()
    assert "zero" in alerts.details(ZeroDivisionError("division by zero"))
    box.close()


def test_a_question_has_the_way_out_as_its_default(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    box = alerts.ask(window, "Forget?", "There is no way back.", "Forget", lambda: done.append("x"))
    assert box.defaultButton().text() == "Leave it"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert done == []
    box = alerts.ask(window, "Forget?", "There is no way back.", "Forget", lambda: done.append("x"))
    qtbot.mouseClick(button(box, "Forget"), Qt.MouseButton.LeftButton)
    assert done == ["x"]
