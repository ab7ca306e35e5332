"""The head of a page: its title, one sentence beneath, and the controls at its right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import label


class PageHeader(QWidget):
    """Title and sentence on the paper of the page, with a line under them."""

    def __init__(self, title: str, *controls: QWidget) -> None:
        super().__init__()
        on_ground(self, "paper", "bottom")
        self.title = label(title, Size.TITLE)
        self.sentence = label("", Size.SMALL, "second")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)

    def say(self, sentence: str) -> None:
        """Put a sentence under the title."""
        self.sentence.setText(sentence)
