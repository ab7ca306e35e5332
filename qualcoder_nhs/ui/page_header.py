"""The head of a page: its title, one sentence beneath, and the controls at its right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.ground import Ground
from qualcoder_nhs.ui.labels import label
from qualcoder_nhs.ui.theme import Theme


class PageHeader(Ground):
    """Title and sentence on the paper of the page, with a line under them."""

    def __init__(self, theme: Theme, title: str, *controls: QWidget) -> None:
        super().__init__(theme, "paper", edges="b")
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
