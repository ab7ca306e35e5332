"""Who speaks, left of the words: number, label and glyph, and below them the role in words."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.arcs import ROOM, arcs_at, paint_arcs
from qualcoder_nhs.ui.code.beside import Beside
from qualcoder_nhs.ui.code.text_page import TextPage
from qualcoder_nhs.ui.code.tips import left_out_words, role_words, turn_tip
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.glyphs import is_known_role, paint_shape, role_look
from qualcoder_nhs.ui.look.theme import colour

_WIDTH = 98
RIGHT = 2
LABEL_RIGHT = 14
NUMBER_RIGHT = 60
ROLE_BELOW = 16
_BEYOND = 24.0


def gutter_width() -> int:
    """How much room the names take."""
    return grown(_WIDTH)


def _fits(name: str) -> bool:
    """Whether a name has room between the number and the glyph."""
    metrics = QFontMetricsF(chrome_font(Size.LABEL))
    return metrics.horizontalAdvance(name) <= grown(NUMBER_RIGHT - LABEL_RIGHT - 4)


class Gutter(Beside):
    """Names every turn at its first line, and at the top while a long turn scrolls.

    `menu_wanted` bears where the menu of the turn at the caret shall open.
    """

    menu_wanted = Signal(object)

    def __init__(self, page: TextPage) -> None:
        super().__init__(page, _("Speakers"))
        self._other_roles: tuple[str, ...] = ()
        self.state.page_changed.connect(self._read_roles)

    def _read_roles(self) -> None:
        roles = (voice.role for voice in self.state.page.voices.values())
        self._other_roles = tuple(
            dict.fromkeys(role for role in roles if role and not is_known_role(role))
        )

    def baseline(self, turn: Turn) -> float:
        """Where the turn's label stands: on its first line, or stuck to the top of the view."""
        first = self.page.lines.first_baseline(self.state.paragraphs.of_turn(turn).number)
        stuck = self.page.scroll_top() + self.state.theme.pitch
        pitch = self.state.theme.pitch
        last = self.bounds(turn)[1] - 0.26 * pitch
        return max(first, min(stuck, last))

    def draw(self, painter: QPainter) -> None:
        pair = self.state.linking
        for turn in self.turns():
            if pair and turn.index == pair.target:
                self._mark(painter, turn)
            self._draw_turn(painter, turn, self.baseline(turn))
        here = self.state.page.transcript.turn_at(self.page.caret())
        paint_arcs(painter, self.state, arcs_at(self.state, here), self._height_of)

    def _mark(self, painter: QPainter, turn: Turn) -> None:
        """The turn that is about to be linked to."""
        top, bottom = self.bounds(turn)
        tokens = self.state.theme.tokens
        right = self.width() - ROOM
        painter.fillRect(QRectF(ROOM, top, right, bottom - top), colour(tokens.accent_bg))
        painter.fillRect(QRectF(ROOM, top, 3, bottom - top), colour(tokens.accent))

    def _height_of(self, index: int) -> float:
        """Where a turn's number stands; beyond the edge for one that is out of view."""
        top, height = self.page.scroll_top(), self.page.viewport().height()
        shown = [turn.index for turn in self.turns()]
        if not shown or index < shown[0]:
            return top - _BEYOND
        if index > shown[-1]:
            return top + height + _BEYOND
        return self.baseline(self.state.page.transcript.turns[index - 1]) - 4

    def _draw_turn(self, painter: QPainter, turn: Turn, baseline: float) -> None:
        tokens, voice = self.state.theme.tokens, self.state.voice(turn)
        look = role_look(voice.function, voice.role, self._other_roles)
        tint, right = look.colour(tokens), self.width() - RIGHT
        paint_shape(painter, look.shape, QPointF(right - 4, baseline - 5), tint)
        number = str(turn.index)
        self._write(painter, number, right - grown(NUMBER_RIGHT), baseline, Size.LEAST, tokens.ink3)
        line = grown(ROLE_BELOW)
        below = baseline + line
        if _fits(voice.name):
            self._write(painter, voice.name, right - grown(LABEL_RIGHT), baseline, Size.LABEL, tint)
        else:  # a name in full goes below, and the role below that where there is one
            self._write(painter, voice.name, right, below, Size.LABEL, tint)
            below += line
        role = voice.role if below > baseline + line else role_words(self.state, turn)
        role = left_out_words(self.state, turn) or role
        if below <= self.bounds(turn)[1] + line:
            self._write(painter, role, right, below, Size.SMALL, tokens.ink3)

    def _write(
        self, painter: QPainter, words: str, right: float, baseline: float, size: Size, tint: str
    ) -> None:
        font = chrome_font(size)
        painter.setFont(font)
        painter.setPen(colour(tint))
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right)
        painter.drawText(QPointF(right - metrics.horizontalAdvance(shown), baseline), shown)

    def turn_at(self, point: QPointF) -> Turn | None:
        """The turn beside which the point lies."""
        for turn in self.turns():
            top, bottom = self.bounds(turn)
            if QRectF(0, top, self.width(), bottom - top + grown(ROLE_BELOW)).contains(point):
                return turn
        return None

    def tip_at(self, point: QPointF) -> str:
        turn = self.turn_at(point)
        return turn_tip(self.state, turn) if turn else ""

    def click(self, point: QPointF) -> None:
        """Take the turn; while one is being linked, put the caret into it, which picks it."""
        turn = self.turn_at(point)
        if turn and self.state.linking:
            self.page.put_caret(turn.words.start)
            self.page.setFocus()
        elif turn and turn.words:
            self.page.select(turn.words)
            self.page.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        turn = self.turn_at(self._in_document(QPointF(event.pos())))
        if turn:
            self.page.put_caret(turn.words.start)
            self.menu_wanted.emit(event.globalPos())
