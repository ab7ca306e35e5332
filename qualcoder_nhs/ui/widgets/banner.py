"""A line over the desk for what holds as long as it stands there: read only, a risky folder."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped


class Banners(QWidget):
    """Lines on a ground that warns, one below the other; none takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def add(self, told: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, with a button that helps where there is one."""
        line = QWidget()
        on_ground(line, "warn", "bottom")
        row = QHBoxLayout(line)
        row.setContentsMargins(24, 4, 12, 4)
        row.addWidget(label("▲", look="warning"))
        row.addWidget(wrapped(told, look="warning"), 1)
        if act:
            helping = button(offer)
            helping.clicked.connect(act)
            row.addWidget(helping)
        self._lines.addWidget(line)

    def clear(self) -> None:
        """Show none."""
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
