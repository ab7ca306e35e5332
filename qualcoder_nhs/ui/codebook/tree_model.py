"""The codebook as Qt's views want a tree; what is dropped on it becomes a wish."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.finding import found, hits
from qualcoder_nhs.ui.mime import CODE, PASSAGE, code_in, passage_in, put_code
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

NODE = Qt.ItemDataRole.UserRole


@dataclass(eq=False)
class Node:
    """A code where the tree shows it, with what stands beside its name."""

    code: Code
    above: "Node | None"
    row: int
    own: int = 0
    beneath: int = 0
    hidden: bool = False
    children: "list[Node]" = field(default_factory=list)

    @property
    def is_root(self) -> bool:
        """Whether it is a family."""
        return self.above is None


class TreeModel(QAbstractItemModel):
    """Shows what `show` and `filter` say; never changes the codebook by itself.

    `move_wanted` bears a code, what it shall lie under and the sibling it shall stand before, both
    or either None; `rename_wanted` a code and a name; `passage_dropped` a passage and a code.
    """

    move_wanted = Signal(str, object, object)
    rename_wanted = Signal(str, str)
    passage_dropped = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = CodebookTree(Codebook(), {}, {})
        self.letters, self.archived = "", False
        self._kept: frozenset[CodeId] = frozenset()
        self.hidden: frozenset[CodeId] = frozenset()
        self.writable = True
        self._roots: list[Node] = []
        self._nodes: dict[CodeId, Node] = {}

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def show(self, tree: CodebookTree) -> None:
        """Show another state of the codebook; where only words and counts changed, in place."""
        self.tree = tree
        wanted = self._wanted()
        if _shape(wanted) == _shape(self._roots):
            self._refresh(wanted)
        else:
            self._replace(wanted)

    def filter(self, letters: str, *, archived: bool) -> None:
        """Show only what the letters find; archived codes where they are asked for."""
        self.letters, self.archived = letters, archived
        self._kept = hits(self.tree.codebook, letters)
        self._replace(self._wanted())

    def hide(self, codes: Iterable[CodeId]) -> None:
        """Show which codes are switched off in the text."""
        self.hidden = frozenset(codes)
        for node in self._nodes.values():
            node.hidden = node.code.id in self.hidden
        self._tell_all(self._roots)

    def _wanted(self) -> list[Node]:
        book = self.tree.codebook
        shown = found(book, self.letters, archived=self.archived, kept=self._kept)
        return self._grown(None, None, shown)

    def _grown(
        self, above: Node | None, parent: CodeId | None, shown: frozenset[CodeId]
    ) -> list[Node]:
        codes = [code for code in self.tree.codebook.children(parent) if code.id in shown]
        nodes = [self._node(code, above, row) for row, code in enumerate(codes)]
        for node in nodes:
            node.children = self._grown(node, node.code.id, shown)
        return nodes

    def _node(self, code: Code, above: Node | None, row: int) -> Node:
        own, beneath = self.tree.own.get(code.id, 0), self.tree.beneath.get(code.id, 0)
        return Node(code, above, row, own, beneath, code.id in self.hidden)

    def _replace(self, roots: list[Node]) -> None:
        self.beginResetModel()
        self._roots = roots
        self._nodes = {node.code.id: node for node in _walk(roots)}
        self.endResetModel()

    def _refresh(self, roots: list[Node]) -> None:
        for new in _walk(roots):
            old = self._nodes[new.code.id]
            old.code, old.own, old.beneath = new.code, new.own, new.beneath
        self._tell_all(self._roots)

    def _tell_all(self, nodes: Sequence[Node]) -> None:
        """Say that rows changed, one family of siblings after the other."""
        if nodes:
            self.dataChanged.emit(self._index(nodes[0]), self._index(nodes[-1]))
        for node in nodes:
            self._tell_all(node.children)

    # ── where codes stand ────────────────────────────────────────────────────────────────────

    def node(self, index: ModelIndex) -> Node | None:
        """What stands there."""
        found_there = index.internalPointer() if index.isValid() else None
        return found_there if isinstance(found_there, Node) else None

    def code(self, index: ModelIndex) -> CodeId | None:
        """Which code stands there."""
        node = self.node(index)
        return node.code.id if node else None

    def place(self, code: CodeId | None) -> QModelIndex:
        """Where a code stands; nowhere where it is not shown."""
        node = self._nodes.get(code) if code else None
        return self._index(node) if node else QModelIndex()

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)

    def index(
        self,
        row: int,
        column: int,
        parent: ModelIndex = QModelIndex(),  # noqa: B008  (Qt's default)
    ) -> QModelIndex:
        siblings = self._below(parent)
        if column == 0 and 0 <= row < len(siblings):
            return self._index(siblings[row])
        return QModelIndex()

    def parent(self, index: ModelIndex) -> QModelIndex:  # type: ignore[override]  # Qt has a second
        node = self.node(index)
        return self._index(node.above) if node and node.above else QModelIndex()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return len(self._below(parent))

    def columnCount(self, _parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def _below(self, parent: ModelIndex) -> list[Node]:
        node = self.node(parent)
        return node.children if node else self._roots

    # ── what is told of each ─────────────────────────────────────────────────────────────────

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return node.code.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node)
            case Qt.ItemDataRole.ToolTipRole:
                return node.code.definition or node.code.name
            case _ if role == NODE:
                return node
        return None

    def _spoken(self, node: Node) -> str:
        above = node.above.code.name if node.above else _("family")
        own = ngettext("{n} coding", "{n} codings", node.own)
        beneath = ngettext("{n} with those beneath", "{n} with those beneath", node.beneath)
        shown = _("hidden in the text") if node.hidden else _("shown")
        parts = [node.code.name, above, own, beneath if node.children else "", shown]
        if node.code.archived:
            parts.append(_("archived"))
        return ", ".join(part for part in parts if part)

    def setData(
        self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        node, name = self.node(index), " ".join(str(value).split())
        if role == Qt.ItemDataRole.EditRole and node and name and name != node.code.name:
            self.rename_wanted.emit(node.code.id, name)
        return False  # the name changes when the study says so

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self.writable:
            return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags
        drops = flags | Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return drops
        return drops | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    # ── drag and drop ────────────────────────────────────────────────────────────────────────

    def mimeTypes(self) -> list[str]:
        return [CODE, PASSAGE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        for index in indexes[:1]:
            code = self.code(index)
            if code:
                put_code(carried, code)
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: ModelIndex,
    ) -> bool:
        if not self.writable:
            return False
        code, onto = code_in(data), self.code(parent)
        if code is None:
            return onto is not None and data.hasFormat(PASSAGE)
        return self.is_legal(code, onto)

    def is_legal(self, code: CodeId, under: CodeId | None) -> bool:
        """Whether the code may lie under the other: not under itself nor beneath one of its own."""
        book = self.tree.codebook
        if code not in book.by_id:
            return False
        return under is None or (under not in book.descendants(code) and not book[under].archived)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: ModelIndex
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        code, onto, passage = code_in(data), self.code(parent), passage_in(data)
        if code is None:
            self.passage_dropped.emit(passage, onto)
        else:
            siblings = self._below(parent)
            before = siblings[row].code.id if 0 <= row < len(siblings) else None
            self.move_wanted.emit(code, onto, before)
        return False  # the row moves when the study says so


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _shape(roots: Iterable[Node]) -> list[tuple[CodeId, CodeId | None]]:
    return [(node.code.id, node.above.code.id if node.above else None) for node in _walk(roots)]
