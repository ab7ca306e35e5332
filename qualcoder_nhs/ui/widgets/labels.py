"""Words on the chrome in the few sizes and manners there are."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from qualcoder_nhs.ui.look.fonts import Size, chrome_font


def label(words: str, size: Size = Size.BODY, look: str = "") -> QLabel:
    """Plain words; `look` is quiet, second or warning."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(chrome_font(size))
    if look:
        made.setProperty("look", look)
    return made


def wrapped(words: str, size: Size = Size.BODY, look: str = "") -> QLabel:
    """The same over several lines."""
    made = label(words, size, look)
    made.setWordWrap(True)
    return made


def opened(heading: str, words: str) -> str:
    """Words that begin with a heading in bold, for an `opened_label`."""
    return f"<b>{html.escape(heading)}</b> {html.escape(words)}"


def opened_label(heading: str, words: str, size: Size = Size.BODY, look: str = "") -> QLabel:
    """Words over several lines that begin with a heading in bold; both are taken literally."""
    made = wrapped("", size, look)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(opened(heading, words) if words else "")
    return made


def button(words: str, look: str = "", size: Size = Size.BODY) -> QPushButton:
    """A button that says what it does; `look` is primary, pill or row."""
    made = QPushButton(words)
    made.setFont(chrome_font(size))
    made.setAccessibleName(words)
    if look:
        made.setProperty("look", look)
    return made
