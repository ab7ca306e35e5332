"""The table with the passages beside it; where there is no room, one in the place of the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import KeyButton

NARROW, PANE = 900, 350


class Beside(QSplitter):
    """`narrowed` tells that there is room for both now, or no more.

    `open` is the button that calls for the passages where they are out of sight.
    """

    narrowed = Signal()

    def __init__(self, theme: Theme, centre: QWidget, passages: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._centre, self._passages = centre, passages
        self._was_narrow = False
        self.action = QAction(_("Passages"), self)
        self.action.setShortcut("F8")
        # The key is the window's, which knows what stands at the right of each desk.
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(self.go_to_passages)
        self.open = KeyButton(theme, self.action)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(centre)
        self.addWidget(passages)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([800, PANE])
        passages.hide()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for the passages beside the table."""
        return self.width() < NARROW

    def make_room(self, *, some: bool) -> None:
        """Both beside each other, or the table alone until the passages are asked for."""
        self._centre.show()
        self._passages.setVisible(some and not self.narrow)
        self.open.setVisible(some and self.narrow)

    def go_to_passages(self) -> None:
        """Where it is narrow, they take the place of the table."""
        self._passages.show()
        self._centre.setVisible(not self.narrow)
        self._passages.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.open.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.narrow is not self._was_narrow:
            self._was_narrow = self.narrow
            self.narrowed.emit()
