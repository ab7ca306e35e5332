"""How a memo is painted in the list: what it is on, by whom and when, and how it begins."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.memos.memo_model import MemoModel, on_words
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, is_chosen, paint_ground, write

_HEIGHT, _PAD, _LINE = 66, 16, 22
_PIXELS = 15


class MemoPainter(QStyledItemDelegate):
    """Paints the rows of the list of memos."""

    def __init__(self, theme: Theme, model: MemoModel) -> None:
        super().__init__(model)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(200, grown(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        listed, tokens = self._model.rows[index.row()], self.theme.tokens
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, box.adjusted(6, 0, -6, 0), tokens)
        if not is_chosen(option):
            painter.setPen(QPen(colour(tokens.line), 1))
            foot = box.bottom() - 0.5
            painter.drawLine(QPointF(box.left() + _PAD, foot), QPointF(box.right() - _PAD, foot))
        room = QRectF(box.left() + _PAD, box.top() + 8, box.width() - 2 * _PAD, grown(_LINE))
        by = f"{listed.coder} · {moment(listed.memo.changed)}"
        used = write(painter, room, by, chrome_font(Size.SMALL), tokens.ink2, RIGHT)
        head = room.adjusted(0, 0, -used - 12, 0)
        write(painter, head, on_words(listed), chrome_font(Size.LABEL), tokens.ink)
        words = " ".join(listed.memo.text.split())
        font = transcript_font(_PIXELS, self.theme.face)
        write(painter, room.translated(0, room.height() + 2), words, font, tokens.ink)
        painter.restore()
