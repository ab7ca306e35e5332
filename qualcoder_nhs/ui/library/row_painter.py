"""One transcript of the list: its name, who was in the room, a bar and the share in digits."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.queries.library import Shelved
from qualcoder_nhs.ui.library.model import ROW, ModelIndex, percent
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.look.tokens import LIST_ROW
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, is_chosen, paint_chosen, write

BAR, BAR_HEIGHT, SHARE = 26, 4, 44
COMFORT = 4


class LibraryRow(QStyledItemDelegate):
    """Paints a row; `comfortable` makes rows a little higher."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.comfortable = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(160, grown(LIST_ROW) + (COMFORT if self.comfortable else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen(option):
            paint_chosen(painter, box, self.theme.tokens)
        room = box.adjusted(10, 0, -8, 0)
        self._paint_name(painter, room, row, chosen=is_chosen(option))
        self._paint_share(painter, room, row)
        painter.restore()

    def _paint_name(self, painter: QPainter, room: QRectF, row: Shelved, *, chosen: bool) -> None:
        tokens = self.theme.tokens
        name = chrome_font(Size.LABEL if chosen else Size.BODY)
        words = room.adjusted(0, 0, -(grown(SHARE) + BAR + 8), 0)
        used = write(painter, words, row.summary.name, name, tokens.ink)
        if row.who:
            rest = words.adjusted(used + 6, 0, 0, 0)
            write(painter, rest, row.who, chrome_font(Size.SMALL), tokens.ink2)

    def _paint_share(self, painter: QPainter, room: QRectF, row: Shelved) -> None:
        tokens = self.theme.tokens
        write(painter, room, percent(row), chrome_font(), tokens.ink2, RIGHT)
        if not row.taking_part:
            return
        left, middle = room.right() - grown(SHARE) - BAR, room.center().y() + 0.5
        bar = QRectF(left, middle - BAR_HEIGHT / 2, BAR, BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(tokens.side, tokens.ink, 0.12))
        painter.drawRoundedRect(bar, 2, 2)
        if row.coded:
            bar.setWidth(max(3.0, BAR * row.share))
            painter.setBrush(colour(tokens.accent))
            painter.drawRoundedRect(bar, 2, 2)
