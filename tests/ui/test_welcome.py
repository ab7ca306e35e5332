"""The welcome page: the ways in, by mouse and by key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import DARK
from qualcoder_nhs.ui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[WelcomePage]:
    made = WelcomePage("HL", Theme())
    made.resize(1440, 840)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_enter_opens_the_sample(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wished) as wished:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert wished.args == ["sample"]


def test_enter_in_the_initials_opens_the_sample_too(page: WelcomePage, qtbot: QtBot) -> None:
    page.coder.setFocus()
    with qtbot.waitSignal(page.wished) as wished:
        qtbot.keyClick(page.coder, Qt.Key.Key_Return)
    assert wished.args == ["sample"]


@pytest.mark.parametrize("way", ["sample", "start_study", "open_study", "bring_study"])
def test_each_way_in_is_a_card_to_click(page: WelcomePage, qtbot: QtBot, way: str) -> None:
    with qtbot.waitSignal(page.wished) as wished:
        qtbot.mouseClick(page.ways[way], Qt.MouseButton.LeftButton)
    assert wished.args == [way]


def test_enter_on_a_card_takes_that_way_and_no_other(page: WelcomePage, qtbot: QtBot) -> None:
    told: list[str] = []
    page.wished.connect(told.append)
    qtbot.keyClick(page.ways["open_study"], Qt.Key.Key_Return)
    assert told == ["open_study"]


def test_initials_are_told_as_they_are_typed(page: WelcomePage, qtbot: QtBot) -> None:
    told: list[str] = []
    page.coder_named.connect(told.append)
    page.coder.selectAll()
    qtbot.keyClicks(page.coder, "JT")
    assert told[-1] == "JT"


def test_recent_studies_open_with_a_click_and_say_their_folder(
    page: WelcomePage, qtbot: QtBot
) -> None:
    page.show_recent(["/a/folder/One.qnhs", "/a/Two.qnhs"])

    def listed() -> list[QPushButton]:
        return [button for button in page.findChildren(QPushButton) if button.isVisible()]

    qtbot.waitUntil(lambda: [b.text() for b in listed()] == ["One  ·  folder", "Two  ·  a"])
    with qtbot.waitSignal(page.study_wanted) as wanted:
        qtbot.mouseClick(listed()[1], Qt.MouseButton.LeftButton)
    assert wanted.args == ["/a/Two.qnhs"]


def test_the_page_follows_the_theme_to_the_pixel(page: WelcomePage) -> None:
    page.set_theme(Theme(DARK))
    card = page.ways["start_study"]
    shown = page.grab().toImage().pixelColor(card.mapTo(page, card.rect().center()))
    assert shown.name().upper() == DARK.raised
