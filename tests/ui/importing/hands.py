"""The files of the import page's tests, and short words for what is done with them."""

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from transcript_material import FG2

from qualcoder_nhs.ui.importing.page import ImportPage

TEXTS = {
    "FG1.docx": "MOD: Why?\nP1: Because.\nP2: No.\nP1: Yes.\n",
    "FG2.txt": FG2,
    "talk.vtt": "A lecture\nwithout anybody named.\n",
    "FG2_copy.txt": FG2,
}


def bring(qtbot: QtBot, page: ImportPage, *names: str) -> None:
    """Add files and wait until they are read."""
    page.add([Path(name) for name in names])
    qtbot.waitUntil(lambda: not page.session.waiting)


def entry(menu: QMenu, words: str) -> None:
    """Choose the entry of a menu that begins so."""
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
