"""The ribbon of questions: which one is open where; of speakers, where nothing is marked yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter

from qualcoder_nhs.domain.guide import Stretch
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.beside import Beside
from qualcoder_nhs.ui.code.text_page import TextPage
from qualcoder_nhs.ui.code.tips import question_words, turn_tip
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import colour

_WIDTH = 32
LINE = 4
_AROUND = 4  # pixels that stay free around a name


def ribbon_width() -> int:
    """How much room the names of questions take."""
    return grown(_WIDTH)


@dataclass(frozen=True)
class Part:
    """The part of a stretch that is in view, and the baseline that its name stands on."""

    stretch: Stretch
    name: str
    top: float
    bottom: float
    baseline: float


class Ribbon(Beside):
    """A line beside the turns while a question is open, stronger for the one at the caret.

    `asked` bears a turn and a place on the screen: what is asked from there on is to be chosen.
    """

    asked = Signal(int, QPoint)

    def __init__(self, page: TextPage) -> None:
        super().__init__(page, _("Ribbon of questions"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def draw(self, painter: QPainter) -> None:
        if self.state.page.course.stretches:
            self._draw_questions(painter)
        else:
            self._draw_speakers(painter)

    def parts(self) -> Iterator[Part]:
        """The questions in view from the top; where none is open, nothing stands."""
        course = self.state.page.course
        for stretch, turns in groupby(self.turns(), lambda turn: course.stretch_at(turn.index)):
            if stretch is not None and stretch.question is not None:
                yield self._part(stretch, list(turns))

    def _part(self, stretch: Stretch, turns: list[Turn]) -> Part:
        view, pitch = self.page.scroll_top(), self.state.theme.pitch
        top, bottom = self.bounds(turns[0])[0], self.bounds(turns[-1])[1]
        first = self.page.lines.first_baseline(self.state.paragraphs.of_turn(turns[0]).number)
        if turns[0].index > stretch.first:
            top = first = view
        if turns[-1].index < stretch.last:
            bottom = max(bottom, view + self.height())
        question = self.state.page.question(stretch.question)
        name = question.name if question else ""
        return Part(stretch, name, top, bottom, min(max(first, view + pitch), bottom))

    def _draw_questions(self, painter: QPainter) -> None:
        turn = self.state.page.transcript.turn_at(self.page.caret())
        here = self.state.page.course.stretch_at(turn.index) if turn else None
        for part in self.parts():
            self._draw_part(painter, part, strong=part.stretch == here)

    def _draw_part(self, painter: QPainter, part: Part, *, strong: bool) -> None:
        tokens, metrics = self.state.theme.tokens, QFontMetricsF(chrome_font(Size.SMALL_LABEL))
        self._line(painter, part.top, part.bottom, strong=strong)
        room = self.width() - 2.0
        name = metrics.elidedText(part.name, Qt.TextElideMode.ElideRight, room)
        top = part.baseline - metrics.ascent() - _AROUND
        ground = QRectF(0, top, self.width(), metrics.height() + 2 * _AROUND)
        painter.fillRect(ground, colour(tokens.paper))
        painter.setFont(chrome_font(Size.SMALL_LABEL))
        painter.setPen(colour(tokens.ink if strong else tokens.ink2))
        left = (self.width() - metrics.horizontalAdvance(name)) / 2
        painter.drawText(QPointF(left, part.baseline), name)

    def _draw_speakers(self, painter: QPainter) -> None:
        here = self.state.page.transcript.turn_at(self.page.caret())
        for turn in self.turns():
            top, bottom = self.bounds(turn)
            same = here is not None and here.label == turn.label
            self._line(painter, top, bottom, strong=same)

    def _line(self, painter: QPainter, top: float, bottom: float, *, strong: bool) -> None:
        tokens = self.state.theme.tokens
        width = 1 if tokens.high_contrast and not strong else LINE
        tint = colour(tokens.line2 if strong else tokens.line)
        painter.fillRect(QRectF((self.width() - width) / 2, top, width, bottom - top), tint)

    # ── the pointer ──────────────────────────────────────────────────────────────────────────

    def turn_at(self, point: QPointF) -> Turn | None:
        """The turn beside whose words the point lies, or below which it does."""
        found = None
        for turn in self.turns():
            if self.bounds(turn)[0] <= point.y():
                found = turn
        return found

    def tip_at(self, point: QPointF) -> str:
        turn = self.turn_at(point)
        if turn is None:
            return ""
        told = (question_words(self.state, turn), turn_tip(self.state, turn))
        return "\n".join(line for line in told if line)

    def click(self, point: QPointF) -> None:
        """Put the caret into the turn, and ask what is asked from there on."""
        turn = self.turn_at(point)
        if turn is None:
            return
        self.page.put_caret(turn.words.start)
        self.page.setFocus()
        if self.state.page.questions and self.state.writable:
            below = point - QPointF(0, self.page.scroll_top())
            self.asked.emit(turn.index, self.mapToGlobal(below.toPoint()))
