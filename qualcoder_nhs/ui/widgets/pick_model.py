"""Things that can be ticked, as a model: what is chosen under one button."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

FOUND_BY = Qt.ItemDataRole.UserRole
DEPTH = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Pick:
    """Something to tick. `depth` sets it in; `found_by` are words it is found by as well.

    `count` says how many excerpts it has, 0 where that is not told.
    """

    value: Hashable
    words: str
    depth: int = 0
    found_by: str = ""
    count: int = 0


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
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pick = self.picks[index.row()]
        ticked = pick.value in self.ticked
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: pick.words,
            Qt.ItemDataRole.AccessibleTextRole: spoken(pick, ticked=ticked),
            Qt.ItemDataRole.CheckStateRole: 2 * int(ticked),
            FOUND_BY: f"{pick.words} {pick.found_by}",
            DEPTH: pick.depth,
            COUNT: pick.count,
        }
        return told.get(role)

    def toggle(self, place: int) -> None:
        """Tick a thing, or take its tick away."""
        self.ticked ^= {self.picks[place].value}
        self._tell()


def spoken(pick: Pick, *, ticked: bool) -> str:
    """The whole row in words."""
    count = ngettext("{n} excerpt", "{n} excerpts", pick.count) if pick.count else ""
    parts = (pick.words, count, _("ticked") if ticked else "")
    return ", ".join(part for part in parts if part)
