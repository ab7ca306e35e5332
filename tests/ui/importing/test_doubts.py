"""Doubtful lines on the import page: visited, taken in one way or another, looked at again."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from transcript_material import FG2, Shelf, parsed
from ui.importing.hands import bring, entry

from qualcoder_nhs.domain.turn_taking import Beginning
from qualcoder_nhs.importers.format import Doubt, Parsed, ReadingOptions
from qualcoder_nhs.ui.importing.page import ImportPage
from qualcoder_nhs.ui.look import theme


def test_the_first_key_goes_to_the_doubtful_line_that_is_shown(
    qtbot: QtBot, page: ImportPage
) -> None:
    bring(qtbot, page, "FG2.txt")
    lines = page.lines.list
    assert lines.currentIndex().row() == 7
    qtbot.keyClick(page.files.list, Qt.Key.Key_N)
    assert (lines.currentIndex().row(), lines.hasFocus()) == (7, True)
    qtbot.keyClick(lines, Qt.Key.Key_N)
    assert lines.currentIndex().row() == 9


def test_a_line_that_was_taken_can_be_looked_at_again(qtbot: QtBot, page: ImportPage) -> None:
    bring(qtbot, page, "FG2.txt")
    lines = page.lines.list
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    taken = lines.lines.index(7)
    assert page.lines.heading.text() == "1 line to look at"
    assert "Enter: look again" in taken.data(Qt.ItemDataRole.AccessibleTextRole)
    lines.setCurrentIndex(taken)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert page.lines.heading.text() == "2 lines to look at"
    assert lines.stands_on_doubt


def read_with_a_clock(path: Path, reading: ReadingOptions) -> Parsed:
    del path
    doubt = Doubt(10, FG2.index("17: 30"), "Starts with a time of day. Read as speech.")
    return replace(parsed(FG2, reading), doubts=(doubt,))


def test_a_line_that_names_nobody_is_given_to_somebody(qtbot: QtBot) -> None:
    page = ImportPage(theme.Theme(), read_with_a_clock, str, list)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    bring(qtbot, page, "FG2.txt")
    lines = page.lines.list
    qtbot.keyClick(lines, Qt.Key.Key_Right)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert page.session.file is not None
    assert page.session.file.begun == {FG2.index("17: 30"): Beginning("?")}
    assert page.session.file.turns["?"] == 2
    line = next(line for line in lines.lines.lines if line.doubt)
    assert line.label == "?"
    entry(lines.menu_for(line), "MD-02")
    assert page.session.file.turns["MD-02"] == 2
    page.close_readers()


def test_many_answers_stand_in_rows_within_the_line(qtbot: QtBot) -> None:
    page = ImportPage(theme.Theme(), read_with_a_clock, str, list)
    qtbot.addWidget(page)
    page.show()
    bring(qtbot, page, "FG2.txt")
    lines = page.lines.list
    line = next(line for line in lines.lines.lines if line.doubt)
    lines.painter.width = 330
    height = lines.painter.sizeHint(QStyleOptionViewItem(), lines.currentIndex()).height()
    rooms = [room for _answer, room in lines.painter.buttons(QRectF(0, 0, 330, height), line)]
    assert len({room.top() for room in rooms}) > 1
    assert all(QRectF(0, 0, 330, height).contains(room) for room in rooms)
    assert not any(one.intersects(other) for one, other in pairwise(rooms))
    page.close_readers()


def test_doubtful_lines_are_visited_and_taken(qtbot: QtBot, page: ImportPage, shelf: Shelf) -> None:
    bring(qtbot, page, "FG1.docx", "FG2.txt")
    assert page.lines.heading.text() == "As it was understood"
    qtbot.keyClick(page.files.list, Qt.Key.Key_N)
    assert page.session.at == 1
    lines = page.lines.list
    assert page.lines.heading.text() == "2 lines to look at"
    assert lines.currentIndex().row() == 7
    spoken = lines.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "doubtful: “I said:” looks like a speaker label" in spoken
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert page.lines.heading.text() == "1 line to look at"
    assert lines.currentIndex().row() == 9
    qtbot.keyClick(lines, Qt.Key.Key_Right)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shelf.asked[-1][1].as_label == {"17"})
    qtbot.waitUntil(lambda: page.session.file is not None and "17" in page.session.file.turns)
    assert page.session.file is not None
    assert page.session.file.open_doubts == ()
