"""The marks of the kinds of disagreement: hollow, hatched, solid; no colour tells them apart."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import Tokens

WIDTH, HEIGHT = 15, 9
_CORNER = 2


def paint_kind(painter: QPainter, kind: Kind, left: float, middle: float, tokens: Tokens) -> float:
    """Draw the mark of a kind that begins at `left`, and return where it ends."""
    box = QRectF(left, middle - HEIGHT / 2, WIDTH, HEIGHT)
    ink = colour(tokens.ink2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(_fill(kind, tokens))
    painter.drawRoundedRect(box, _CORNER, _CORNER)
    painter.restore()
    return box.right()


def _fill(kind: Kind, tokens: Tokens) -> QBrush:
    ink = colour(tokens.ink2)
    if kind is Kind.SUBSTITUTION:
        return QBrush(ink, Qt.BrushStyle.BDiagPattern)
    if kind is Kind.OMISSION:
        return QBrush(ink)
    return QBrush(colour(tokens.raised))
