"""How a link is painted: who and how at the left, the words and what they answer at the right."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.ui.links.rows import Row, Rows
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_ground, paint_pill, write

_PAD, _TOP, _LEFT, _GAP = 24, 7, 150, 16
_HEADING, _LINE, _PIXELS, _PITCH = 40, 20, 15, 22
_MEASURE = 760
"""Words are set no wider than this: a longer line is hard to read."""


class LinkPainter(QStyledItemDelegate):
    """Paints the rows of the page; words take as many lines as they need."""

    def __init__(self, theme: Theme, model: Rows, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._model, self._view = model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option
        row = self._model.rows[index.row()]
        if row.is_heading:
            return QSize(200, grown(_HEADING))
        return QSize(200, round(self._height(row)) + 2 * _TOP)

    def _height(self, row: Row) -> float:
        words = self._words(row).height
        under = self._under(row)
        text = words + (under.height if under else 0) + (grown(_LINE) if row.end else 0)
        beside = grown(_LINE) + (24 if row.pill else 0)
        return max(text, beside)

    def _width(self) -> float:
        room = self._view.viewport().width() - 2 * _PAD - grown(_LEFT) - _GAP
        return min(room, grown(_MEASURE))

    def _words(self, row: Row) -> Wrapped:
        font = transcript_font(_PIXELS, self.theme.face)
        return Wrapped(row.words, font, self._width(), grown(_PITCH))

    def _under(self, row: Row) -> Wrapped | None:
        if not row.under:
            return None
        font = transcript_font(_PIXELS - 2, self.theme.face)
        return Wrapped(row.under, font, self._width(), grown(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row, box = self._model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            self._paint_heading(painter, box, row)
        else:
            paint_ground(painter, option, box.adjusted(8, 0, -8, 0), self.theme.tokens)
            self._paint_row(painter, box.adjusted(_PAD, _TOP, -_PAD, -_TOP), row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Row) -> None:
        tokens, room = self.theme.tokens, box.adjusted(_PAD, 8, -_PAD, 0)
        write(painter, room, row.words, chrome_font(Size.LABEL), tokens.ink)
        painter.setPen(QPen(colour(tokens.line), 1))
        foot = box.bottom() - 0.5
        painter.drawLine(QPointF(room.left(), foot), QPointF(room.right(), foot))

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row) -> None:
        tokens = self.theme.tokens
        name = QRectF(box.left(), box.top(), grown(_LEFT), grown(_LINE))
        ink = tokens.ink3 if row.quiet else tokens.ink2
        write(painter, name, row.who, chrome_font(Size.SMALL_LABEL), ink)
        if row.pill:
            middle = name.bottom() + 13
            paint_pill(painter, box.left(), middle, row.pill, tokens.ink, tokens.sunk)
        at = QPointF(box.left() + grown(_LEFT) + _GAP, box.top())
        at = self._paint_words(painter, at, row)
        if row.end:
            end = QRectF(at.x(), at.y(), box.right() - at.x(), grown(_LINE))
            tint = tokens.accent if row.end.startswith("←") else tokens.ink3
            write(painter, end, row.end, chrome_font(Size.SMALL), tint)

    def _paint_words(self, painter: QPainter, at: QPointF, row: Row) -> QPointF:
        """The words and what they answer; where the next line begins."""
        tokens = self.theme.tokens
        words, under = self._words(row), self._under(row)
        words.paint(painter, at, tokens.ink3 if row.quiet else tokens.ink)
        below = QPointF(at.x(), at.y() + words.height)
        if under is None:
            return below
        under.paint(painter, below, tokens.ink2)
        return QPointF(below.x(), below.y() + under.height)
