"""The tree with hands on it: keys, drag and drop, and how far each part is open."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QDragEnterEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.codebook.row_painter import CodeRow
from qualcoder_nhs.ui.codebook.tree_model import TreeModel
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.theme import Theme, blend
from qualcoder_nhs.ui.mime import code_in
from qualcoder_nhs.ui.widgets.row_paint import paint_chosen, paint_focus

INDENT, CHEVRON = 18, 14


class TreeView(QTreeView):
    """`used` bears a code to put on words, `toggled` one to show or hide in the text,
    `shifted` a code and how many siblings it shall pass, upwards below 0.
    """

    used = Signal(str)
    toggled = Signal(str)
    shifted = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TreeModel(self)
        self.painter = CodeRow(theme, self)
        self._open: set[CodeId] = set()
        self._places: list[CodeId] = []
        self._slug = ""
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self._set_up()
        self.rows.modelAboutToBeReset.connect(self._remember)
        self.rows.modelReset.connect(self._restore)
        self.expanded.connect(lambda index: self._opened(index, now=True))
        self.collapsed.connect(lambda index: self._opened(index, now=False))

    def _set_up(self) -> None:
        self.setAccessibleName(_("Codebook"))
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._double_clicked)

    @property
    def current(self) -> CodeId | None:
        """The code the keys stand on."""
        return self.rows.code(self.currentIndex())

    def go_to(self, code: CodeId | None) -> None:
        """Stand on a code and bring it into view."""
        index = self.rows.place(code)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def open_below(self, code: CodeId) -> None:
        """Show what lies beneath a code, now and when there is something."""
        self._open.add(code)
        self.expand(self.rows.place(code))

    # ── what is open survives another codebook ───────────────────────────────────────────────

    def _opened(self, index: QModelIndex, *, now: bool) -> None:
        code = self.rows.code(index)
        if code is None or self.rows.letters:
            return  # a filter opens everything, and says nothing about the tree without it
        if now:
            self._open.add(code)
        else:
            self._open.discard(code)

    def _remember(self) -> None:
        """Where one stands, and what is nearest to it; what a filter hides is not forgotten."""
        here = self.currentIndex()
        node = self.rows.node(here)
        if node is not None:
            beside = (here, here.siblingAtRow(node.row + 1), here.siblingAtRow(node.row - 1))
            near = (self.rows.code(index) for index in (*beside, here.parent()))
            self._places = [code for code in near if code is not None]
            self._slug = node.code.slug

    def _restore(self) -> None:
        if self.rows.letters:
            self.expandAll()
        else:
            for code in tuple(self._open):
                self.expand(self.rows.place(code))
        self.setCurrentIndex(self._place_again())

    def _place_again(self) -> QModelIndex:
        """The code one stood on; if it is gone, the one it was merged into, else the nearest."""
        book = self.rows.tree.codebook
        first = self._places[0] if self._places else None
        if first and first in book.by_id and not book[first].archived:
            return self.rows.place(first)
        heir = book.by_slug.get(self._slug)
        near = [heir.id, *self._places] if heir else self._places
        shown = (self.rows.place(code) for code in near)
        return next((place for place in shown if place.isValid()), QModelIndex())

    # ── keys ─────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code, key = self.current, event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if code is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(code)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.used.emit(code)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(code, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Codes go between rows or onto them, words only onto the row they are over."""
        self.setDragDropOverwriteMode(not code_in(event.mimeData()))
        super().dragEnterEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        code = self.rows.code(index)
        if code is not None:
            self.used.emit(code)

    # ── drawing ──────────────────────────────────────────────────────────────────────────────

    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, box = self.painter.theme.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self.currentIndex():
            paint_chosen(painter, box, tokens)
            if self.hasFocus():
                paint_focus(painter, box, tokens)
        elif option.rect.contains(self.viewport().mapFromGlobal(QCursor.pos())):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(tokens.side, tokens.ink, tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        painter.restore()
        super().drawRow(painter, _without_ground(option), index)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self.rows.rowCount(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        middle = QRectF(rect).center().y() + 0.5
        place = QRectF(rect.right() - CHEVRON - 1, middle - CHEVRON / 2, CHEVRON, CHEVRON)
        paint_icon(painter, name, place, self.painter.theme.tokens.ink3)
        painter.restore()


def _without_ground(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """The style would paint the chosen row's indentation over the ground drawn here."""
    plain = QStyleOptionViewItem(option)
    palette = plain.palette
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    plain.palette = palette
    return plain
