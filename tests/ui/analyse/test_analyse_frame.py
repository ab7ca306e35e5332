"""The Analyse desk: a list of pages, each made when it is first gone to."""

from pathlib import Path

from ui.whole_window import Desk

from qualcoder_nhs.ui.analyse_pages import PAGES
from qualcoder_nhs.ui.analyse_room import AnalyseRoom


def analyse(desk: Desk, path: Path) -> AnalyseRoom:
    room = desk.open(path)
    room.show_desk("analyse")
    desk.settle()
    return room.desks.room("analyse", AnalyseRoom)


def listed(room: AnalyseRoom) -> list[str]:
    return [entry.id for entry in room.page.pages.rows]


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
