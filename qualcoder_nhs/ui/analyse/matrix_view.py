"""The matrix as it is seen: a dot is a person, filled where they said it and open where not."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from qualcoder_nhs.domain.tabled import Entry, Head, Mark
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.analyse.cell_painter import CellPainter, ink_of, paint_one_voice
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, write

DOT, PITCH, LINE, A_LINE, AT_ONCE = 7.5, 9.5, 11.0, 6, 7
"""A dot, from one to the next, from one line to the next; dots of a line; as many stand in one."""

SIGN, INSET = 12, 6
"""Room for the sign of one voice, and at either side of a cell."""

A_BAR = 25
"""From so many people on a bar says it, since nobody counts so many dots."""

SCROLL = 16
CELL, FAMILY, WIDE, LEAST, BAR_WIDE, NAMES = 52, 34, 142, 116, 84, 168


class MatrixPainter(CellPainter):
    """Paints an entry with its people. Families have words only: their people stand below."""

    def dotted(self) -> bool:
        """Whether the entries count people."""
        return self.table.tabled.chart is not None

    def height(self, entry: Entry, width: int, *, long: bool) -> float:
        return grown(CELL) if self.dotted() else super().height(entry, width, long=long)

    def paint_under(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, index: ModelIndex
    ) -> None:
        if is_family(self, index):
            painter.fillRect(box, colour(self.theme.tokens.side))
        super().paint_under(painter, option, box, index)
        self._family = is_family(self, index)

    def paint_entry(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        if not self.dotted() or entry.count is None or not entry.there:
            super().paint_entry(painter, box, entry)
            return
        room = box.adjusted(INSET, 0, -INSET, 0)
        self._paint_words(painter, room, entry, quiet=self._family)
        if not self._family and len(entry.there) < A_BAR:
            self._paint_dots(painter, room, entry)
        elif not self._family:
            self._paint_bar(painter, room, entry)

    def _paint_words(self, painter: QPainter, room: QRectF, entry: Entry, *, quiet: bool) -> None:
        tokens, one_voice = self.theme.tokens, entry.mark is Mark.ONE_VOICE
        if one_voice:
            paint_one_voice(painter, QPointF(room.right() - 4, room.center().y()), tokens)
            room = room.adjusted(0, 0, -SIGN, 0)
        ink = tokens.ink2 if quiet else ink_of(entry, tokens)
        font = chrome_font(Size.SMALL if quiet else Size.BODY)
        write(painter, room, entry.words, font, ink, RIGHT)

    def _paint_dots(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        """Who said it first, the loudest of them before all where one voice holds it."""
        count, people = entry.count, len(entry.there)
        said = len(count.participants | count.respondents) if count else 0
        pitch, line = grown(PITCH * 10) / 10, grown(LINE * 10) / 10
        a_line = self._a_line(people, room.width(), pitch)
        lines = -(-people // a_line)
        top = room.center().y() - line * (lines - 1) / 2
        for at in range(people):
            centre = QPointF(
                room.left() + DOT / 2 + pitch * (at % a_line), top + line * (at // a_line)
            )
            loudest = at == 0 and entry.mark is Mark.ONE_VOICE
            self._paint_dot(painter, centre, filled=at < said, loudest=loudest)

    def _a_line(self, people: int, width: float, pitch: float) -> int:
        """How many dots stand in a line: alike in a column, whatever else its cells say."""
        told = QFontMetricsF(chrome_font()).horizontalAdvance(self.words_for(people))
        room = max(3, int((width - told - SIGN) / pitch))
        return min(room, people if people <= AT_ONCE else A_LINE)

    @staticmethod
    def words_for(people: int) -> str:
        """The longest that a cell of so many people says."""
        return _("{n} of {of}").format(n=people, of=people)

    def _paint_dot(self, painter: QPainter, at: QPointF, *, filled: bool, loudest: bool) -> None:
        """In high contrast the loudest is a square: shapes tell, not colours."""
        tokens, half = self.theme.tokens, grown(DOT * 10) / 20
        box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        ink = tokens.warn if loudest and not tokens.high_contrast else said_ink(self.theme)
        painter.setPen(QPen(colour(ink if filled else tokens.line2), 1))
        painter.setBrush(colour(ink) if filled else Qt.BrushStyle.NoBrush)
        if loudest and tokens.high_contrast:
            painter.drawRect(box)
        else:
            painter.drawEllipse(box)

    def _paint_bar(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        count, tokens = entry.count, self.theme.tokens
        said = len(count.participants | count.respondents) if count else 0
        track = QRectF(room.left(), room.center().y() + 10, room.width(), 5)
        painter.setPen(QPen(colour(tokens.line2), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(track)
        track.setWidth(track.width() * said / len(entry.there))
        one_voice = entry.mark is Mark.ONE_VOICE and not tokens.high_contrast
        painter.fillRect(track, colour(tokens.warn if one_voice else said_ink(self.theme)))

    _family = False


def said_ink(theme: Theme) -> str:
    """What a filled dot is drawn in: no code's colour."""
    tokens = theme.tokens
    return tokens.ink if tokens.high_contrast else blend(tokens.paper, tokens.ink, 0.78).name()


def is_family(painter: MatrixPainter, index: ModelIndex) -> bool:
    """Whether a row is a family with others below it."""
    row = painter.table.row(index)
    return bool(row.depth == 1 and row.distinct)


class MatrixView(TableView):
    """Rows as high as two lines of dots; families are bands that close."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.names.families = True
        self.names_width = NAMES

    def made_painter(self, theme: Theme) -> CellPainter:
        return MatrixPainter(theme, self.table)

    @property
    def _dotted(self) -> bool:
        return self.table.tabled.chart is not None

    def wanted_width(self, at: int, head: Head) -> int:
        if not self._dotted:
            return super().wanted_width(at, head)
        if self._barred(at):
            return grown(BAR_WIDE)
        heads = range(len(self.table.tabled.heads))
        bars = sum(1 for each in heads if self._barred(each))
        room = self.width() - self.names.width() - grown(BAR_WIDE) * bars - SCROLL
        return max(grown(LEAST), min(grown(WIDE), room // max(1, len(heads) - bars)))

    def _barred(self, at: int) -> bool:
        most = max((len(row.entries[at].there) for row in self.table.tabled.rows), default=0)
        return most >= A_BAR or not most

    def wanted_height(self, at: int) -> int:
        row = self.table.tabled.rows[at]
        if self.names.is_family(row):
            return grown(FAMILY)
        return super().wanted_height(at)


LEGEND = N_(
    "Filled: said it at least once. Open: present when the question was open, did not. "
    "A dot is a person."
)
"""How the matrix is read."""
