"""The table by code as Qt's views want it: a tree of rows, sorted among siblings, and filtered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.columns import Column, Draws, columns
from qualcoder_nhs.ui.agreement.report.wording import FEW_TOLD, spoken
from qualcoder_nhs.ui.widgets.row_paint import LEFT, RIGHT, ModelIndex


@dataclass(eq=False)
class Node:
    """A row in its place among those that are shown."""

    row: CodeRow
    above: "Node | None" = None
    place: int = 0
    below: "list[Node]" = field(default_factory=list)


class CodeModel(QAbstractItemModel):
    """Rows of one report. `most` is the most characters any shown row differs by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = columns(())
        self.letters, self.unused = "", False
        self.most = 0
        self._rows: Sequence[CodeRow] = ()
        self._roots: list[Node] = []
        self._nodes: dict[str, Node] = {}
        self._sorted: tuple[int, Qt.SortOrder] = (0, Qt.SortOrder.AscendingOrder)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def show_rows(self, rows: Sequence[CodeRow], coders: Sequence[str]) -> None:
        """Show another report's rows."""
        self.beginResetModel()
        self._rows = rows
        self.columns = columns(coders)
        self._grow()
        self.endResetModel()

    def filter(self, letters: str, *, unused: bool) -> None:
        """Show what the letters find, with what stands above it; unused codes where asked for."""
        self.beginResetModel()
        self.letters, self.unused = letters, unused
        self._grow()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort siblings by a column; by the first one they stand as in the codebook."""
        self.beginResetModel()
        self._sorted = (column, order)
        self._grow()
        self.endResetModel()

    @property
    def shown(self) -> int:
        """How many rows are there to see."""
        return len(self._nodes)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def left_out(self) -> tuple[CodeRow, ...]:
        """The rows that are not there to see, in the order of the codebook."""
        return tuple(row for row in self._rows if row.code not in self._nodes)

    def _grow(self) -> None:
        kept = self._kept()
        self._nodes = {row.code: Node(row) for row in self._rows if row.code in kept}
        self._roots = []
        for node in self._nodes.values():
            node.above = self._nodes.get(node.row.parent or "")
            (node.above.below if node.above else self._roots).append(node)
        self._order(self._roots)
        self.most = max((node.row.differences.total for node in self._nodes.values()), default=0)

    def _kept(self) -> set[str]:
        """What is asked for, and what stands above it."""
        above = {row.code: row.parent for row in self._rows}
        kept: set[str] = set()
        for row in self._rows:
            if self._wanted(row):
                code: str | None = row.code
                while code is not None and code not in kept:
                    kept.add(code)
                    code = above[code]
        return kept

    def _wanted(self, row: CodeRow) -> bool:
        letters = self.letters.casefold()
        found = letters in row.name.casefold() or letters in row.code
        return found and (self.unused or row.used)

    def _order(self, siblings: list[Node]) -> None:
        column, order = self._sorted
        if column or order is Qt.SortOrder.DescendingOrder:
            siblings[:] = _sorted(siblings, self.columns[column], order)
        for place, node in enumerate(siblings):
            node.place = place
            self._order(node.below)

    # ── where rows stand ─────────────────────────────────────────────────────────────────────

    def node(self, index: ModelIndex) -> Node | None:
        """What stands there."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else None

    def row_at(self, index: ModelIndex) -> CodeRow | None:
        """The code that stands there."""
        node = self.node(index)
        return node.row if node else None

    def place_of(self, code: str) -> QModelIndex:
        """Where a code stands; nowhere where it is not shown."""
        node = self._nodes.get(code)
        return self.createIndex(node.place, 0, node) if node else QModelIndex()

    def beneath(self, code: str) -> frozenset[str]:
        """A code and all beneath it, shown or not."""
        found = {code}
        for row in self._rows:  # parents come before their children
            if row.parent in found:
                found.add(row.code)
        return frozenset(found)

    def index(
        self,
        row: int,
        column: int,
        parent: ModelIndex = QModelIndex(),  # noqa: B008  (Qt's default)
    ) -> QModelIndex:
        siblings = self._below(parent)
        if 0 <= row < len(siblings) and 0 <= column < len(self.columns):
            return self.createIndex(row, column, siblings[row])
        return QModelIndex()

    def parent(self, index: ModelIndex) -> QModelIndex:  # type: ignore[override]  # Qt has a second
        node = self.node(index)
        if node is None or node.above is None:
            return QModelIndex()
        return self.createIndex(node.above.place, 0, node.above)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.columns)

    def _below(self, index: ModelIndex) -> list[Node]:
        node = self.node(index)
        return node.below if node else self._roots

    # ── what is told ─────────────────────────────────────────────────────────────────────────

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if index.column() == 0 else f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.told or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.draws is Draws.NUMBER else LEFT
        return None


def _sorted(siblings: Iterable[Node], by: Column, order: Qt.SortOrder) -> list[Node]:
    """By value, those without one last; in the order they had where they are alike."""
    down = order is Qt.SortOrder.DescendingOrder

    def place(node: Node) -> tuple[bool, float]:
        value = by.order(node.row)
        return value is None, (-value if down else value) if value is not None else 0.0

    return sorted(siblings, key=place)


def _tip(row: CodeRow, column: Column) -> str | None:
    if column.draws is Draws.STACK and row.differences.total:
        return spoken(row)
    if column.draws in (Draws.PLOT, Draws.INTERVAL) and row.few and row.used:
        return _(FEW_TOLD)
    return row.name if column.draws is Draws.NAME else None


def walked(model: CodeModel, above: ModelIndex | None = None) -> Iterator[QModelIndex]:
    """Every row that is shown, from above to below."""
    parent = QModelIndex() if above is None else above
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        yield index
        yield from walked(model, index)
