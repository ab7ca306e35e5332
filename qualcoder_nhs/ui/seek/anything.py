"""Anything by its name: type a few letters of a command, a transcript, a code or a turn."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import icon
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import rule
from qualcoder_nhs.ui.look.shadow import Shadow
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.seek.thing_rows import ROW_HEIGHT, ThingPainter, ThingRows
from qualcoder_nhs.ui.seek.things import Match
from qualcoder_nhs.ui.widgets.labels import label

WIDTH = 452
_TOP = 72
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}

Find = Callable[[str], Sequence[Match]]


class Anything(QFrame):
    """Lies over the window. `picked` bears the thing; the focus is where it was by then."""

    picked = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._find: Find = lambda _letters: ()
        self._before: QWidget | None = None
        self.rows = ThingRows(self)
        self.painter = ThingPainter(theme, self.rows)
        self.field, self.list = QLineEdit(self), QListView(self)
        self._glass = self.field.addAction(
            icon("search", theme.tokens.ink2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._nothing = label(_("Nothing has this name."), Size.BODY, "second")
        self._nothing.setFixedHeight(grown(ROW_HEIGHT))
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()
        Shadow(self, window)

    def _lay_out(self) -> None:
        self.setProperty("look", "lifted")
        self.setAccessibleName(_("Anything by name"))
        self.setFixedWidth(grown(WIDTH))
        self._glass.setText(_("Find anything by name"))
        self.field.setPlaceholderText(_("A command, a transcript, a code, or FG2 142"))
        self.field.setAccessibleName(_("Name of a command, a transcript, a code or a turn"))
        self.field.setProperty("look", "open")
        self._dress_list()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part, margins in (
            (self.field, (8, 8, 12, 8)),
            (rule(), (0, 0, 0, 0)),
            (self.list, (6, 4, 6, 4)),
            (self._nothing, (16, 0, 16, 4)),
        ):
            inset = QVBoxLayout()
            inset.setContentsMargins(*margins)
            inset.addWidget(part)
            column.addLayout(inset)

    def _dress_list(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.painter)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("What has this name"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.clicked.connect(lambda index: self._take(index.row()))

    # ── opening and closing ──────────────────────────────────────────────────────────────────

    def open(self, find: Find, theme: Theme) -> None:
        """Offer what `find` finds for the letters typed."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._find, self.painter.theme = find, theme
        self._glass.setIcon(icon("search", theme.tokens.ink2))
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def again(self) -> None:
        """Look once more: there is more to be found now."""
        if not self.isHidden():
            self._search(self.field.text())

    def close_box(self) -> None:
        """Go away, and let the keys go where they went before."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before):
            before.setFocus()

    def _search(self, letters: str) -> None:
        self.rows.put(self._find(letters))
        if self.rows.rows:
            self.list.setCurrentIndex(self.rows.index(0))
        self._place()

    def _place(self) -> None:
        """As high as its rows, in the middle of the window."""
        rows = len(self.rows.rows)
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        self.list.setFixedHeight(rows * grown(ROW_HEIGHT) + 2)
        self._column.activate()
        self.setFixedHeight(self._column.sizeHint().height())
        self.move(max(0, (self._window.width() - self.width()) // 2), _TOP)

    # ── keys ─────────────────────────────────────────────────────────────────────────────────

    def _take(self, at: int) -> None:
        if 0 <= at < len(self.rows.rows):
            thing = self.rows.rows[at].thing
            self.close_box()
            self.picked.emit(thing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window and kind is QEvent.Type.Resize and self.isVisible():
            self._place()
        elif watched is self.field and kind is QEvent.Type.FocusOut:
            self._left()
        elif watched is self.field and isinstance(event, QKeyEvent):
            return kind is QEvent.Type.KeyPress and self._key(event)
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        """The keys went elsewhere in the window: they stay there."""
        if self._window.isActiveWindow() and not self.field.hasFocus():
            self._before = None
            self.hide()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex().row())
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = len(self.rows.rows)
        if count:
            at = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.rows.index(at))
