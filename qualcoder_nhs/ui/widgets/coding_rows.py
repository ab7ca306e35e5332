"""Codings that wait for somebody's word, as rows: what was said, and what it is coded with."""

from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_ground, write

_HEIGHT, _PIXELS = 46, 14


class Waits(Protocol):
    """What waits: it has the words of a coding."""

    @property
    def excerpt(self) -> Excerpt:
        """The coding with its words."""
        ...


One = TypeVar("One", bound=Waits)


def about_words(one: Waits) -> str:
    """The code, the place, who coded it in which layer."""
    found = one.excerpt
    return f"{found.code.name} · {found.reference} · {found.coder}, {found.layer}"


class CodingModel(RowModel[One]):
    """Codings as rows."""

    def shown(self, row: One) -> str:
        return f"“{' '.join(row.excerpt.words.split())}”"

    def spoken(self, row: One) -> str:
        return f"{about_words(row)}: {self.shown(row)}"


class CodingRow(QStyledItemDelegate):
    """Paints a row: the words, and beneath them what they are coded with."""

    def __init__(self, theme: Theme, model: CodingModel[One], parent: QObject) -> None:
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
