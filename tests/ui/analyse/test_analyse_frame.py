"""The Analyse desk: a list of pages under headings, each made when it is first gone to."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.ui.desks.analyse_pages import GROUPS, PAGES
from qualcoder_nhs.ui.desks.analyse_room import AnalyseRoom


def analyse(desk: Desk, path: Path) -> AnalyseRoom:
    room = desk.open(path)
    room.show_desk("analyse")
    desk.settle()
    return room.desks.room("analyse", AnalyseRoom)


def listed(room: AnalyseRoom) -> list[str]:
    return [entry.id for entry in room.page.pages.rows if entry.id]


def headings(room: AnalyseRoom) -> list[str]:
    return [entry.words for entry in room.page.pages.rows if not entry.id]


def test_every_page_is_in_the_list_in_the_menu_and_can_be_gone_to(
    desk: Desk, study_file: Path
) -> None:
    room = analyse(desk, study_file)
    assert listed(room) == [one.id for one in PAGES]
    for one in PAGES:
        desk.menu(f"analyse:{one.id}")
        assert desk.room.desk == "analyse"
        assert room.open == one.id
        assert room.page.shown.currentWidget() is room.room_of(one.id).page
        desk.settle()


def test_the_keys_walk_through_the_pages_and_pass_the_headings_by(
    desk: Desk, study_file: Path
) -> None:
    room = analyse(desk, study_file)
    assert headings(room) == [heading for heading, _pages in GROUPS]
    names = room.page.list
    names.setFocus()
    walked = [room.open]
    for _step in PAGES[1:]:
        QTest.keyClick(names, Qt.Key.Key_Down)
        walked.append(room.open)
    assert walked == [one.id for one in PAGES]
    QTest.keyClick(names, Qt.Key.Key_Home)
    assert room.open == PAGES[0].id
    QTest.keyClick(names, Qt.Key.Key_Up)
    assert room.open == PAGES[0].id
    QTest.keyClick(names, Qt.Key.Key_End)
    assert room.open == PAGES[-1].id


def test_a_click_on_a_heading_does_nothing_and_a_page_is_spoken_with_its_heading(
    desk: Desk, study_file: Path
) -> None:
    room = analyse(desk, study_file)
    names, pages = room.page.list, room.page.pages
    words = next(at for at, entry in enumerate(pages.rows) if not entry.id and at)
    place = names.visualRect(pages.index(words)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.open == PAGES[0].id
    spoken = [
        pages.data(pages.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in (words, words + 1)
    ]
    assert spoken == ["The talk, heading", "Said and enacted, under The talk"]
