"""The table by code: walked with keys, sorted by its heads, each row a way to its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
)

from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.code_model import CodeModel, walked
from qualcoder_nhs.ui.agreement.report.code_painter import CodePainter
from qualcoder_nhs.ui.agreement.report.columns import Draws
from qualcoder_nhs.ui.agreement.report.marks import INSET
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.widgets.row_paint import (
    LEFT,
    RIGHT,
    ModelIndex,
    paint_focus,
    paint_row_line,
    write,
)

CHEVRON, INDENT, LEAST_NAME = 14, 16, 150
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeHeader(QHeaderView):
    """The heads of the columns; the one of the dots has its 0 and its 1."""

    def __init__(self, theme: Theme, model: CodeModel, parent: QTreeView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme, self._rows = theme, model
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setAccessibleName(_("Columns"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        column, tokens = self._rows.columns[section], self.theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, font = QRectF(rect), chrome_font(Size.SMALL)
        painter.fillRect(box, colour(tokens.paper))
        paint_row_line(painter, box, colour(tokens.line))
        room = box.adjusted(8, 0, -8, 0)
        if column.draws is Draws.PLOT:
            axis, centre = box.adjusted(INSET - 4, 0, 4 - INSET, 0), Qt.AlignmentFlag.AlignCenter
            write(painter, axis, "0", font, tokens.ink2)
            write(painter, axis, "1", font, tokens.ink2, RIGHT)
            write(painter, room, column.title, font, tokens.ink2, centre)
        else:
            align = RIGHT if column.draws is Draws.NUMBER else LEFT
            write(painter, room, column.title, font, tokens.ink2, align)
        self._paint_order(painter, box, section)
        painter.restore()

    def _paint_order(self, painter: QPainter, box: QRectF, section: int) -> None:
        """A line at the head that rows are sorted by: at its foot where the greatest come first."""
        if section and self.sortIndicatorSection() == section:
            down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            level = box.bottom() - 1 if down else box.top() + 1
            painter.setPen(QPen(colour(self.theme.tokens.accent), 2))
            painter.drawLine(QPointF(box.left() + 4, level), QPointF(box.right() - 4, level))


class CodeTree(QTreeView):
    """`looked_at` bears the row one stands on, `opened` the row whose words are wanted."""

    looked_at = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = CodeModel(self)
        self.painter = CodePainter(theme, self.rows, self)
        self.heads = CodeHeader(theme, self.rows, self)
        self._closed: set[str] = set()
        self._standing: str | None = None
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setHeader(self.heads)
        self._set_up()
        self.rows.modelReset.connect(self._stand_again)
        self.collapsed.connect(lambda index: self._remember(index, closed=True))
        self.expanded.connect(lambda index: self._remember(index, closed=False))
        self.clicked.connect(lambda _index: self._tell(self.currentIndex()))

    def _set_up(self) -> None:
        self.setAccessibleName(_("Agreement by code"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.heads.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def show_columns(self, hidden: frozenset[str]) -> None:
        """Show all columns but these."""
        for at, column in enumerate(self.rows.columns):
            self.setColumnHidden(at, column.id in hidden)
        self.lay_out_columns()

    def lay_out_columns(self) -> None:
        """Every column as wide as it asks for; the name takes what is left."""
        taken = 0
        for at, column in enumerate(self.rows.columns):
            if at and not self.isColumnHidden(at):
                self.setColumnWidth(at, grown(column.width))
                taken += grown(column.width)
        self.setColumnWidth(0, max(grown(LEAST_NAME), self.viewport().width() - taken))

    def stand_on(self, code: str) -> None:
        """Go to a code."""
        index = self.rows.place_of(code)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def shown_rows(self) -> tuple[CodeRow, ...]:
        """The rows that are there to see, from above to below."""
        found = (self.rows.row_at(index) for index in walked(self.rows))
        return tuple(row for row in found if row is not None)

    @property
    def current(self) -> CodeRow | None:
        """The row one stands on."""
        return self.rows.row_at(self.currentIndex())

    def _stand_again(self) -> None:
        """After other rows came: open what was open, and stand where one stood."""
        self.blockSignals(True)  # noqa: FBT003  (Qt's own)
        for index in walked(self.rows):
            row = self.rows.row_at(index)
            self.setExpanded(index, row is not None and row.code not in self._closed)
        self.blockSignals(False)  # noqa: FBT003  (Qt's own)
        if self._standing is not None:
            self.stand_on(self._standing)

    def _remember(self, index: QModelIndex, *, closed: bool) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            (self._closed.add if closed else self._closed.discard)(row.code)

    def _tell(self, index: ModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self._standing = row.code
            self.looked_at.emit(row)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        row = self.rows.row_at(current)
        if row is not None and row.code != self._standing:
            self._tell(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if event.key() in _OPENS and not event.modifiers() and row is not None:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: ModelIndex) -> None:
        row = self.rows.row_at(index)
        tokens, box = self.painter.theme.tokens, QRectF(options.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.selectionModel().isRowSelected(index.row(), index.parent())
        if row is not None:
            painter.fillRect(box, self.painter.ground(row, chosen=chosen))
        super().drawRow(painter, _bare(options), index)
        paint_row_line(painter, box, blend(tokens.paper, tokens.line, 0.8))
        if chosen and (self.hasFocus() or tokens.high_contrast):
            paint_focus(painter, box, tokens)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self.rows.rowCount(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        place = QRectF(
            rect.right() - CHEVRON - 1, QRectF(rect).center().y() - CHEVRON / 2, CHEVRON, CHEVRON
        )
        paint_icon(painter, name, place, self.painter.theme.tokens.ink2)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = self.heads.theme = theme
        self.viewport().update()
        self.heads.viewport().update()


def _bare(options: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """Without the style's own ground and ring: the row has its own."""
    made = QStyleOptionViewItem(options)
    palette = made.palette
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    made.palette = palette
    return made
