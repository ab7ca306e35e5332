"""The menu of a turn, for the mouse: what the keys do to it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.keys import KEYS
from qualcoder_nhs.ui.widgets.keycap import key_words

OFFERED = ("take_turn", "link", "question", "voice", "memo", "correct")


def open_turn_menu(parent: QWidget, place: QPoint, run: Callable[[str], object]) -> QMenu:
    """Offer what can be done with the turn at the caret; `run` gets the id of a command."""
    menu = QMenu(parent)
    known = {command.id: command for command in KEYS}
    for name in OFFERED:
        command = known[name]
        action = menu.addAction(f"{_(command.words)}\t{key_words(command.key)}")
        action.triggered.connect(lambda _on, name=name: run(name))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return menu
