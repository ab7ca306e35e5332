"""Codings that wait for another code, as rows."""

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.queries.codework import ToAssign
from qualcoder_nhs.ui.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.row_model import RowModel
from qualcoder_nhs.ui.row_paint import ModelIndex, paint_ground, write
from qualcoder_nhs.ui.theme import Theme

_HEIGHT, _PIXELS = 46, 14


def about_words(one: ToAssign) -> str:
    """The code, the place, who coded it in which layer."""
    found = one.excerpt
    return f"{found.code.name} · {found.reference} · {found.coder}, {found.layer}"


class AssignModel(RowModel[ToAssign]):
    """Codings as rows."""

    def shown(self, row: ToAssign) -> str:
        return f"“{' '.join(row.excerpt.words.split())}”"

    def spoken(self, row: ToAssign) -> str:
        return f"{about_words(row)}: {self.shown(row)}"


class AssignRow(QStyledItemDelegate):
    """Paints a row: the words, and beneath them what they are coded with."""

    def __init__(self, theme: Theme, model: AssignModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(160, grown(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        one, tokens = self._model.rows[index.row()], self.theme.tokens
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, box.adjusted(6, 1, -6, -1), tokens)
        upper = box.adjusted(16, 4, -16, -box.height() * 0.44)
        lower = box.adjusted(16, box.height() * 0.56, -16, -4)
        font = transcript_font(_PIXELS, self.theme.face)
        write(painter, upper, self._model.shown(one), font, tokens.ink)
        write(painter, lower, about_words(one), chrome_font(Size.SMALL), tokens.ink2)
        painter.restore()
