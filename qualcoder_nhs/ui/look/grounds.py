"""What widgets lie on, and the thin lines between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


def on_ground(widget: QWidget, ground: str, edge: str = "") -> None:
    """Let the widget lie on `rail`, `side`, `paper` or `warn`, with a line at one edge."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("ground", ground)
    if edge:
        widget.setProperty("edge", edge)


def rule() -> QFrame:
    """A thin line between two things."""
    line = QFrame()
    line.setProperty("ground", "rule")
    line.setFixedHeight(1)
    return line
