"""The table of commands: what every menu says, and when it can be had."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from qualcoder_nhs.ui.code.keys import KEYS
from qualcoder_nhs.ui.frame.keys_page import KeysPage, code_entries, sections
from qualcoder_nhs.ui.menu import ENTRIES, MENUS, Entry, Menus, Needs


@pytest.fixture
def menus(qtbot: object) -> Iterator[Menus]:
    window = QMainWindow()
    yield Menus(window.menuBar(), window)
    window.deleteLater()


def shown(menus: Menus) -> list[str]:
    window = menus.parent()
    assert isinstance(window, QMainWindow)
    titles = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    return [title.replace("&", "") for title in titles]


def test_every_menu_opens_with_alt_and_a_letter_of_its_own(menus: Menus) -> None:
    window = menus.parent()
    assert isinstance(window, QMainWindow)
    keys = [QKeySequence.mnemonic(action.text()) for action in window.menuBar().actions()]
    assert all(not key.isEmpty() for key in keys)
    assert len({key.toString() for key in keys}) == len(MENUS)


def test_no_two_commands_have_the_same_key(menus: Menus) -> None:
    menus.add(code_entries(()))
    keys = Counter(e.key for e in menus.entries if e.key and not e.shown)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_understands() -> None:
    for entry in ENTRIES:
        assert entry.key == "" or not QKeySequence(entry.key).isEmpty(), entry


def test_every_entry_stands_in_a_menu_and_has_words(menus: Menus) -> None:
    assert {entry.menu for entry in ENTRIES} <= {menu for menu, _words in MENUS}
    assert all(menus.action(entry.id).text().strip() for entry in ENTRIES)


def test_a_menu_without_entries_is_not_shown(menus: Menus) -> None:
    assert shown(menus) == ["Study", "Edit", "View", "Help"]
    menus.add(code_entries(()))
    assert shown(menus) == ["Study", "Edit", "View", "Code", "Help"]
    menus.remove([entry.id for entry in menus.entries if entry.menu == "code"])
    assert shown(menus) == ["Study", "Edit", "View", "Help"]


def test_commands_are_greyed_until_what_they_need_is_so(menus: Menus) -> None:
    assert not menus.action("undo").isEnabled()
    menus.allow(Needs.STUDY | Needs.UNDO)
    assert not menus.action("undo").isEnabled()
    menus.allow(Needs.STUDY | Needs.WRITING | Needs.UNDO)
    assert menus.action("undo").isEnabled()
    assert not menus.action("redo").isEnabled()
    assert menus.action("open_study").isEnabled()


def test_a_greyed_command_says_what_it_lacks(menus: Menus) -> None:
    lacks = {name: menus.action(name).toolTip for name in ("import", "undo", "redo", "find")}
    assert lacks["import"]() == "Open a study first."
    menus.allow(Needs.STUDY)
    assert lacks["import"]() == lacks["undo"]() == "This study is open to read only."
    assert lacks["find"]() == "Open a transcript first."
    menus.allow(Needs.STUDY | Needs.WRITING)
    assert lacks["undo"]() == "There is nothing of yours to undo."
    assert lacks["redo"]() == "There is nothing to redo."


def test_the_mouse_is_told_why_a_command_is_greyed_and_nothing_else(
    menus: Menus, qtbot: QtBot
) -> None:
    window = menus.parent()
    assert isinstance(window, QMainWindow)
    window.show()
    menu = next(one for one in window.findChildren(QMenu) if one.title() == "&Study")
    menu.popup(QPoint(0, 0))
    for name, told in (("import", "Open a study first."), ("open_study", "")):
        place = menu.actionGeometry(menus.action(name)).center()
        help_event = QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place))
        QApplication.sendEvent(menu, help_event)
        qtbot.waitUntil(lambda told=told: QToolTip.isVisible() == bool(told))
        assert QToolTip.text() == told
    menu.close()
    window.hide()


def test_commands_that_code_are_greyed_where_nothing_can_be_written(menus: Menus) -> None:
    entries = list(code_entries(()))
    menus.add(entries)
    writing = {f"code:{command.id}" for command in KEYS if command.writes}
    assert {"code:open_palette", "code:memo", "code:remove"} < writing
    menus.allow(Needs.STUDY | Needs.TRANSCRIPT)
    off = {entry.id for entry in entries if not menus.action(entry.id).isEnabled()}
    assert off == writing


def test_undo_says_what_it_takes_back(menus: Menus) -> None:
    menus.name_steps("Code passage with Humour", "")
    assert menus.action("undo").text() == "Undo “Code passage with Humour”"
    assert menus.action("redo").text() == "Redo"


def test_a_shown_key_stands_in_the_menu_and_takes_no_letter_from_the_text(menus: Menus) -> None:
    menus.add([Entry("code:next", "code", "Next turn", "J", shown=True)])
    action = menus.action("code:next")
    assert action.text() == "Next turn\tJ"
    assert action.shortcut().isEmpty()


def test_what_is_chosen_is_told_by_its_id(menus: Menus) -> None:
    told: list[str] = []
    menus.chosen.connect(told.append)
    menus.action("open_study").trigger()
    menus.action("shade:dark").trigger()
    assert told == ["open_study", "shade:dark"]
    assert menus.action("shade:dark").isChecked()
    assert not menus.action("shade:light").isChecked()


def test_the_keyboard_map_lists_every_key_of_the_menus(menus: Menus) -> None:
    listed = {
        key for section in sections(menus.entries) for _words, keys in section.lines for key in keys
    }
    assert {entry.key for entry in ENTRIES if entry.key} <= listed
    assert {"J", "/", "Ctrl+Return", "Space", "F2"} <= listed


def test_the_keyboard_map_opens_as_a_page(menus: Menus) -> None:
    window = menus.parent()
    assert isinstance(window, QMainWindow)
    page = KeysPage(menus.entries, window)
    page.open()
    assert page.isVisible()
    page.close()
