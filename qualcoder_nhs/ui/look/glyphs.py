"""Roles as a shape, a word, then a colour; and the small marks that are drawn, never typed."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.ui.look.tokens import Tokens

GLYPH = 8


@dataclass(frozen=True)
class RoleLook:
    """How a role is shown: the name of its shape and its two colours."""

    shape: str
    light: str
    dark: str

    def colour(self, tokens: Tokens) -> str:
        """The colour for these tokens; high contrast knows no role colours."""
        if tokens.high_contrast:
            return tokens.ink
        return self.dark if tokens.dark else self.light


_KNOWN = {
    "chief executive": RoleLook("square", "#7A5326", "#D9B489"),
    "medical director": RoleLook("disc", "#35597F", "#9DBBDD"),
    "clinical director": RoleLook("diamond", "#74476F", "#D3A6CE"),
    "general manager": RoleLook("triangle", "#2F6650", "#96CBB2"),
}
QUIET = RoleLook("ring", "#6B665E", "#979590")
UNKNOWN = RoleLook("question", "#6B665E", "#979590")
ROLELESS = RoleLook("disc", "#6B665E", "#979590")
_OTHERS = ("triangle down", "pentagon", "cross", "hexagon")

FUNCTION_WORDS = {
    Function.PARTICIPANT: N_("participant"),
    Function.MODERATOR: N_("moderator"),
    Function.CO_MODERATOR: N_("co-moderator"),
    Function.NOTE_TAKER: N_("note-taker"),
    Function.UNKNOWN: N_("unknown"),
}


def role_look(function: Function, role: str, other_roles: tuple[str, ...] = ()) -> RoleLook:
    """The look of a voice. Roles beyond the four known ones take the next shapes in order;
    a participant without a role is a plain disc."""
    if function is Function.UNKNOWN:
        return UNKNOWN
    if function is not Function.PARTICIPANT:
        return QUIET
    known = _KNOWN.get(role.casefold()) if role else ROLELESS
    if known:
        return known
    place = other_roles.index(role) if role in other_roles else 0
    return RoleLook(_OTHERS[place % len(_OTHERS)], QUIET.light, QUIET.dark)


def is_known_role(role: str) -> bool:
    """Whether the role has a shape and a colour of its own."""
    return role.casefold() in _KNOWN


def _polygon(corners: int, turn: float) -> Callable[[QPainter, QRectF], None]:
    def draw(painter: QPainter, box: QRectF) -> None:
        radius = box.width() / 2 * 1.12
        angles = [math.radians(turn + 360 * at / corners) for at in range(corners)]
        painter.drawPolygon(
            QPolygonF(
                [
                    box.center() + QPointF(math.cos(angle) * radius, math.sin(angle) * radius)
                    for angle in angles
                ]
            )
        )

    return draw


def _square(painter: QPainter, box: QRectF) -> None:
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _disc(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _ring(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))


def _cross(painter: QPainter, box: QRectF) -> None:
    third = box.width() / 3
    painter.drawRect(box.adjusted(third, 0, -third, 0))
    painter.drawRect(box.adjusted(0, third, 0, -third))


def _question(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.0))
    font = painter.font()
    font.setPixelSize(round(box.height() * 1.4))
    painter.setFont(font)
    painter.drawText(box.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, "?")


_SHAPES: dict[str, Callable[[QPainter, QRectF], None]] = {
    "square": _square,
    "disc": _disc,
    "ring": _ring,
    "diamond": _polygon(4, 0),
    "triangle": _polygon(3, -90),
    "triangle down": _polygon(3, 90),
    "pentagon": _polygon(5, -90),
    "hexagon": _polygon(6, 0),
    "cross": _cross,
    "question": _question,
}


def paint_shape(painter: QPainter, shape: str, centre: QPointF, colour: str) -> None:
    """Draw a role's shape around a point."""
    half = GLYPH / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    _SHAPES[shape](painter, QRectF(centre.x() - half, centre.y() - half, GLYPH, GLYPH))
    painter.restore()


FLAG_MARKS = {Flag.STRONG: "★", Flag.IDENTIFYING: "◆", Flag.DEVIANT: "▽", Flag.DISCUSS: "◌"}
FLAG_WORDS = {
    Flag.STRONG: N_("strong quote"),
    Flag.IDENTIFYING: N_("identifying detail"),
    Flag.DEVIANT: N_("deviant case"),
    Flag.DISCUSS: N_("discuss"),
}


def paint_flag(
    painter: QPainter, flag: Flag, centre: QPointF, colour: str, size: float = 10
) -> None:
    """Draw a flag's mark around a point."""
    half = size / 2
    box = QRectF(centre.x() - half, centre.y() - half, size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    _FLAG_SHAPES[flag](painter, box)
    painter.restore()


def _star(painter: QPainter, box: QRectF) -> None:
    points = []
    for at in range(10):
        radius = box.width() / 2 * (1.05 if at % 2 == 0 else 0.45)
        angle = math.radians(-90 + 36 * at)
        points.append(box.center() + QPointF(math.cos(angle) * radius, math.sin(angle) * radius))
    painter.drawPolygon(QPolygonF(points))


def _hollow_triangle(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _polygon(3, 90)(painter, box.adjusted(1, 0, -1, -2))


_FLAG_SHAPES: dict[Flag, Callable[[QPainter, QRectF], None]] = {
    Flag.STRONG: _star,
    Flag.IDENTIFYING: _polygon(4, 0),
    Flag.DEVIANT: _hollow_triangle,
    Flag.DISCUSS: _ring,
}
