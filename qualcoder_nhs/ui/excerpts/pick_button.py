"""A button of the filter row: opens a list to tick, with a field to find things in it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.key_button import MenuButton
from qualcoder_nhs.ui.labels import button
from qualcoder_nhs.ui.row_paint import ModelIndex
from qualcoder_nhs.ui.theme import Theme

WIDTH, ROW, MOST_ROWS = 320, 26, 14


@dataclass(frozen=True)
class Pick:
    """Something to tick. `depth` sets it in; `found_by` are words it is found by as well."""

    value: Hashable
    words: str
    depth: int = 0
    found_by: str = ""


class PickModel(QAbstractListModel):
    """Things to tick; `ticked` holds the values of those that are."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.picks: list[Pick] = []
        self.ticked: set[Hashable] = set()

    def offer(self, picks: Sequence[Pick]) -> bool:
        """Offer other things; tell whether a tick went because its thing is gone."""
        self.beginResetModel()
        self.picks = list(picks)
        self.endResetModel()
        gone = self.ticked - {pick.value for pick in picks}
        self.ticked -= gone
        return bool(gone)

    def tick(self, *values: Hashable) -> None:
        """Tick these and nothing else."""
        self.ticked = set(values)
        self._tell()

    def _tell(self) -> None:
        if self.picks:
            self.dataChanged.emit(self.index(0), self.index(len(self.picks) - 1))
        self.ticks_changed.emit()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.picks)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pick = self.picks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "    " * pick.depth + pick.words
        if role == Qt.ItemDataRole.UserRole:
            return f"{pick.words} {pick.found_by}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return pick.words
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = pick.value in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def toggle(self, place: int) -> None:
        """Tick a thing, or take its tick away."""
        self.ticked ^= {self.picks[place].value}
        self._tell()


class TickList(QListView):
    """A list whose rows are clicked by Space and Enter as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class PickList(QFrame):
    """The list under the button. Typing finds, Space and Enter tick, Esc closes."""

    def __init__(self, model: PickModel, what: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._model = model
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterRole(Qt.ItemDataRole.UserRole)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type to find"))
        self.field.setAccessibleName(_("Find in {}").format(what))
        self.field.textChanged.connect(self._shown.setFilterFixedString)
        self.list = TickList()
        self.list.setModel(self._shown)
        self.list.setAccessibleName(what)
        self.list.setUniformItemSizes(True)
        self.list.setCurrentIndex(self._shown.index(0, 0))
        self.list.clicked.connect(self._toggle)
        self.all = button(_("All"), "flat")
        self.all.clicked.connect(lambda _on: model.tick())
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def open_under(self, place: QPoint) -> None:
        """Show it, with everything in it."""
        self.field.clear()
        rows = max(3, min(MOST_ROWS, self._shown.rowCount()))
        self.list.setFixedSize(WIDTH, rows * ROW)
        self.adjustSize()
        self.move(place)
        self.show()
        self.field.setFocus()

    def _toggle(self, index: QModelIndex) -> None:
        self._model.toggle(self._shown.mapToSource(index).row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.field.hasFocus():
            self.list.setFocus()
            self.list.setCurrentIndex(self._shown.index(0, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._shown.rowCount():
                self._toggle(self._shown.index(0, 0))
        else:
            super().keyPressEvent(event)


class PickButton(MenuButton):
    """Says what is ticked: `Role: any`, `Role: medical director`, `Role: 2 of 5`."""

    picked = Signal()

    def __init__(self, theme: Theme, what: str, nothing: str) -> None:
        self._what, self._nothing = what, nothing
        super().__init__(theme)
        self.picks = PickModel(self)
        self.list = PickList(self.picks, what, self)
        self.picks.ticks_changed.connect(self._say)
        self.picks.ticks_changed.connect(self.picked)
        self._say()

    def offer(self, picks: Sequence[Pick]) -> bool:
        """Offer other things; tell whether a tick went with its thing."""
        gone = self.picks.offer(picks)
        self._say()
        return gone

    @property
    def words(self) -> tuple[str, ...]:
        """The words of what is ticked."""
        return tuple(one.words for one in self.picks.picks if one.value in self.picks.ticked)

    def _say(self) -> None:
        count, words = len(self.picks.ticked), self.words
        shown = words[0] if len(words) == 1 else self._nothing
        if count > 1:
            shown = _("{} of {}").format(count, len(self.picks.picks))
        self.set_words(f"{self._what}: {shown}")

    def _open(self) -> None:
        self.list.open_under(self.mapToGlobal(QPoint(0, self.height() + 2)))
