"""How the entries of a table are painted: words, what is not said in grey, one voice with its ▲."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.domain.tabled import Entry, Mark
from qualcoder_nhs.ui.analyse.heads import ABOVE, LINE, PAD, first_line
from qualcoder_nhs.ui.analyse.table_model import TableModel
from qualcoder_nhs.ui.look.fonts import chrome_font, grown
from qualcoder_nhs.ui.look.glyphs import paint_shape
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.tokens import TABLE_ROW, Tokens
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, has_focus, is_chosen, paint_focus, write
from qualcoder_nhs.ui.widgets.row_paint import paint_row_line as row_line

QUIET = (Mark.NOTHING, Mark.NOT_ASKED, Mark.UNMARKED, Mark.NOBODY)


class CellPainter(QStyledItemDelegate):
    """Paints one entry; long ones over several lines."""

    def __init__(self, theme: Theme, table: TableModel) -> None:
        super().__init__(table)
        self.theme, self.table = theme, table

    def height(self, entry: Entry, width: int, *, long: bool) -> float:
        """How high an entry stands."""
        if not long:
            return grown(TABLE_ROW)
        return max(grown(TABLE_ROW), self._wrapped(entry, width).height + 2 * ABOVE)

    def _wrapped(self, entry: Entry, width: float) -> Wrapped:
        return Wrapped(entry.words, chrome_font(), width - 2 * PAD, grown(LINE))

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(80, grown(TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        entry, box, tokens = self.table.entry(index), QRectF(option.rect), self.theme.tokens
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)  # a row is no higher than what is in view
        self.paint_under(painter, option, box, index)
        if self.table.head(index).long:
            ink = ink_of(entry, tokens)
            at = QPointF(box.left() + PAD, box.top() + ABOVE)
            self._wrapped(entry, box.width()).paint(painter, at, ink)
        else:
            self.paint_entry(painter, first_line(self.table.tabled, box), entry)
        painter.restore()

    def paint_under(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: ModelIndex
    ) -> None:
        """The ground of a cell, its ring, and the line below."""
        del index
        tokens = self.theme.tokens
        row_line(painter, box, blend(tokens.paper, tokens.line, 0.8))
        if is_chosen(option):
            painter.fillRect(box.adjusted(1, 1, -1, -2), colour(tokens.accent_bg))
            paint_focus(painter, box.adjusted(0, 0, 0, -1), tokens)
        elif has_focus(option):
            paint_focus(painter, box, tokens)

    def paint_entry(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        """The words, and the sign of one voice after them."""
        tokens, room = self.theme.tokens, box.adjusted(PAD, 0, -PAD, 0)
        used = write(painter, room, entry.words, chrome_font(), ink_of(entry, tokens))
        if entry.mark is Mark.ONE_VOICE:
            paint_one_voice(painter, QPointF(room.left() + used + 12, box.center().y()), tokens)


def ink_of(entry: Entry, tokens: Tokens) -> str:
    """What nobody said is quiet."""
    return tokens.ink3 if entry.mark in QUIET else tokens.ink


def paint_one_voice(painter: QPainter, at: QPointF, tokens: Tokens) -> None:
    """The warning that one person has more than half of it: a shape, then a colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    paint_shape(painter, "triangle", at, tokens.ink if tokens.high_contrast else tokens.warn)
