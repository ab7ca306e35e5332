"""A table as it is walked through: names of rows and heads stay in view, every cell is a way in."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.tabled import Head, Tabled
from qualcoder_nhs.ui.analyse.cell_painter import CellPainter
from qualcoder_nhs.ui.analyse.heads import LINE, PAD, ColumnHeads, RowHeads
from qualcoder_nhs.ui.analyse.table_model import TableModel
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAMES, LEAST, MOST, LONG = 236, 92, 240, 280

SEEN = 24
"""Of a column less than this is no more than an edge."""


class TableView(QTableView):
    """`looked_at` bears the place one is at, `opened` wants its words. Space closes a family."""

    looked_at = Signal(object)
    opened = Signal()
    CLICK_OPENS = True
    """Not where letters say something of the cell that was clicked."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.table = TableModel(self)
        self.names_width = NAMES
        self.setModel(self.table)
        self.columns = ColumnHeads(theme, self.table, self)
        self.names = RowHeads(theme, self.table, self)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.names)
        self.painter = self.made_painter(theme)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for scroll in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            scroll(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.columns, self.names):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fitted: tuple[int, ...] = ()
        self.horizontalScrollBar().valueChanged.connect(self._follow_columns)
        self.names.turned.connect(self.turn)
        if self.CLICK_OPENS:
            self.clicked.connect(lambda _index: self.opened.emit())

    def made_painter(self, theme: Theme) -> CellPainter:
        """What paints the cells."""
        return CellPainter(theme, self.table)

    def show_table(self, tabled: Tabled) -> None:
        """Show another table, standing where one stood."""
        here = self._keys_here()
        self.names.closed.clear()
        self.table.show_table(tabled)
        for at, head in enumerate(tabled.heads):
            self.setColumnHidden(at, self.hides(at, head))
        self.lay_out()
        self._return_to(here)

    def hides(self, at: int, head: Head) -> bool:
        """Whether a column is in the files only."""
        del at, head
        return False

    def first_column(self) -> int:
        """Where one stands at first."""
        return 0

    def _keys_here(self) -> tuple[str, str]:
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self.table.row(index).key, self.table.head(index).key

    def _return_to(self, keys: tuple[str, str]) -> None:
        rows = [row.key for row in self.table.tabled.rows]
        heads = [head.key for head in self.table.tabled.heads]
        row = rows.index(keys[0]) if keys[0] in rows else 0
        column = heads.index(keys[1]) if keys[1] in heads else self.first_column()
        if rows and heads:
            self.setCurrentIndex(self.table.index(row, column))

    def set_looks(self, looks: Mapping[CodeId, Look]) -> None:
        """Give every code its look."""
        self.names.looks = looks
        self.names.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.columns.theme = self.names.theme = self.painter.theme = theme
        self.lay_out()
        for part in (self, self.columns, self.names):
            part.viewport().update()

    # ── measures ─────────────────────────────────────────────────────────────────────────────

    def lay_out(self) -> None:
        """Give every row and column the room that its words need."""
        tabled = self.table.tabled
        self.names.setFixedWidth(min(grown(self.names_width), max(120, self.width() // 3)))
        widths = [self.wanted_width(at, head) for at, head in enumerate(tabled.heads)]
        shown = (wide for at, wide in enumerate(widths) if not self.isColumnHidden(at))
        spare = self.width() - self.names.width() - sum(shown) - 16
        long = sum(1 for head in tabled.heads if head.long)
        for at, head in enumerate(tabled.heads):
            more = max(0, spare) // long if head.long else 0
            self.setColumnWidth(at, widths[at] + more)
        self._fit_rows()

    @property
    def _in_view(self) -> tuple[int, ...]:
        """The columns of which one can read something."""
        wide, columns = self.viewport().width(), range(len(self.table.tabled.heads))
        places = ((at, self.columnViewportPosition(at), self.columnWidth(at)) for at in columns)
        return tuple(
            at for at, left, width in places if min(left + width, wide) - max(left, 0) >= SEEN
        )

    def _fit_rows(self) -> None:
        """Rows are as high as the words in view; what one was looking at stays where it was."""
        self._fitted = self._in_view
        top = self.rowAt(0)
        over = self.rowViewportPosition(top)
        for at in range(len(self.table.tabled.rows)):
            self.setRowHeight(at, self.wanted_height(at))
        if top > 0:
            scroll = self.verticalScrollBar()
            scroll.setValue(scroll.value() + self.rowViewportPosition(top) - over)

    def _follow_columns(self) -> None:
        """Beside sentences, other columns come into view with other heights."""
        if self._in_view != self._fitted and any(head.long for head in self.table.tabled.heads):
            self._fit_rows()

    def wanted_width(self, at: int, head: Head) -> int:
        """Room for the head and what stands below it."""
        if head.long:
            return grown(LONG)
        bold, small = QFontMetrics(chrome_font(Size.LABEL)), QFontMetrics(chrome_font(Size.SMALL))
        cells = (bold.horizontalAdvance(row.entries[at].words) for row in self.table.tabled.rows)
        over = small.horizontalAdvance(head.over)
        most = max([bold.horizontalAdvance(head.title) + 16, over, *cells]) + 2 * PAD + 16
        return max(grown(LEAST), min(grown(MOST), most))

    def wanted_height(self, at: int) -> int:
        """Room for the name, and for what is long."""
        row = self.table.tabled.rows[at]
        cells = (
            self.painter.height(entry, self.columnWidth(column), long=head.long)
            for column, (entry, head) in enumerate(
                zip(row.entries, self.table.tabled.heads, strict=True)
            )
            if column in self._fitted
        )
        name = self.names.lines(row, self.names.width()) + (grown(LINE) if row.over else 0) + 10
        return round(max([name, *cells]))

    # ── families ─────────────────────────────────────────────────────────────────────────────

    def turn(self, at: int) -> None:
        """Close the family of a row, or open it."""
        rows = self.table.tabled.rows
        while at > 0 and rows[at].depth > 1:
            at -= 1
        if not self.names.is_family(rows[at]):
            return
        self.names.closed ^= {at}
        for below in range(at + 1, len(rows)):
            if rows[below].depth == 1:
                break
            self.setRowHidden(below, at in self.names.closed)
        self.setCurrentIndex(self.table.index(at, max(0, self.currentIndex().column())))
        self.names.viewport().update()

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.looked_at.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and self.names.families:
            self.turn(max(0, self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()
