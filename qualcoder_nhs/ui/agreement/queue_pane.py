"""The left of the queue: how far the team is, what there is to settle, in which order."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QProgressBar, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.disputed import Queue, QueueItem
from qualcoder_nhs.ui.agreement.choice_button import ChoiceButton
from qualcoder_nhs.ui.agreement.queue_list import QueueModel, QueueRow
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, label

_SHORT = 480
"""Under so many pixels of height the list is worth more than buttons for going through it."""


class QueuePane(QWidget):
    """The list and what changes it. `picked` bears the disagreement that is looked at."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = QueueModel(self)
        self.list = QListView()
        self.row = QueueRow(theme, self.model, self)
        self.back = button(_("Back to the round"), "pill", Size.SMALL)
        self.settled = label("", Size.SMALL)
        self.bar = QProgressBar()
        self.largest = self._action(_("Largest first"), "G", checkable=True)
        self.nameless = self._action(_("Hide names"), "H", checkable=True)
        self.unanimous = self._action(_("Settle all that is agreed"), "U")
        self.following = self._action(_("Next"), "J")
        self.previous = self._action(_("Previous"), "K")
        self.unsettled = self._action(_("Next to settle"), "N")
        self.open = self._action(_("Open in transcript"), "O")
        self._choices = [ChoiceButton(theme, one) for one in (self.largest, self.nameless)]
        self._agreed = KeyButton(theme, self.unanimous)
        self._steps = [
            KeyButton(theme, one)
            for one in (self.following, self.previous, self.unsettled, self.open)
        ]
        self._lay_out()
        self._connect()

    def _action(self, words: str, key: str, *, checkable: bool = False) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(checkable)
        return action

    @property
    def actions_of_page(self) -> list[QAction]:
        """All of them, for the page: their keys act wherever in it the keys go."""
        return [
            self.largest,
            self.nameless,
            self.unanimous,
            self.following,
            self.previous,
            self.unsettled,
            self.open,
        ]

    def _lay_out(self) -> None:
        on_ground(self, "side", "right")
        self.setFixedWidth(grown(PANE_WIDTH))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.row)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Disagreements"))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How much is settled"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.list, 1)
        steps = _flowing(self._steps)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 0)
        inset.addWidget(steps)
        column.addLayout(inset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for step in self._steps[:2]:
            step.setHidden(self.height() < grown(_SHORT))

    def _head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.addWidget(label(_("Disagreements"), Size.HEADING), 1)
        top.addWidget(self.back)
        done = QHBoxLayout()
        done.setSpacing(8)
        done.addWidget(self.bar, 1)
        done.addWidget(self.settled)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(8)
        head.addLayout(top)
        head.addLayout(done)
        head.addWidget(_flowing(self._choices))
        head.addWidget(self._agreed)
        return head

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._pick)
        self.following.triggered.connect(lambda: self.step(1))
        self.previous.triggered.connect(lambda: self.step(-1))
        self.unsettled.triggered.connect(self.go_on)
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.list)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_queue(self, queue: Queue, *, writable: bool) -> None:
        """List the disagreements, standing on the same one as before, or else on the first open."""
        before = self.current
        self.model.put(queue.by_size() if self.largest.isChecked() else queue.items)
        self.back.setText(f"‹ {queue.round.name}")
        self.back.setAccessibleName(_("Back to {round}").format(round=queue.round.name))
        total = len(queue.items)
        self.settled.setText(_("{n} of {of} settled").format(n=queue.settled, of=total))
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(queue.settled)
        self._show_agreed(queue, writable=writable)
        place = self.model.place_of(before)
        self.stand_on(place if place >= 0 else max(0, self.model.next_open(-1)))

    def _show_agreed(self, queue: Queue, *, writable: bool) -> None:
        count = len(queue.agreed)
        self.unanimous.setText(_("Settle {n} all agree on").format(n=count))
        self.unanimous.setEnabled(bool(count) and writable)
        self._agreed.setVisible(bool(count))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.row.theme = theme
        self.list.viewport().update()
        for choice in self._choices:
            choice.set_theme(theme)
        for keyed in (*self._steps, self._agreed):
            keyed.set_theme(theme)

    # ── walking ──────────────────────────────────────────────────────────────────────────────

    @property
    def current(self) -> QueueItem | None:
        """The disagreement that is looked at."""
        return self.model.at(self.list.currentIndex())

    def step(self, by: int) -> None:
        """Go so many rows on, within the list."""
        last = len(self.model.rows) - 1
        self.stand_on(max(0, min(last, self.list.currentIndex().row() + by)))

    def stand_on(self, row: int) -> None:
        """Go to a row."""
        if 0 <= row < len(self.model.rows):
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.list.currentIndex())

    def go_on(self) -> None:
        """Go to the next that is not settled, counting the one looked at as done."""
        here = self.list.currentIndex().row()
        place = self.model.next_open(here)
        self.stand_on(place if place != here else -1)

    def _pick(self, index: QModelIndex) -> None:
        item = self.model.at(index)
        if item is not None:
            self.picked.emit(item)


def _flowing(parts: list[ChoiceButton] | list[KeyButton]) -> QWidget:
    whole = QWidget()
    row = Flow(whole, 4)
    for one in parts:
        row.addWidget(one)
    return whole
