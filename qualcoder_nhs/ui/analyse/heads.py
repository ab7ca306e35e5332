"""The heads of a table: titles over their denominators, and the names of rows that stay in view."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.tabled import Row, Tabled
from qualcoder_nhs.ui.analyse.table_model import TableModel
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.glyphs import is_known_role, paint_shape, role_look
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.widgets.row_paint import write

HEAD, PAD, STEP, CHIP, LINE, ABOVE = 46, 10, 16, 10, 17, 6


def first_line(tabled: Tabled, box: QRectF) -> QRectF:
    """Where a line stands in a cell: at the top beside sentences, else in the middle."""
    if any(head.long for head in tabled.heads):
        return QRectF(box.left(), box.top(), box.width(), grown(LINE) + 2 * ABOVE)
    return box


class ColumnHeads(QHeaderView):
    """Titles with a role's shape where there is one, and below them over whom is counted."""

    def __init__(self, theme: Theme, table: TableModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme, self._table = theme, table
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), grown(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        if logicalIndex >= len(self._table.tabled.heads):
            return
        head, tokens, box = self._table.tabled.heads[logicalIndex], self.theme.tokens, QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, colour(tokens.paper))
        room = box.adjusted(PAD - 2, 4, 0, -4)
        upper = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        if is_known_role(head.key):
            look = role_look(Function.PARTICIPANT, head.key)
            centre = QPointF(upper.left() + 4, upper.center().y())
            paint_shape(painter, look.shape, centre, look.colour(tokens))
            upper.setLeft(upper.left() + 15)
        write(painter, upper, _capital(head.title), chrome_font(Size.LABEL), tokens.ink)
        lower = QRectF(room.left(), room.center().y(), room.width(), room.height() / 2)
        write(painter, lower, head.over, chrome_font(Size.SMALL), tokens.ink2)
        _line(painter, box, tokens.line2)
        painter.restore()


class RowHeads(QHeaderView):
    """Names set in by their depth, with a mark for a family and a chip for a code.

    `turned` bears a row that stands above others, to be closed or opened.
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, table: TableModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme, self._table = theme, table
        self.looks: Mapping[CodeId, Look] = {}
        self.closed: set[int] = set()
        self.families = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def is_family(self, row: Row) -> bool:
        """Whether a row is a root that has others below it."""
        return self.families and row.depth == 1 and row.distinct

    def lines(self, row: Row, width: int) -> float:
        """How high the name is when it is broken at a width."""
        return Wrapped(row.name, chrome_font(), width - self._inset(row) - PAD, grown(LINE)).height

    def _inset(self, row: Row) -> float:
        chip = CHIP + 8 if row.code and not self.is_family(row) else 0
        return PAD + STEP * (row.depth - 1) + chip

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        if logicalIndex >= len(self._table.tabled.rows):
            return
        row, tokens, box = self._table.tabled.rows[logicalIndex], self.theme.tokens, QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, colour(tokens.side if self.is_family(row) else tokens.paper))
        if self.is_family(row):
            self._paint_family(painter, box, row, closed=logicalIndex in self.closed)
        else:
            self._paint_name(painter, box, row)
        _line(painter, box, blend(tokens.paper, tokens.line, 0.8).name())
        painter.restore()

    def _paint_family(self, painter: QPainter, box: QRectF, row: Row, *, closed: bool) -> None:
        tokens, look = self.theme.tokens, self.looks.get(row.code) if row.code else None
        place = QRectF(box.left() + PAD, box.center().y() - 7, 14, 14)
        paint_icon(painter, "chevron-right" if closed else "chevron-down", place, tokens.ink2)
        room = box.adjusted(PAD + 22, 0, -4, 0)
        if look is not None:
            mark = QRectF(room.left(), box.center().y() - 9, grown(27), 18)
            painter.fillRect(mark, colour(look.tint))
            painter.fillRect(
                QRectF(mark.left(), mark.top(), 2.5, mark.height()), colour(look.stripe)
            )
            write(
                painter, mark.adjusted(5, 0, 0, 0), look.mark, chrome_font(Size.LEAST), tokens.ink
            )
            room.setLeft(mark.right() + 8)
        write(painter, room, row.name, chrome_font(Size.LABEL), tokens.ink)

    def _paint_name(self, painter: QPainter, box: QRectF, row: Row) -> None:
        tokens, look = self.theme.tokens, self.looks.get(row.code) if row.code else None
        inset = self._inset(row)
        over = chrome_font(Size.SMALL)
        words = Wrapped(row.name, chrome_font(), box.width() - inset - PAD, grown(LINE))
        height = words.height + (grown(LINE) if row.over else 0)
        line = first_line(self._table.tabled, box)
        top = box.top() + ABOVE if line.height() < box.height() else box.center().y() - height / 2
        if look is not None and row.name:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(colour(look.chip))
            chip = QRectF(box.left() + inset - CHIP - 8, line.center().y() - CHIP / 2, CHIP, CHIP)
            painter.drawRoundedRect(chip, 2, 2)
        words.paint(painter, QPointF(box.left() + inset, top), tokens.ink)
        if row.over:
            under = QRectF(
                box.left() + inset, top + words.height, box.width() - inset - 4, grown(LINE)
            )
            write(painter, under, row.over, over, tokens.ink2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.logicalIndexAt(event.position().toPoint())
        if at >= 0 and self.is_family(self._table.tabled.rows[at]):
            self.turned.emit(at)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.setPen(QPen(colour(ink), 1))
    foot = box.bottom() - 0.5
    painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
