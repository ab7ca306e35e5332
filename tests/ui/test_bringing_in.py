"""Files from the import page into the open study: how many of how many, and what stays."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from ui.whole_window import Desk

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.frame.workroom import Workroom

TALK = "MOD: Why?\nP1: Because {}.\nMOD: Say more?\nP1: No.\n"


def brought(desk: Desk, room: Workroom, *files: Path) -> None:
    """Have files on the import page, read and compared with the study."""
    room.show_import(files)
    desk.until(lambda: not room.traffic.importing.session.waiting)
    desk.settle()


def talks(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(TALK.format(name), encoding="utf-8")
    return [folder / name for name in names]


def imported(desk: Desk) -> Callable[[], bool]:
    return lambda: "imported" in desk.window.status.message


def test_an_import_says_how_many_came_of_how_many(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    empty = tmp_path / "empty.txt"
    empty.touch()
    brought(desk, room, *talks(tmp_path, "one.txt", "two.txt"), empty)
    room.traffic.importing.import_action.trigger()
    desk.until(imported(desk))
    assert desk.window.status.message == "2 of 3 files imported. Left out: empty.txt."
    assert room.desk == "code"
    assert room.traffic.importing.session.files == []


def test_files_come_in_once_however_often_import_is_pressed(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    brought(desk, room, *talks(tmp_path, "one.txt", "two.txt"))
    for _time in range(3):
        room.traffic.importing.import_action.trigger()
    desk.until(imported(desk))
    desk.settle()
    names = sorted(desk.study.ask(Reader.transcript_names).values())
    assert names == ["FG1", "FG2", "one", "two"]


def test_cancel_puts_the_files_away(desk: Desk, study_file: Path, tmp_path: Path) -> None:
    room = desk.open(study_file)
    page = room.traffic.importing
    brought(desk, room, *talks(tmp_path, "one.txt"))
    cancel = next(one for one in page.findChildren(QPushButton) if one.text() == "Cancel")
    desk.bot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert room.desk == "code"
    room.show_import()
    assert page.empty.isVisible()


def test_what_did_not_come_in_stays_and_nothing_comes_twice(
    desk: Desk, study_file: Path, tmp_path: Path
) -> None:
    room = desk.open(study_file)
    page = room.traffic.importing
    brought(desk, room, *talks(tmp_path, "one.txt", "two.txt"))
    first, second = page.session.coming
    ready = first.ready()
    assert ready is not None
    desk.study.run(ready.action(), room.coder.id)  # as an import that was stopped after it
    desk.settle()
    assert page.session.coming == [second]
    page.import_action.trigger()
    desk.until(imported(desk))
    names = desk.study.ask(Reader.transcript_names).values()
    assert {"one", "two"} <= set(names)
    assert "one (2)" not in names
