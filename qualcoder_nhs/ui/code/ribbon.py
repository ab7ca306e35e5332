"""The ribbon of speakers: who speaks where, with the speaker at the caret standing out."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.beside import Beside
from qualcoder_nhs.ui.code.text_page import TextPage
from qualcoder_nhs.ui.code.tips import turn_tip
from qualcoder_nhs.ui.theme import colour

WIDTH = 24
LINE = 4
LEFT = 10


class Ribbon(Beside):
    """A line beside every turn, stronger where the one speaks who speaks at the caret.

    Transcripts mapped to questions will bear the questions here.
    """

    def __init__(self, page: TextPage) -> None:
        super().__init__(page, _("Ribbon of speakers"))

    def draw(self, painter: QPainter) -> None:
        tokens = self.state.theme.tokens
        here = self.state.page.transcript.turn_at(self.page.caret())
        for turn in self.turns():
            top, bottom = self.bounds(turn)
            same = here and here.label == turn.label
            thin = tokens.high_contrast and not same
            painter.fillRect(
                QRectF(LEFT, top, 1 if thin else LINE, bottom - top),
                colour(tokens.line2 if same else tokens.line),
            )

    def turn_at(self, point: QPointF) -> Turn | None:
        """The turn beside whose line the point lies."""
        for turn in self.turns():
            top, bottom = self.bounds(turn)
            if top <= point.y() <= bottom:
                return turn
        return None

    def tip_at(self, point: QPointF) -> str:
        turn = self.turn_at(point)
        return turn_tip(self.state, turn) if turn else ""

    def click(self, point: QPointF) -> None:
        """Put the caret into the turn."""
        turn = self.turn_at(point)
        if turn:
            self.page.put_caret(turn.words.start)
            self.page.setFocus()
