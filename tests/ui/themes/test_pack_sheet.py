"""Exporting a theme pack from its desk: the choices are told before anything is saved."""

from pathlib import Path

from builders import coder
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.themes.pack_sheet import SETTLE, PackSheet
from qualcoder_nhs.ui.widgets.pick_button import PickButton
from tests.ui.themes.test_themes_desk import at


def opened(desk: Desk, path: Path) -> PackSheet:
    at(desk, path)
    desk.menu("export_excerpts")  # its key exports what the open desk shows
    desk.until(lambda: bool(desk.window.findChildren(PackSheet)))
    return desk.window.findChildren(PackSheet)[0]


def waited(desk: Desk) -> None:
    desk.bot.wait(SETTLE + 60)
    desk.settle()


def test_the_sheet_tells_what_would_be_in_it(desk: Desk, themed: Path) -> None:
    sheet = opened(desk, themed)
    before = sheet.sum.text()
    assert "2 themes" in before
    first = next(iter(sheet.choices.themes.values()))
    first.setChecked(False)
    waited(desk)
    assert "1 theme," in sheet.sum.text()
    for box in sheet.choices.themes.values():
        box.setChecked(False)
    waited(desk)
    assert (sheet.sum.text(), sheet.save.isEnabled()) == ("No theme is chosen.", False)
    sheet.reject()


def test_what_is_widened_follows_the_smallest_number(desk: Desk, themed: Path) -> None:
    sheet = opened(desk, themed)
    sheet.choices.template.setText("({participant})")
    sheet.choices.template.textEdited.emit("({participant})")
    waited(desk)
    assert "widened" not in sheet.kept_back.text().replace("nothing is widened", "")
    sheet.reject()


def test_it_writes_the_file_and_notes_it(desk: Desk, themed: Path) -> None:
    sheet = opened(desk, themed)
    out = themed.with_name("pack.docx")
    sheet.save.click()
    desk.until(lambda: bool(desk.window.findChildren(QFileDialog)))
    (dialog,) = desk.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    desk.until(out.exists)
    desk.settle()
    desk.window.close()
    with Study.read(themed) as study:
        assert [(one.what, Path(one.file).name) for one in study.ask(Reader.exports)] == [
            ("themes", "pack.docx")
        ]


def tick(desk: Desk, several: PickButton, name: str) -> None:
    """Open the list under the button, and tick a row with a real click."""
    QTest.mouseClick(several, Qt.MouseButton.LeftButton)
    QTest.keyClicks(several.list.field, name)
    rows = several.list.list
    place = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    several.list.hide()
    waited(desk)


def test_only_the_ticked_groups_and_coders_are_in_it(desk: Desk, themed: Path) -> None:
    sheet = opened(desk, themed)
    choices, before = sheet.choices, sheet.sum.text()
    tick(desk, choices.groups, "FG2")
    assert choices.groups.text() == "Groups: FG2"
    assert len(choices.wish.groups) == 1
    assert sheet.sum.text() != before
    tick(desk, choices.groups, "FG2")
    assert sheet.sum.text() == before
    tick(desk, choices.coders, "AB")
    assert choices.wish.coders == {coder(desk.study, "AB")}
    assert choices.coders.text() == "Coders: AB"
    sheet.reject()
