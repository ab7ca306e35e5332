"""People or groups as a table of Qt: a line each, an attribute a column, every cell editable."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from qualcoder_nhs.domain.attributes import Attribute
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.people.grid_rows import Line, Shown, tip
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

NAME, NOTE, FIRST = 0, 1, 2
"""The columns before the attributes."""

Told = dict[str, dict[str, str]]


class GridModel(QAbstractTableModel):
    """`told` bears what was typed or pasted, by the id of a line and by key, and how it fared."""

    told = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.heading = ""
        self.writable = True

    def put(self, shown: Shown, heading: str) -> bool:
        """Show these lines; whether anything stands elsewhere than before."""
        before = (self.shown.columns, [one.id for one in self.shown.lines])
        now = (shown.columns, [one.id for one in shown.lines])
        self.heading = heading
        if before == now:
            self.shown = shown
            last = self.index(len(shown.lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()
        return True

    # ── cells ────────────────────────────────────────────────────────────────────────────────

    def line(self, index: ModelIndex) -> Line | None:
        """The line of a cell."""
        return self.shown.lines[index.row()] if index.isValid() else None

    def attribute(self, column: int) -> Attribute | None:
        """The attribute a column is about; None before the first."""
        at = column - FIRST
        return self.shown.columns[at] if 0 <= at < len(self.shown.columns) else None

    def value(self, row: int, column: int) -> str:
        """What stands in a cell, empty where it is unknown."""
        line, attribute = self.shown.lines[row], self.attribute(column)
        if attribute is None:
            return (line.name, line.note)[column]
        return (line.values or {}).get(attribute.key, "")

    def takes(self, row: int, column: int) -> bool:
        """Whether there is a cell for a value."""
        known = 0 <= row < len(self.shown.lines) and self.shown.lines[row].id is not None
        return known and self.attribute(column) is not None

    def tell(self, cells: Iterable[tuple[int, int, str]], fared: str = "") -> None:
        """Wish that cells take other values; `fared` is said when they have."""
        told: Told = {}
        for row, column, words in cells:
            if not self.takes(row, column):
                continue
            line, attribute = self.shown.lines[row], self.attribute(column)
            if line.id and attribute and words != (line.values or {}).get(attribute.key, ""):
                told.setdefault(line.id, {})[attribute.key] = words
        if (told or fared) and self.writable:
            self.told.emit(told, fared)

    def lines_below(self, row: int) -> Iterator[int]:
        """The numbers of the lines with values, from a row on: what pasted rows go into."""
        lines = enumerate(self.shown.lines)
        return (at for at, line in lines if at >= row and line.id is not None)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.shown.lines)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else FIRST + len(self.shown.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        attribute = self.attribute(section)
        return attribute.name if attribute else (self.heading, _("To see"))[section]

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None or line.id is None:
            return Qt.ItemFlag.ItemIsEnabled
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.writable and index.column() >= FIRST
        return plain | Qt.ItemFlag.ItemIsEditable if editable else plain

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line) if index.column() == NAME else line.note or None
        if role == Qt.ItemDataRole.FontRole:
            heads = line.id is None or index.column() == NAME
            return chrome_font(Size.LABEL if heads else Size.BODY)
        return None

    def _spoken(self, line: Line, index: ModelIndex) -> str:
        attribute = self.attribute(index.column())
        if attribute is None:
            return f"{line.name}, {line.note}" if line.note else line.name
        value = self.value(index.row(), index.column()) or _("unknown")
        return f"{line.name}, {attribute.name}: {value}"

    def setData(
        self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.tell([(index.row(), index.column(), str(value).strip())])
        return self.takes(index.row(), index.column())
