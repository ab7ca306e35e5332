"""The heat map of codes in one plain hue: its cells, the names around them, the way to words."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from qualcoder_nhs.analysis.agreement.behind import Behind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.cells_view import CellsView
from qualcoder_nhs.ui.agreement.report.heat import NO_HEAT, Heat
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.widgets.row_paint import LEFT, ModelIndex, has_focus, paint_focus, write

CELL, HEADS, NAMES = 34, 130, 190


class HeatModel(QAbstractTableModel):
    """A heat map as Qt's views want it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heat = NO_HEAT

    def show_heat(self, heat: Heat) -> None:
        """Show another one."""
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.heat.codes)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heat.codes)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        count = self.heat.characters[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{count:,.0f}" if count >= 0.5 else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(index.row(), index.column(), count)
        return None

    def _told(self, row: int, column: int, count: float) -> str:
        one, other = self.heat.names[row], self.heat.names[column]
        if row == column:
            told = _("{one} from both: {n} characters")
        else:
            told = _("{one} from {rows}, {other} from {columns}: {n} characters")
        told = told.format(
            one=one, other=other, rows=self.heat.rows, columns=self.heat.columns, n=f"{count:,.0f}"
        )
        lift = self.heat.lift[row][column]
        if row == column or lift != lift:  # noqa: PLR0124  (not a number is unlike itself)
            return told
        return told + ", " + _("{n} times what chance gives").format(n=f"{lift:.1f}")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        del orientation
        if section >= len(self.heat.names) or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heat.names[section]


class HeatPainter(QStyledItemDelegate):
    """A cell: the darker the more, on one scale from paper to slate; the number stands in it."""

    def __init__(self, theme: Theme, model: HeatModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(grown(CELL), grown(CELL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        tokens, box = self.theme.tokens, QRectF(option.rect)
        row, column = index.row(), index.column()
        share = self.share(row, column)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row == column:
            painter.setPen(QPen(colour(tokens.line2), 1))
            painter.drawRect(box.adjusted(1.5, 1.5, -2.5, -2.5))
        else:
            painter.fillRect(box.adjusted(1, 1, -1, -1), self.ground(share))
            painter.setPen(QPen(blend(tokens.paper, tokens.line, 0.6), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        words = str(index.data() or "")
        ink = tokens.ink3 if row == column else tokens.ink
        if share > 0.6 and not tokens.high_contrast:
            ink = tokens.paper
        centre = Qt.AlignmentFlag.AlignCenter
        write(painter, box, _short(words), chrome_font(Size.LEAST), ink, centre)
        if has_focus(option):
            paint_focus(painter, box, tokens)
        painter.restore()

    def share(self, row: int, column: int) -> float:
        """How dark a cell is, from 0 to 1; agreement has no colour."""
        most = self._model.heat.most
        if row == column or not most:
            return 0.0
        return float(min(1.0, self._model.heat.characters[row][column] / most) ** 0.5)

    def ground(self, share: float) -> QColor:
        """The colour of a share: neutral, no traffic light."""
        tokens = self.theme.tokens
        if tokens.high_contrast:
            return colour(tokens.paper)
        return blend(tokens.paper, blend(tokens.ink2, tokens.accent, 0.35).name(), 0.9 * share)


def _short(words: str) -> str:
    """`12k` where a number is too long for its cell."""
    count = int(words.replace(",", "") or 0)
    return f"{count / 1000:.0f}k" if count >= 10_000 else words.replace(",", "")


class HeatHeader(QHeaderView):
    """The names over the columns, from below to above."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setHighlightSections(False)
        self.setAccessibleName(_("Columns"))
        self.setFixedHeight(grown(HEADS))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.save()
        painter.translate(rect.center().x() + grown(5), rect.bottom() - 4)
        painter.rotate(-90)
        room = QRectF(0, -grown(10), rect.height() - 8, grown(16))
        write(painter, room, words, chrome_font(Size.SMALL), self.theme.tokens.ink2)
        painter.restore()


class HeatMap(CellsView):
    """Every cell has words behind it, but the one of nothing and nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Which code for which"))
        self.rows = HeatModel(self)
        self.painter = HeatPainter(theme, self.rows, self)
        self.heads = HeatHeader(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setHorizontalHeader(self.heads)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        names = self.verticalHeader()
        names.setFixedWidth(grown(NAMES))
        names.setFont(chrome_font(Size.SMALL))
        names.setDefaultAlignment(LEFT)
        for heads in (names, self.heads):
            heads.setDefaultSectionSize(grown(CELL))
            heads.setMinimumSectionSize(grown(CELL))
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def about(self) -> About | None:
        """What stands behind the cell one is at."""
        here, shown = self.currentIndex(), self.rows.heat
        if not here.isValid():
            return None
        one, other = shown.codes[here.row()], shown.codes[here.column()]
        first, second = shown.names[here.row()], shown.names[here.column()]
        if one is None and other is None:
            return None
        if one is None or other is None or one == other:
            code, name = (one, first) if one is not None else (other, second)
            return About(name, Behind(codes=frozenset({code or ""})))
        title = _("{one} or {other}").format(one=first, other=second)
        return About(title, Behind(codes=frozenset({one}), instead=other))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = self.heads.theme = theme
        self.viewport().update()
        self.heads.viewport().update()
