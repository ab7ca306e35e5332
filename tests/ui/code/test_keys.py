"""One table of keys; with words selected small letters are a code's, with Shift the command's."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from qualcoder_nhs.ui.code.keyboard import Kind, Stroke, key_name, read
from qualcoder_nhs.ui.code.keys import KEYS, command_for

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def event(key, held=NONE, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("key", "selected", "command"),
    [
        ("T", False, "take_turn"),
        ("Shift+T", False, "take_turn"),
        ("T", True, None),
        ("Shift+T", True, "take_turn"),
        ("Shift+V", True, "in_vivo"),
        ("/", True, "open_palette"),
        ("Del", True, "remove"),
        ("X", False, None),
    ],
)
def test_the_rule_of_letters(key, selected, command):
    assert command_for(key, selected=selected) == command


def test_letters_can_be_switched_off_and_other_keys_stay():
    assert command_for("T", selected=False, letters=False) is None
    assert command_for("]", selected=False, letters=False) == "next_coding"


def test_one_key_does_one_thing_at_a_time():
    for when in {command.when for command in KEYS}:
        keys = [command.key for command in KEYS if command.when is when]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("press", "name"),
    [
        (event(Qt.Key.Key_BracketLeft, CTRL | ALT, "["), "["),
        (event(Qt.Key.Key_Plus, CTRL | SHIFT, "+"), "Ctrl++"),
        (event(Qt.Key.Key_H, CTRL | SHIFT), "Ctrl+Shift+H"),
        (event(Qt.Key.Key_Backtab, SHIFT), "Shift+Tab"),
        (event(Qt.Key.Key_V, SHIFT, "V"), "Shift+V"),
        (event(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "\r"), "Return"),
        (event(Qt.Key.Key_Delete), "Del"),
    ],
)
def test_keys_are_named_as_in_the_table_on_any_layout(press, name):
    assert key_name(press) == name


@pytest.mark.parametrize(
    ("press", "selected", "ends", "stroke"),
    [
        (event(Qt.Key.Key_H, NONE, "h"), True, False, Stroke(Kind.TYPED, "h")),
        (event(Qt.Key.Key_3, NONE, "3"), True, False, Stroke(Kind.RECENT, "3")),
        (event(Qt.Key.Key_Right, SHIFT), True, False, Stroke(Kind.SELECT_WORD, "forth")),
        (event(Qt.Key.Key_Left, SHIFT | ALT), True, False, Stroke(Kind.SELECT_CHARACTER, "back")),
        (event(Qt.Key.Key_Left, SHIFT), True, True, Stroke(Kind.ENDS, "start_back")),
        (event(Qt.Key.Key_Right), False, False, None),
        (event(Qt.Key.Key_Shift, SHIFT), False, False, None),
    ],
)
def test_what_a_key_means(press, selected, ends, stroke):
    assert read(press, selected=selected, ends=ends) == stroke


@pytest.mark.parametrize("selected", [True, False])
def test_alt_and_a_letter_are_left_to_the_menus(selected):
    assert read(event(Qt.Key.Key_V, ALT, "v"), selected=selected, ends=False) is None
