"""Every control of the window has a name that a screen reader can speak."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QWidget,
)
from ui.whole_window import Desk

from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog
from qualcoder_nhs.ui.studies.start_dialog import StartDialog

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QProgressBar,
)
INSIDE = ("qt_", "QTreeViewHeader")


def nameless(window: QWidget) -> list[str]:
    """The controls without a name, each with where it is."""
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in controls(window)
        if not spoken(one)
    ]


def controls(window: QWidget) -> Iterator[QWidget]:
    for one in window.findChildren(QWidget):
        if isinstance(one, CONTROLS) and not one.objectName().startswith(INSIDE):
            yield one


def spoken(control: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(control)
    return found.text(QAccessible.Text.Name) if found else ""


def own(names: list[str]) -> list[str]:
    """Qt's own header of the tree is never shown."""
    return [name for name in names if "QHeaderView" not in name]


def test_the_welcome_page(desk: Desk) -> None:
    assert own(nameless(desk.window)) == []


def test_an_open_study_with_all_its_desks(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    desk.menu("history")
    desk.menu("coders")
    desk.settle()
    assert own(nameless(desk.window)) == []
    assert room.desk == "study"


def test_the_dialogs(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    codes = room.code.codebook.codebook.children(None)
    room.code.codebook.open_card(codes[0].id)
    desk.commands.ask_to_start()
    for kind in (CodeDialog, StartDialog):
        dialog = desk.dialog(kind)
        assert own(nameless(dialog)) == []
        dialog.close()
