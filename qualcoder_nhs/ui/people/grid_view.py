"""The grid that is typed into: cells with offered words, copied and pasted in blocks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.sheet import pasted_cells
from qualcoder_nhs.ui.look.fonts import chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.people.cell_painter import CellPainter
from qualcoder_nhs.ui.people.grid_model import FIRST, GridModel

ROW = 30
_NARROWEST, _WIDEST, _AROUND = 56, 230, 26
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EMPTY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class GridView(QTableView):
    """`table_pasted` bears a copied table that says itself whom it is about; `said` a line.

    Typing begins in a cell, Enter opens it, Del says that its value is unknown.
    """

    table_pasted = Signal(str)
    said = Signal(str)

    def __init__(self, theme: Theme, is_table: Callable[[str], bool]) -> None:
        super().__init__()
        self.model_ = GridModel(self)
        self._is_table = is_table
        self.painter = CellPainter(theme, self.model_, self)
        self.setModel(self.model_)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Participants and what is known of them"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grown(ROW))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        self.model_.modelReset.connect(self._dress)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()

    def _dress(self) -> None:
        """Headings run over all columns; each column is as wide as its kind."""
        self.clearSpans()
        for row, line in enumerate(self.model_.shown.lines):
            if line.id is None and self.model_.columnCount() > 1:
                self.setSpan(row, 0, 1, self.model_.columnCount())
        for column in range(self.model_.columnCount()):
            self.setColumnWidth(column, self._wanted(column))
        first = next(self.model_.lines_below(0), None)
        if first is not None:
            self.setCurrentIndex(self.model_.index(first, FIRST))

    def _wanted(self, column: int) -> int:
        """What its words need, within bounds."""
        metrics = QFontMetrics(chrome_font())
        head = str(self.model_.headerData(column, Qt.Orientation.Horizontal) or "")
        lines = self.model_.shown.lines
        words = [self.model_.value(row, column) for row, one in enumerate(lines) if one.id]
        widest = max((metrics.horizontalAdvance(one) for one in (head, *words)), default=0)
        return min(max(widest + _AROUND, grown(_NARROWEST)), grown(_WIDEST))

    # ── keys ─────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what the box leaves over is not meant for the grid
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in _EDIT and self.model_.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif event.key() in _EMPTY:
            self.model_.tell((one.row(), one.column(), "") for one in self.selectedIndexes())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as sheets take them."""
        chosen = self.selectedIndexes()
        rows = sorted({one.row() for one in chosen})
        columns = sorted({one.column() for one in chosen})
        lines = ("\t".join(self.model_.value(row, at) for at in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Fill cells from the current one on; a table with a header that names people is one."""
        text = QGuiApplication.clipboard().text()
        if self._is_table(text):
            self.table_pasted.emit(text)
            return
        index = self.currentIndex()
        if not text.strip():
            self.said.emit(_("Nothing was copied that could be pasted."))
        elif not index.isValid() or index.column() < FIRST:
            self.said.emit(_("Go to a cell of an attribute first, then paste."))
        else:
            self._fill(index.row(), index.column(), pasted_cells(text.removesuffix("\n")))

    def _fill(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Put a block of cells in, its first at a place; what is left over is said."""
        cells = [
            (at, column + across, words)
            for at, line in zip(self.model_.lines_below(row), block, strict=False)
            for across, words in enumerate(line)
        ]
        total = sum(len(line) for line in block)
        taken = sum(self.model_.takes(at, place) for at, place, _words in cells)
        self.model_.tell(cells, _("{n} of {total} cells taken.").format(n=taken, total=total))
