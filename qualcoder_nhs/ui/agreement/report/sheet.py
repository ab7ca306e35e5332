"""Small tables of figures: by transcript, pair, coder, level, round and time, one view for all."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement_paper.numbers import bare
from qualcoder_nhs.domain.report import Cell, Column, Estimate, Measures, Table
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.marks import Dot, paint_axis, paint_criterion, paint_dot
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.agreement.report.wording import limits, plain
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.tokens import TABLE_ROW
from qualcoder_nhs.ui.widgets.row_paint import (
    LEFT,
    RIGHT,
    ModelIndex,
    has_focus,
    paint_ground,
    paint_row_line,
    write,
)

PLOT = 96


@dataclass(frozen=True)
class Sheet:
    """A table, and what stands behind each cell.

    Estimates are drawn on the line from 0 to 1, but for the columns of `bare`, which go beyond it;
    the criterion is drawn where they are `alphas`.
    """

    table: Table
    behind: Callable[[int, int], About | None]
    bare: frozenset[int] = frozenset()
    alphas: bool = True


def nothing_behind(_row: int, _column: int) -> About | None:
    """For a table whose figures are of no passages of their own."""
    return None


EMPTY = Sheet(Table("", "", (), ()), nothing_behind)


def cell_words(cell: Cell) -> str:
    """A cell as it is printed."""
    if isinstance(cell, Estimate):
        return plain(_figure(cell))
    if isinstance(cell, float):
        return bare(cell)
    return f"{cell:,}" if isinstance(cell, int) else cell or "–"


def _figure(cell: Estimate) -> Figure:
    return Figure(cell.value, cell.why or None, cell.low, cell.high)


class SheetModel(QAbstractTableModel):
    """A table as Qt's views want it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = EMPTY

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another table."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def cell(self, index: ModelIndex) -> Cell:
        """What stands there."""
        return self.sheet.table.rows[index.row()][index.column()]

    def column(self, at: int) -> Column:
        """What a column is of."""
        return self.sheet.table.columns[at]

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.sheet.table.rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.table.columns)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        words = cell_words(self.cell(index))
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            first = cell_words(self.sheet.table.rows[index.row()][0])
            return f"{first}, {self.column(index.column()).title}: {words}"
        return words if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        column = self.column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.formula or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.measures is Measures.COUNT else LEFT
        return None


class SheetPainter(QStyledItemDelegate):
    """Words, numbers, and estimates as dot, whisker and figures."""

    def __init__(self, theme: Theme, model: SheetModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model
        self.criterion: float | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(60, grown(TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        tokens, box, cell = self.theme.tokens, QRectF(option.rect), self._model.cell(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, box, tokens)
        if not has_focus(option):
            paint_row_line(painter, box, blend(tokens.paper, tokens.line, 0.8))
        room = box.adjusted(8, 0, -8, 0)
        if isinstance(cell, Estimate):
            drawn = index.column() not in self._model.sheet.bare
            self._paint_estimate(painter, room, _figure(cell), drawn=drawn)
        else:
            align = RIGHT if isinstance(cell, int | float) else LEFT
            ink = tokens.ink3 if cell is None else tokens.ink
            write(painter, room, cell_words(cell), chrome_font(), ink, align)
        painter.restore()

    def _paint_estimate(
        self, painter: QPainter, room: QRectF, figure: Figure, *, drawn: bool
    ) -> None:
        tokens, small = self.theme.tokens, chrome_font(Size.SMALL)
        if figure.value is None:
            write(painter, room, plain(figure), small, tokens.ink2)
            return
        if drawn:
            plot = QRectF(room.left() - 8, room.top(), grown(PLOT), room.height())
            paint_axis(painter, plot, tokens)
            criterion = self.criterion if self._model.sheet.alphas else None
            paint_criterion(painter, plot, criterion, tokens)
            paint_dot(painter, plot, Dot(figure), colour(tokens.paper), tokens)
            room.setLeft(plot.right() + 4)
        used = write(painter, room, bare(figure.value), chrome_font(Size.LABEL), tokens.ink)
        told = limits(figure) or _(figure.why or "")
        write(painter, room.adjusted(used + 4, 0, 0, 0), told, small, tokens.ink2)
