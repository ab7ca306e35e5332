"""Two kinds of people side by side: counts at the head of each code, their own words below."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from qualcoder_nhs.domain.tabled import Entry, Mark
from qualcoder_nhs.ui.analyse.cell_painter import CellPainter, ink_of, paint_one_voice
from qualcoder_nhs.ui.analyse.heads import PAD
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import TABLE_ROW
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, write

QUOTE, QUOTE_PITCH = 15, 22


class SidesPainter(CellPainter):
    """Counts in the chrome's voice on a band, quotes in the transcript's."""

    def height(self, entry: Entry, width: int, *, long: bool) -> float:
        del long
        if entry.count is not None or not entry.words:
            return grown(TABLE_ROW)
        return max(grown(TABLE_ROW), self._quote(entry, width).height + 14)

    def _quote(self, entry: Entry, width: float) -> Wrapped:
        font = transcript_font(QUOTE, self.theme.face)
        return Wrapped(entry.words, font, width - 2 * PAD, QUOTE_PITCH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        entry, box, tokens = self.table.entry(index), QRectF(option.rect), self.theme.tokens
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        counts = bool(self.table.row(index).name)
        if counts:
            painter.fillRect(box, colour(tokens.side))
        self.paint_under(painter, option, box, index)
        if counts:
            self._paint_count(painter, box, entry)
        elif entry.words:
            at = QPointF(box.left() + PAD, box.top() + 7)
            self._quote(entry, box.width()).paint(painter, at, tokens.ink)
        painter.restore()

    def _paint_count(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        tokens, room = self.theme.tokens, box.adjusted(PAD, 0, -PAD, 0)
        used = write(painter, room, entry.words, chrome_font(Size.LABEL), ink_of(entry, tokens))
        if entry.mark is Mark.ONE_VOICE:
            paint_one_voice(painter, QPointF(room.left() + used + 12, box.center().y()), tokens)


class SidesView(TableView):
    """Names of codes at the left, the two sides as wide as there is room."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.names_width = 180

    def made_painter(self, theme: Theme) -> CellPainter:
        return SidesPainter(theme, self.table)
