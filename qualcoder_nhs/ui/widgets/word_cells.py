"""Cells of a table that hold sentences: several lines, from the top, with air around them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

ACROSS, DOWN = 8, 6
"""Pixels of air; a head has as much at its sides."""

_ENDLESS = 100_000


class WordCells(QStyledItemDelegate):
    """Draws the words of a cell; where they stand across is the model's to say."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        ground = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self._table.style().drawPrimitive(ground, cell, painter, self._table)
        chosen = bool(cell.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(cell.palette.color(role))
        painter.drawText(_inside(cell.rect), _flags(cell), cell.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        width = max(40, cell.rect.width() - 2 * ACROSS)
        box = cell.fontMetrics.boundingRect(QRect(0, 0, width, _ENDLESS), _flags(cell), cell.text)
        return QSize(box.width() + 2 * ACROSS, box.height() + 2 * DOWN)


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(ACROSS, DOWN, -ACROSS, -DOWN)


def _flags(cell: QStyleOptionViewItem) -> int:
    across = cell.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    return int(across.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value)
