"""How the cells of the table by code are painted: names, counts, dot and whisker, bars."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.analysis.agreement_paper.numbers import bare
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.code_model import CodeModel
from qualcoder_nhs.ui.agreement.report.columns import Column, Draws
from qualcoder_nhs.ui.agreement.report.marks import (
    Dot,
    paint_axis,
    paint_criterion,
    paint_dot,
    paint_stack,
)
from qualcoder_nhs.ui.agreement.report.wording import limits, remark, why_not
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP, TABLE_ROW
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, is_chosen, write

MARK_WIDTH, MARK_HEIGHT, STRIPE, CHIP, PAD = 27, 17, 2.5, 10, 8


class CodePainter(QStyledItemDelegate):
    """Paints one cell; the ground of the whole row is the view's."""

    def __init__(self, theme: Theme, model: CodeModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model
        self.looks: Mapping[str, Look] = {}
        self.criterion: float | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(60, grown(TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        node = self._model.node(index)
        if node is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, chosen = QRectF(option.rect), is_chosen(option)
        column = self._model.columns[index.column()]
        paint = {
            Draws.NAME: self._paint_name,
            Draws.NUMBER: self._paint_number,
            Draws.PLOT: self._paint_plot,
            Draws.INTERVAL: self._paint_interval,
            Draws.STACK: self._paint_stack,
            Draws.WORDS: self._paint_words,
        }[column.draws]
        paint(painter, box, node.row, column, chosen=chosen)
        painter.restore()

    def ground(self, row: CodeRow, *, chosen: bool) -> QColor:
        """What the row lies on: a family that is rolled up on a ground of its own."""
        tokens = self.theme.tokens
        if chosen:
            return colour(tokens.accent_bg)
        return colour(tokens.side if row.rolled_up and row.parent is None else tokens.paper)

    def _quiet(self, row: CodeRow, *, chosen: bool) -> str:
        """The ink of figures: greyed where there is too little to judge by."""
        tokens = self.theme.tokens
        if not (row.few or row.alpha.value is None):
            return tokens.ink
        return tokens.ink2 if chosen else tokens.ink3

    def _paint_name(
        self, painter: QPainter, box: QRectF, row: CodeRow, _column: Column, *, chosen: bool
    ) -> None:
        del chosen
        left = self._paint_sign(painter, box, row)
        bold = Size.LABEL if row.rolled_up else Size.BODY
        ink = self.theme.tokens.ink if row.used else self.theme.tokens.ink2
        write(painter, box.adjusted(left, 0, -PAD, 0), row.name, chrome_font(bold), ink)

    def _paint_sign(self, painter: QPainter, box: QRectF, row: CodeRow) -> float:
        """The mark of a family, the chip of a code; how much room it takes."""
        look = self.looks.get(row.code)
        if look is None:
            return 0
        middle = box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        if row.parent is None:
            width, height = grown(MARK_WIDTH), grown(MARK_HEIGHT)
            place = QRectF(box.left(), middle - height / 2, width, height)
            self._paint_mark(painter, place, look)
            return width + PAD
        painter.setBrush(colour(look.chip))
        painter.drawRoundedRect(QRectF(box.left(), middle - CHIP / 2, CHIP, CHIP), 2, 2)
        return CHIP + PAD

    def _paint_mark(self, painter: QPainter, place: QRectF, look: Look) -> None:
        painter.setBrush(colour(look.stripe))
        painter.drawRoundedRect(place, RADIUS_CAP, RADIUS_CAP)
        painter.setBrush(colour(look.tint))
        painter.drawRoundedRect(place.adjusted(STRIPE, 0, 0, 0), RADIUS_CAP, RADIUS_CAP)
        font = chrome_font(Size.LEAST)
        font.setWeight(font.Weight.DemiBold)
        room = place.adjusted(STRIPE, 0, 4, 0).translated(-2, 0)
        centre = Qt.AlignmentFlag.AlignCenter
        write(painter, room, look.mark, font, self.theme.tokens.ink, centre)

    def _paint_number(
        self, painter: QPainter, box: QRectF, row: CodeRow, column: Column, *, chosen: bool
    ) -> None:
        tokens, words = self.theme.tokens, column.text(row)
        quiet = words in ("0", "–") or (row.few and not column.id.startswith("by "))
        ink = (tokens.ink2 if chosen else tokens.ink3) if quiet else tokens.ink
        write(painter, box.adjusted(2, 0, -PAD, 0), words, chrome_font(), ink, RIGHT)

    def _paint_words(
        self, painter: QPainter, box: QRectF, row: CodeRow, column: Column, *, chosen: bool
    ) -> None:
        ink, room = self._quiet(row, chosen=chosen), box.adjusted(PAD, 0, -2, 0)
        write(painter, room, column.text(row), chrome_font(Size.SMALL), ink)

    def _paint_plot(
        self, painter: QPainter, box: QRectF, row: CodeRow, _column: Column, *, chosen: bool
    ) -> None:
        tokens = self.theme.tokens
        paint_axis(painter, box, tokens)
        paint_criterion(painter, box, self.criterion, tokens)
        dot = Dot(row.alpha, hollow=row.rolled_up, quiet=row.few)
        paint_dot(painter, box, dot, self.ground(row, chosen=chosen), tokens)

    def _paint_interval(
        self, painter: QPainter, box: QRectF, row: CodeRow, _column: Column, *, chosen: bool
    ) -> None:
        room, ink = box.adjusted(PAD, 0, -2, 0), self._quiet(row, chosen=chosen)
        small = chrome_font(Size.SMALL)
        if row.alpha.value is None:
            write(painter, room, _("n/a · {why}").format(why=why_not(row)), small, ink)
            return
        font = chrome_font(Size.BODY if row.few else Size.LABEL)
        room.setLeft(room.left() + write(painter, room, bare(row.alpha.value), font, ink) + 4)
        second = self.theme.tokens.ink2 if chosen or not row.few else ink
        told = " · ".join(part for part in (limits(row.alpha), remark(row)) if part)
        write(painter, room, told, small, second)

    def _paint_stack(
        self, painter: QPainter, box: QRectF, row: CodeRow, _column: Column, *, chosen: bool
    ) -> None:
        del chosen
        room = box.adjusted(PAD, 0, -PAD, 0)
        paint_stack(painter, room, row.differences, self._model.most, self.theme.tokens)
