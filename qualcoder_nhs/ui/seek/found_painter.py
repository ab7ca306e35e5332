"""How found words are painted: turn and voice at the left, the words with the match marked."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.queries.study_search import Found, FoundIn
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.seek.found_model import FoundModel
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, paint_ground, write

_HEIGHT, _HEADING, _PAD = 32, 40, 24
_NUMBER, _VOICE, _GAP = 44, 96, 12
_PIXELS = 15


class FoundPainter(QStyledItemDelegate):
    """Paints the rows of the list of words found."""

    def __init__(self, theme: Theme, model: FoundModel) -> None:
        super().__init__(model)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option
        heading = isinstance(self._model.rows[index.row()], FoundIn)
        return QSize(200, grown(_HEADING if heading else _HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row, box = self._model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, FoundIn):
            self._paint_heading(painter, box, row)
        else:
            paint_ground(painter, option, box.adjusted(8, 0, -8, 0), self.theme.tokens)
            self._paint_place(painter, box.adjusted(_PAD, 0, -_PAD, 0), row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, place: FoundIn) -> None:
        tokens = self.theme.tokens
        room = box.adjusted(_PAD, 8, -_PAD, 0)
        used = write(painter, room, place.name, chrome_font(Size.LABEL), tokens.ink)
        count = f"{len(place.found):,}"
        beside = room.adjusted(used + 8, 0, 0, 0)
        write(painter, beside, count, chrome_font(Size.SMALL), tokens.ink2)
        painter.setPen(QPen(colour(tokens.line), 1))
        foot = box.bottom() - 0.5
        painter.drawLine(QPointF(room.left(), foot), QPointF(room.right(), foot))

    def _paint_place(self, painter: QPainter, box: QRectF, found: Found) -> None:
        tokens = self.theme.tokens
        number = QRectF(box.left(), box.top(), grown(_NUMBER), box.height())
        write(painter, number, str(found.turn or ""), chrome_font(Size.SMALL), tokens.ink3, RIGHT)
        voice = QRectF(number.right() + _GAP, box.top(), grown(_VOICE), box.height())
        who = found.voice.name if found.voice else ""
        write(painter, voice, who, chrome_font(Size.SMALL_LABEL), tokens.ink2)
        self._paint_words(painter, box.adjusted(voice.right() - box.left() + _GAP, 0, 0, 0), found)

    def _paint_words(self, painter: QPainter, room: QRectF, found: Found) -> None:
        tokens, font = self.theme.tokens, transcript_font(_PIXELS, self.theme.face)
        metrics = QFontMetricsF(font)
        painter.save()
        painter.setClipRect(room)
        for mark in found.marks:
            left = room.left() + metrics.horizontalAdvance(found.words[: mark.start])
            right = room.left() + metrics.horizontalAdvance(found.words[: mark.end])
            box = QRectF(left - 1, room.center().y() - 11, right - left + 2, 22)
            painter.fillRect(box, colour(tokens.selected))
            painter.fillRect(
                QRectF(box.left(), box.bottom() - 2, box.width(), 2), colour(tokens.accent)
            )
        write(painter, room, found.words, font, tokens.ink)
        painter.restore()
