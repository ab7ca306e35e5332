"""The Analyse desk on the sample, and short words for what the tests do on it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.whole_window import Desk

from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.desks.analyse_room import AnalyseRoom


def analyse(desk: Desk, path: Path) -> AnalyseRoom:
    """The desk, gone to."""
    room = desk.open(path)
    room.show_desk("analyse")
    desk.settle()
    return room.desks.room("analyse", AnalyseRoom)


def counted(desk: Desk, path: Path, page: str) -> CountedPage:
    """A page of counts when its table is there."""
    room = analyse(desk, path)
    desk.menu(f"analyse:{page}")
    found = room.room_of(page).page
    assert isinstance(found, CountedPage)
    desk.window.resize(1440, 900)
    wait(desk, found)
    return found


def wait(desk: Desk, page: CountedPage) -> None:
    """Until what was wished for is counted and shown."""
    counting = page.counting
    desk.until(lambda: not (counting._running or counting._stale) and page.tabled is not None)
    desk.settle()


def view(page: CountedPage) -> TableView:
    """The table of a page."""
    found = page.body.stop()
    assert isinstance(found, TableView)
    return found


def click_cell(desk: Desk, page: CountedPage, row: str, head: str) -> None:
    """A real click on the cell with these keys, when what stands behind it is there."""
    table = view(page)
    at = [one.key for one in table.table.tabled.rows].index(row)
    index = table.table.index(at, [one.key for one in table.table.tabled.heads].index(head))
    table.scrollTo(index)
    place = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
