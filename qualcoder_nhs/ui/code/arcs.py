"""Arcs in the gutter's left margin: from the turn at the caret to those that it is linked with."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.turn_links import from_turn, to_turn
from qualcoder_nhs.ui.look.theme import colour

ROOM = 16
"""Arcs stay in so many pixels at the left."""

_FOOT, _NEAREST, _STEP, _DOT = 15.0, 9.0, 3.0, 2.0


class Arc(NamedTuple):
    """Which two turns an arc joins, and whether it is being made."""

    one: int
    other: int
    made: bool = True


def arcs_at(state: DeskState, turn: Turn | None) -> list[Arc]:
    """Of the links of a turn, each pair once, and the one that is being made; nearer ones first."""
    if state.linking:
        return [Arc(*state.linking, made=False)]
    if turn is None:
        return []
    linked = (*from_turn(state, turn), *to_turn(state, turn))
    pairs = dict.fromkeys(Arc(link.turn, link.target) for link in linked)
    return sorted(pairs, key=lambda arc: arc.one - arc.other)


def paint_arcs(
    painter: QPainter, state: DeskState, arcs: list[Arc], height_of: Callable[[int], float]
) -> None:
    """Draw them; `height_of` says at which height the number of a turn stands."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for nth, arc in enumerate(arcs):
        _paint(painter, state, arc, nth, (height_of(arc.other), height_of(arc.one)))
    painter.restore()


def _paint(
    painter: QPainter, state: DeskState, arc: Arc, nth: int, heights: tuple[float, float]
) -> None:
    tokens = state.theme.tokens
    tint = colour(tokens.ink3 if arc.made else tokens.accent)
    top, bottom = heights
    across = max(1.5, _NEAREST - _STEP * nth)
    bend = min(8.0, abs(bottom - top) / 2)
    path = QPainterPath(QPointF(_FOOT, top))
    path.quadTo(QPointF(across, top), QPointF(across, top + bend))
    path.lineTo(QPointF(across, bottom - bend))
    path.quadTo(QPointF(across, bottom), QPointF(_FOOT, bottom))
    painter.setPen(QPen(tint, 1 if arc.made else 2))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawEllipse(QPointF(_FOOT, top), _DOT, _DOT)  # what is answered
    painter.setBrush(Qt.BrushStyle.NoBrush)
