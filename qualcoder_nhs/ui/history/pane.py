"""Every step of the study, newest first; what was undone is struck through and says so."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.steps import ListedStep, listed_steps
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.widgets.labels import button, label
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_ground, write
from qualcoder_nhs.ui.working.live import Live

HEIGHT, WIDTH = 44, 300


class HistoryModel(RowModel[ListedStep]):
    """The steps as rows."""

    def shown(self, row: ListedStep) -> str:
        return row.words

    def spoken(self, row: ListedStep) -> str:
        return f"{row.words}, {about(row)}"

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        step = self.at(index)
        if role == Qt.ItemDataRole.ToolTipRole and step is not None:
            return self.spoken(step)
        return super().data(index, role)


def about(step: ListedStep) -> str:
    """Who and when, and that it was undone."""
    parts = [step.coder, moment(step.at), "" if step.stands else _("undone")]
    return " · ".join(part for part in parts if part)


class HistoryRow(QStyledItemDelegate):
    """Two lines: what was done; who and when."""

    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        super().__init__(model)
        self.theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(160, grown(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        step, tokens = self._model.rows[index.row()], self.theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, QRectF(option.rect), tokens)
        room = QRectF(option.rect).adjusted(10, 4, -10, -4)
        upper = room.adjusted(0, 0, 0, -room.height() / 2)
        font = chrome_font()
        font.setStrikeOut(not step.stands)
        write(painter, upper, step.words, font, tokens.ink if step.stands else tokens.ink2)
        lower = room.adjusted(0, room.height() / 2, 0, 0)
        write(painter, lower, about(step), chrome_font(Size.SMALL), tokens.ink2)
        painter.restore()


class HistoryPane(QWidget):
    """Shows the history while it is open; `closed` tells that its button was pressed."""

    closed = Signal()

    def __init__(self, live: Live, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._stale = live, True
        self.steps = HistoryModel(self)
        self.list = QListView()
        self._row = HistoryRow(theme, self.steps)
        self.list.setModel(self.steps)
        self.list.setItemDelegate(self._row)
        self.list.setAccessibleName(_("History"))
        self._lay_out()
        live.changed.connect(lambda _changes: self._mark_stale())

    def _lay_out(self) -> None:
        on_ground(self, "side", "left")
        self.setFixedWidth(grown(WIDTH))
        close = button(_("Close"), "flat", Size.SMALL)
        close.setAccessibleName(_("Close the history"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 4, 0)
        head.addWidget(label(_("History"), Size.SMALL_LABEL, "second"), 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 2, 6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another look."""
        self._row.theme = theme
        self.list.viewport().update()

    def _mark_stale(self) -> None:
        self.refresh_all()

    def refresh_all(self) -> None:
        """Ask anew at once, or when it is seen; what was listed for another coder goes."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Ask for the history where it may have grown."""
        if self._stale:
            self._stale = False
            self._live.ask(self.steps.put, self, listed_steps)
