"""The rows of what can be had by name: what each is, its name with the letters found, its key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.seek.things import Kind, Match, Thing
from qualcoder_nhs.ui.widgets.keycap import key_words, paint_cap
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, is_chosen, paint_chosen, write

ROW_HEIGHT = 30
_NAME = 34
_ICONS = {
    Kind.COMMAND: "chevron-right",
    Kind.TRANSCRIPT: "file-text",
    Kind.TURN: "notebook-text",
    Kind.WORDS: "search",
}


class ThingRows(RowModel[Match]):
    """What is offered now."""

    def shown(self, row: Match) -> str:
        return row.thing.name

    def spoken(self, row: Match) -> str:
        thing = row.thing
        parts = (thing.name, _(thing.kind.value), thing.beside, key_words(thing.key))
        return ", ".join(part for part in parts if part)


class ThingPainter(QStyledItemDelegate):
    """Paints icon or chip, name, what more is said of it, and its key or kind at the right."""

    def __init__(self, theme: Theme, rows: ThingRows) -> None:
        super().__init__(rows)
        self.theme = theme
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(200, grown(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        match, box, tokens = self._rows.rows[index.row()], QRectF(option.rect), self.theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen(option):
            paint_chosen(painter, box, tokens)
        self._paint_mark(painter, box, match.thing)
        room = box.adjusted(_NAME, 0, -12, 0)
        room.setRight(self._paint_right(painter, room, match.thing) - 12)
        font = chrome_font()
        used = write(painter, room, match.thing.name, font, tokens.ink)
        self._underline(painter, room, match)
        grey = tokens.ink2 if is_chosen(option) else tokens.ink3
        beside = room.adjusted(used + 10, 0, 0, 0)
        write(painter, beside, match.thing.beside, chrome_font(Size.SMALL), grey)
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRectF, thing: Thing) -> None:
        middle = box.center().y()
        if thing.kind is Kind.CODE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(thing.chip or self.theme.tokens.line2))
            painter.drawRoundedRect(QRectF(box.left() + 14, middle - 5, 10, 10), 2, 2)
        else:
            place = QRectF(box.left() + 12, middle - 7, 14, 14)
            paint_icon(painter, _ICONS[thing.kind], place, self.theme.tokens.ink2)

    def _paint_right(self, painter: QPainter, room: QRectF, thing: Thing) -> float:
        """The key, else what it is; returns where that begins."""
        tokens = self.theme.tokens
        if thing.key:
            return paint_cap(painter, thing.key, room.right(), room.center().y(), tokens)
        words = "" if thing.kind is Kind.COMMAND else _(thing.kind.value)
        small = chrome_font(Size.SMALL)
        return room.right() - write(painter, room, words, small, tokens.ink2, RIGHT)

    def _underline(self, painter: QPainter, room: QRectF, match: Match) -> None:
        if not match.end:
            return
        metrics = QFontMetricsF(chrome_font())
        name = match.thing.name
        left = room.left() + metrics.horizontalAdvance(name[: match.start])
        width = metrics.horizontalAdvance(name[match.start : match.end])
        foot = room.center().y() + (metrics.ascent() - metrics.descent()) / 2 + 3
        right = min(left + width, room.right())
        ink = colour(self.theme.tokens.ink)
        painter.fillRect(QRectF(left, foot, max(0.0, right - left), 1.5), ink)
