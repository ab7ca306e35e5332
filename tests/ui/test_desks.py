"""Going from desk to desk: the keys are where one reads, and where one was before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMenu
from ui.whole_window import Desk

from qualcoder_nhs.settings import Shade
from qualcoder_nhs.ui.desks.rail_order import DESKS


def lists(desk: Desk, name: str) -> QListView:
    return {
        "analyse": desk.room.desks["analyse"].room_of("excerpts").page.list,
        "memos": desk.room.desks["memos"].page.list,
    }[name]


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
    excerpts = room.desks["analyse"].room_of("excerpts").page.list
    looked_at = excerpts.current
    assert looked_at is not None
    QTest.keyClick(excerpts, Qt.Key.Key_Return)
    desk.settle()
    assert room.desk == "code"
    room.show_desk("analyse")
    desk.settle()
    assert excerpts.current == looked_at
    assert excerpts.hasFocus()


def test_the_rooms_of_desks_are_made_when_they_are_gone_to(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    assert [made.page for made in room.desks.rooms] == [room.code, room.desks["study"].page]
    room.show_desk("memos")
    assert [type(made).__name__ for made in room.desks.rooms][2:] == ["MemosRoom"]
    assert room.desks["memos"] is room.desks.rooms[-1]


def test_every_desk_has_words_an_icon_and_a_key_and_can_be_gone_to(
    desk: Desk, study_file: Path
) -> None:
    room = desk.open(study_file)
    for number, one in enumerate(DESKS, 1):
        assert one.key == f"Ctrl+{number}"
        assert f"desk:{one.id}" in [entry.id for entry in desk.window.menus.entries]
        desk.menu(f"desk:{one.id}")
        assert room.desk == one.id
        assert room.desks.currentWidget() is room.desks[one.id].page
    desk.settle()


def test_desks_stand_first_in_the_menu_while_a_study_is_open(desk: Desk, study_file: Path) -> None:
    desk.open(study_file)
    [menu] = [one for one in desk.window.findChildren(QMenu) if one.title() == "&View"]
    shown = [action.text().split("\t")[0] for action in menu.actions()]
    assert shown[: len(DESKS) + 1] == [*(one.words for one in DESKS), "History"]
    listed = [entry.words for entry in desk.window.menus.entries if entry.menu == "view"]
    assert listed[: len(DESKS) + 1] == shown[: len(DESKS) + 1]
    desk.session.close_study()
    assert menu.actions()[0].text() == "History"


def test_a_room_made_late_is_as_the_study_looks_then(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    desk.window.preferences.change(shade=Shade.DARK)
    room.layers.choose("settled")
    room.show_desk("analyse")
    assert room.desks["analyse"].room_of("excerpts").page.layer.layer == "settled"
    assert (
        room.desks["analyse"].room_of("excerpts").page.list.painter.theme
        == desk.window.appearance.theme
    )
    assert desk.window.appearance.theme.tokens.dark
    desk.settle()
