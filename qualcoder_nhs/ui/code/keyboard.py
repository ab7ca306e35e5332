"""What a key pressed in the transcript means, before anything is done about it."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from qualcoder_nhs.ui.code.keys import command_for, ends_command, link_command

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class Kind(Enum):
    """What sort of stroke a key is."""

    COMMAND = "command"
    ENDS = "ends"
    RECENT = "recent"
    TYPED = "typed"
    SELECT_WORD = "select word"
    SELECT_CHARACTER = "select character"
    SELECT_THEN_SNAP = "select then snap"


@dataclass(frozen=True)
class Stroke:
    """A key with its meaning: a command's id, letters for the palette, a number, a direction."""

    kind: Kind
    what: str = ""


def key_name(event: QKeyEvent) -> str:
    """The key as the table of keys writes it, whatever the layout of the keyboard."""
    text, held = event.text(), event.modifiers()
    with_control = bool(held & _CTRL) and not held & _ALT
    if text and text.isprintable() and not text.isspace() and not with_control:
        if not text.isalpha():
            return text
        return f"Shift+{text.upper()}" if held & _SHIFT else text.upper()
    if event.key() == Qt.Key.Key_Backtab:
        return "Shift+Tab"
    key, name = event.key(), QKeySequence(event.keyCombination()).toString()
    if key == Qt.Key.Key_Enter:
        name = name.replace("Enter", "Return").replace("Num+", "")
    if with_control and Qt.Key.Key_Exclam <= key <= Qt.Key.Key_AsciiTilde and not _is_letter(key):
        name = name.replace("Shift+", "")
    return name


def _is_letter(key: int) -> bool:
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z


def read(
    event: QKeyEvent,
    *,
    selected: bool,
    ends: bool,
    letters: bool = True,
    linking: bool = False,
) -> Stroke | None:
    """What the key means now; None where the text's own keys should have it."""
    if event.key() in _MODIFIERS:
        return None
    name = key_name(event)
    if linking:
        picked = link_command(name)
        return Stroke(Kind.ENDS, picked) if picked else None
    if ends:
        command = ends_command(name)
        return Stroke(Kind.ENDS, command) if command else None
    return _selecting(event) or _in_text(event, name, selected=selected, letters=letters)


def _selecting(event: QKeyEvent) -> Stroke | None:
    held = event.modifiers()
    if not held & _SHIFT:
        return None
    if event.key() in _SIDEWAYS:
        way = "forth" if event.key() == Qt.Key.Key_Right else "back"
        return Stroke(Kind.SELECT_CHARACTER if held & _ALT else Kind.SELECT_WORD, way)
    if event.key() in _MOVES and not held & _ALT:
        return Stroke(Kind.SELECT_THEN_SNAP)
    return None


def _in_text(event: QKeyEvent, name: str, *, selected: bool, letters: bool) -> Stroke | None:
    if event.modifiers() & (_ALT | _CTRL) == _ALT and _is_letter(event.key()):
        return None  # Alt with a letter opens a menu, and is nothing in the text
    if len(name) == 1 and name in "123456789":
        return Stroke(Kind.RECENT, name)
    command = command_for(name, selected=selected, letters=letters)
    if command:
        return Stroke(Kind.COMMAND, command)
    if selected and len(name) == 1:
        return Stroke(Kind.TYPED, event.text())
    return None
