"""The board as it is seen and walked: a word, a bar and a count in each cell."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.rounds import CodingState
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.board_model import BoardModel
from qualcoder_nhs.ui.agreement.round_words import cell_progress, cell_state
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_ground, write

CELL_WIDTH, CELL_HEIGHT, BAR_HEIGHT, MARK = 190, 48, 4, 14
MOST_LINES = 12


class CellPainter(QStyledItemDelegate):
    """Paints how far somebody is; a tick beside the word where it is finished."""

    def __init__(self, theme: Theme, model: BoardModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(grown(CELL_WIDTH), grown(CELL_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        cell, tokens = self._model.cell(index), self.theme.tokens
        if cell is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour(tokens.line))
        paint_ground(painter, option, box.adjusted(0, 0, 0, -1), tokens)
        room = box.adjusted(10, 4, -10, -4)
        upper = room.adjusted(0, 0, 0, -room.height() / 2)
        lower = room.adjusted(0, room.height() / 2, 0, 0)
        words, done = upper, cell.state is CodingState.FINISHED
        if done:
            place = QRectF(upper.left(), upper.center().y() - MARK / 2, MARK, MARK)
            paint_icon(painter, "check", place, tokens.ok)
            words = upper.adjusted(MARK + 6, 0, 0, 0)
        ink = tokens.ok if done else tokens.ink
        write(painter, words, cell_state(cell), chrome_font(), ink)
        used = write(painter, lower, cell_progress(cell), chrome_font(Size.SMALL), tokens.ink2)
        if cell.touched is not None:
            self._paint_bar(painter, lower.adjusted(used + 10, 0, 0, 0), cell.share)
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRectF, share: float) -> None:
        tokens = self.theme.tokens
        if room.width() < 2 * BAR_HEIGHT:
            return
        bar = QRectF(room.left(), room.center().y() - BAR_HEIGHT / 2, room.width(), BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(tokens.paper, tokens.ink, 0.14))
        painter.drawRoundedRect(bar, 2, 2)
        if share:
            bar.setWidth(max(3.0, bar.width() * share))
            painter.setBrush(colour(tokens.accent))
            painter.drawRoundedRect(bar, 2, 2)


class BoardTable(QTableView):
    """`opened` bears the cell that Enter or a double click stands on."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.board = BoardModel(self)
        self.painter = CellPainter(theme, self.board, self)
        self.setModel(self.board)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Who has come how far with what"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for header, name in (
            (self.horizontalHeader(), _("Coders")),
            (self.verticalHeader(), _("Transcripts")),
        ):
            header.setAccessibleName(name)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setFont(chrome_font(Size.LABEL))
        self.horizontalHeader().setDefaultSectionSize(grown(CELL_WIDTH))
        self.verticalHeader().setDefaultSectionSize(grown(CELL_HEIGHT))
        self.doubleClicked.connect(self._open)
        self.board.modelReset.connect(self._fit)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _fit(self) -> None:
        """As high as its lines, up to a dozen; then it scrolls."""
        lines = min(MOST_LINES, self.board.rowCount())
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + lines * grown(CELL_HEIGHT) + 14)

    def stand_on(self, coder: CoderId) -> None:
        """Let the keys stand in the first line, in this coder's column where there is one."""
        board = self.board.board
        coders = [one.id for one in board.coders] if board else []
        column = coders.index(coder) if coder in coders else 0
        self.setCurrentIndex(self.board.index(0, column))

    def _open(self, index: ModelIndex) -> None:
        cell = self.board.cell(index)
        if cell is not None:
            self.opened.emit(cell)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what the keys stand on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
