"""A page without anything on it yet: what it is for, in a few words, and the one step to take."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import label, wrapped

WIDTH = 460


class EmptyPage(QWidget):
    """A heading, sentences and a button in the middle of the page; the button has the focus."""

    def __init__(self, heading: str, told: Sequence[str], button: QPushButton) -> None:
        super().__init__()
        on_ground(self, "paper")
        self.button = button
        self.setFocusProxy(button)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(8)
        self.sentences = [wrapped(sentence, look="second") for sentence in told]
        for part in (label(heading, Size.HEADING), *self.sentences):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QGridLayout(self)
        page.setRowStretch(0, 9)
        page.setColumnStretch(0, 1)
        page.setColumnStretch(1, WIDTH)
        page.setColumnStretch(2, 1)
        page.addWidget(middle, 1, 1)
        page.setRowStretch(2, 10)
