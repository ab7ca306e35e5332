"""What a sheet holds above its buttons: in a low window, or in large letters, it scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Body(QScrollArea):
    """Parts go into `column`; the buttons stand below, and so are always in sight."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(8)
        self.setWidget(inside)
        # Both would have grounds of their own otherwise.
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
