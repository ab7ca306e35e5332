"""The matrix: a dot is a person, what is said of a cell, and families that close."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from ui.analyse.desk_of_tables import counted, view
from ui.whole_window import Desk

from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.matrix_view import CELL, MatrixView, said_ink
from qualcoder_nhs.ui.look.fonts import grown


@pytest.fixture
def page(desk: Desk, sample: Path) -> CountedPage:
    return counted(desk, sample, "matrix")


def cell(page: CountedPage, row: str, head: str) -> QRect:
    table = view(page)
    at = [one.key for one in table.table.tabled.rows].index(row)
    index = table.table.index(at, [one.key for one in table.table.tabled.heads].index(head))
    table.scrollTo(index)
    return table.visualRect(index)


def dots(picture: QImage, ink: QColor) -> int:
    """How many separate runs of an ink there are on the busiest line."""
    most = 0
    for y in range(picture.height()):
        line = [picture.pixelColor(x, y) == ink for x in range(picture.width() // 2)]
        most = max(most, sum(1 for a, b in zip([False, *line], line, strict=False) if b and not a))
    return most


def test_a_filled_dot_is_drawn_for_each_who_said_it(desk: Desk, page: CountedPage) -> None:
    assert page.tabled is not None
    table = view(page)
    ink = QColor(said_ink(page._theme))
    for row, head in (("hyb-stance", "medical director"), ("hyb-stance", "chief executive")):
        entry = page.tabled.entry(row, head)
        table.setCurrentIndex(table.table.index(0, 0))
        box = cell(page, row, head)
        picture = table.viewport().grab(box).toImage()
        assert entry.count is not None
        assert dots(picture, ink) == len(entry.count.participants)
        assert box.height() == grown(CELL)


def test_one_voice_is_a_square_in_high_contrast(desk: Desk, page: CountedPage) -> None:
    table = view(page)
    table.setCurrentIndex(table.table.index(0, 0))
    box = cell(page, "hyb-doctor", "medical director")
    before = table.viewport().grab(box).toImage()
    warn = QColor(page._theme.tokens.warn)
    assert any(
        before.pixelColor(x, y) == warn for x in range(box.width()) for y in range(box.height())
    )
    desk.menu("high_contrast")
    desk.settle()
    after = table.viewport().grab(box).toImage()
    assert not any(
        after.pixelColor(x, y) == warn for x in range(box.width()) for y in range(box.height())
    )


def test_a_cell_is_spoken_whole(page: CountedPage) -> None:
    table = view(page)
    rows = [one.key for one in table.table.tabled.rows]
    heads = [one.key for one in table.table.tabled.heads]
    index = table.table.index(rows.index("hyb-doctor"), heads.index("medical director"))
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Medical director: 2 of 7 said it, one voice. Doctor at heart"
    index = table.table.index(rows.index("hyb-doctor"), heads.index("chief executive"))
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Chief executive: 0 of 6, present, did not say it. Doctor at heart"


def test_space_and_a_click_close_a_family(desk: Desk, page: CountedPage) -> None:
    table = view(page)
    assert isinstance(table, MatrixView)
    table.setCurrentIndex(table.table.index(2, 1))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.isRowHidden(1)
    assert table.isRowHidden(2)
    assert table.currentIndex().row() == 0
    place = table.names.rect().topLeft()
    place.setY(table.names.sectionViewportPosition(0) + 10)
    place.setX(20)
    QTest.mouseClick(table.names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not table.isRowHidden(1)


def test_the_heads_name_the_role_and_over_whom_is_counted(page: CountedPage) -> None:
    heads = view(page).columns.model()
    told = [heads.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert told[2] == "clinical director, 11 people, FG3, FG4"
