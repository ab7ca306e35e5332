"""Words with the keys that do what they say, side by side, for the foot or head of a page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.widgets.keycap import KeyCap
from qualcoder_nhs.ui.widgets.labels import label


def key_hints(*hints: tuple[str, str]) -> QWidget:
    """Each hint is what is done, and the key that does it."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for words, key in hints:
        if row.count():
            row.addSpacing(8)
        row.addWidget(label(words, Size.SMALL, "second"))
        row.addWidget(KeyCap(key))
    return made
