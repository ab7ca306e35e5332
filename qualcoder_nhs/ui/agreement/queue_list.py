"""The list of disagreements: the words, their place, the kind, and whether it is settled."""

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.queries.disputed import QueueItem
from qualcoder_nhs.ui.agreement.kind_mark import WIDTH, paint_kind
from qualcoder_nhs.ui.agreement.queue_words import kind_words, quoted, state_words
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_ground, write

_HEIGHT, _PIXELS, _ICON = 48, 14, 16


class QueueModel(RowModel[QueueItem]):
    """Disagreements as rows."""

    def shown(self, row: QueueItem) -> str:
        return quoted(row.words)

    def spoken(self, row: QueueItem) -> str:
        return f"{quoted(row.words)}, {state_words(row)}, {kind_words(row)}"

    def place_of(self, wanted: QueueItem | None) -> int:
        """The row of the same disagreement, or -1."""
        about = wanted.about if wanted else None
        return next((at for at, row in enumerate(self.rows) if row.about == about), -1)

    def next_open(self, after: int) -> int:
        """The next row that is not settled, from the top again at the end; -1 where all are."""
        places = [*range(after + 1, len(self.rows)), *range(after + 1)]
        return next((at for at in places if not self.rows[at].settled), -1)


class QueueRow(QStyledItemDelegate):
    """Paints a row of the list."""

    def __init__(self, theme: Theme, model: QueueModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(160, grown(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        item, tokens = self._model.rows[index.row()], self.theme.tokens
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, box.adjusted(6, 1, -6, -1), tokens)
        paint_kind(painter, item.kind, box.left() + 16, box.center().y(), tokens)
        room = box.adjusted(16 + WIDTH + 8, 4, -16, -4)
        if item.settled:
            room.setRight(room.right() - _ICON - 6)
            tick = QRectF(room.right() + 6, box.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, "check", tick, tokens.ok)
        ink = tokens.ink2 if item.settled else tokens.ink
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() * 0.58)
        lower.setTop(upper.bottom())
        write(painter, upper, quoted(item.words), transcript_font(_PIXELS, self.theme.face), ink)
        write(painter, lower, state_words(item), chrome_font(Size.SMALL), tokens.ink2)
        painter.restore()
