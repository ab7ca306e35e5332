"""How large a sheet opens: grown with the letters, and never larger than the window it is over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.ui.look.fonts import grown

_FROM_EDGE = 16


def sheet_size(width: int, height: int, window: QWidget) -> QSize:
    """A size of the design for a sheet over this window."""
    most = window.size().expandedTo(QSize(480, 400)) - QSize(2 * _FROM_EDGE, 2 * _FROM_EDGE)
    return QSize(grown(width), grown(height)).boundedTo(most)
