"""The import page before there are files on it: what can come, and the one step to take."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.grounds import on_ground
from qualcoder_nhs.ui.key_button import KeyButton
from qualcoder_nhs.ui.labels import label, wrapped
from qualcoder_nhs.ui.theme import Theme

WIDTH = 460


class EmptyPane(QWidget):
    """A few words in the middle of the page over the button for the first files."""

    def __init__(self, theme: Theme, add_files: QAction) -> None:
        super().__init__()
        on_ground(self, "paper")
        self.button = KeyButton(theme, add_files, "primary", icon="plus")
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(8)
        for part in _words():
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QGridLayout(self)
        page.setRowStretch(0, 9)
        page.addWidget(middle, 1, 0, Qt.AlignmentFlag.AlignHCenter)
        page.setRowStretch(2, 10)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.button.set_theme(theme)


def _words() -> tuple[QLabel, ...]:
    words = (
        label(_("No files yet"), Size.HEADING),
        wrapped(_("Bring in Word, text or subtitle files, or drag them here."), look="second"),
        wrapped(_("You will see what was understood before anything is written."), look="second"),
    )
    for part in words:
        part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return words
