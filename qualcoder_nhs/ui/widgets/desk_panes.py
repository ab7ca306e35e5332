"""The Code desk between its two panes; where room is short, the right one lies over the text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.look.fonts import grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.shadow import Shadow
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH

_LEAST_DESK = 400


class DeskPanes(QWidget):
    """Shows and puts away what stands at the left and at the right of the desk.

    A crowded desk has its right pane over it, and only when it is asked for. With room again the
    pane stands beside the desk as it did before.
    """

    def __init__(
        self, left: Sequence[QWidget], desk: QWidget, right: Sequence[QWidget], now: Settings
    ) -> None:
        super().__init__()
        self._left = _pane("right", (200, grown(420)), left)
        self._right = _pane("left", (grown(240), grown(520)), right)
        self._right_width = max(now.right_width or PANE_WIDTH, grown(240))
        self._wants_right = now.right_width > 0
        self._crowded = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for pane, stretch in ((self._left, 0), (desk, 1), (self._right, 0)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._left.setVisible(now.left_width > 0)
        self._right.setVisible(self._wants_right)
        self._share(now.left_width or PANE_WIDTH, now.window_width)
        self._shadow = Shadow(self._right, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def widths(self) -> tuple[int, int]:
        """How wide the panes are to be next time; 0 for one that was put away."""
        left = 0 if self._left.isHidden() else self._splitter.sizes()[0]
        self._remember_right()
        return left, self._right_width if self._wants_right else 0

    def has(self, side: str) -> bool:
        """Whether the `left` or the `right` pane is there to see."""
        return not (self._left if side == "left" else self._right).isHidden()

    def show_pane(self, side: str, *, on: bool) -> None:
        """Show or put away a pane, as the user asks."""
        if side == "left":
            self._left.setVisible(on)
            return
        if not self._crowded:
            self._wants_right = on
        self._right.setVisible(on)
        self._lay_over()

    def make_room(self, *, crowded: bool) -> None:
        """There is no room for the right pane beside the text any more, or there is again."""
        if crowded == self._crowded:
            return
        self._crowded = crowded
        if crowded:
            self._remember_right()
            self._right.setParent(self)
            self._right.hide()
        else:
            left = self._splitter.sizes()[0]
            self._splitter.addWidget(self._right)
            self._splitter.setStretchFactor(2, 0)
            self._right.setVisible(self._wants_right)
            self._share(left, self.width())

    def _share(self, left: int, width: int) -> None:
        """Give the panes their widths and the desk the rest."""
        middle = max(_LEAST_DESK, width - left - self._right_width)
        self._splitter.setSizes([left, middle, self._right_width])

    def _remember_right(self) -> None:
        if not self._crowded and self.has("right") and self._splitter.sizes()[2]:
            self._right_width = self._splitter.sizes()[2]

    def _lay_over(self) -> None:
        if self._crowded and self.has("right"):
            width = min(self._right_width, self.width())
            self._right.setGeometry(self.width() - width, 0, width, self.height())
            self._right.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()


def _pane(edge: str, bounds: tuple[int, int], parts: Sequence[QWidget]) -> QWidget:
    pane = QWidget()
    on_ground(pane, "side", edge)
    pane.setMinimumWidth(bounds[0])
    pane.setMaximumWidth(bounds[1])
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is parts[-1] else 0)
    return pane
