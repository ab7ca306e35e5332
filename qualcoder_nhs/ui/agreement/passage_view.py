"""One coder's codings on the words of a passage, drawn behind them as the Code desk does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_nhs.domain.excerpts import Said
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.look.fonts import transcript_font
from qualcoder_nhs.ui.look.theme import Theme, colour

AROUND = 220
"""So many characters of a long turn stay before and after what is in dispute."""

_TICK, _EDGE, _DEEPER = 2.0, 1.5, 3.0
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Tint:
    """A span of the stored text in the colours of its code; `depth` lifts it above longer ones."""

    span: Span
    tint: str
    stripe: str
    depth: int = 0


@dataclass(frozen=True)
class Shown:
    """Words as they are shown, and where those of the stored text begin among them."""

    text: str
    parts: tuple[tuple[Span, int], ...]

    def places(self, span: Span) -> Iterator[tuple[int, int]]:
        """Where a span of the stored text is seen, in Qt's units."""
        for stored, at in self.parts:
            if part := stored.shared(span):
                first = at + part.start - stored.start
                yield _units(self.text[:first]), _units(self.text[: first + len(part)])


def shown_words(said: Sequence[Said], around: Span) -> Shown:
    """The words near a span, a line a turn; with names where several speak."""
    several = len(said) > 1
    text, parts = "", []
    for piece in said:
        kept = _near(piece, around)
        text += "\u2028" if text else ""
        text += f"{piece.voice.name}: " if several and piece.voice else ""
        text += _ELLIPSIS if kept.start > piece.span.start else ""
        parts.append((kept, len(text)))
        text += kept.shifted(-piece.span.start).of(piece.text).replace("\n", "\u2028")
        text += _ELLIPSIS if kept.end < piece.span.end else ""
    return Shown(text, tuple(parts))


def _near(piece: Said, around: Span) -> Span:
    """What of a turn is near, in whole words; never less than what lies in the span itself."""
    whole = piece.span
    start, end = around.start - AROUND, around.end + AROUND
    if start > whole.start:
        blank = piece.text.rfind(" ", 0, start - whole.start)
        start = whole.start + blank + 1
    if end < whole.end:
        blank = piece.text.find(" ", end - whole.start)
        end = whole.start + blank if blank >= 0 else whole.end
    return Span(max(whole.start, start), min(whole.end, max(whole.start, end)))


def deepened(spans: Iterable[Span]) -> list[int]:
    """How deep each span lies: longer ones below, the lowest depth that is free among overlaps."""
    every = list(spans)
    depths = [0] * len(every)
    for at in sorted(range(len(every)), key=lambda at: (-len(every[at]), every[at])):
        taken = {
            depths[other]
            for other in range(len(every))
            if other != at and every[other].overlaps(every[at]) and _before(every, other, at)
        }
        depths[at] = next(depth for depth in range(len(every) + 1) if depth not in taken)
    return depths


def _before(every: Sequence[Span], other: int, at: int) -> bool:
    return (-len(every[other]), every[other], other) < (-len(every[at]), every[at], at)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class PassageView(QWidget):
    """Paints the words with what lies behind them; as high as its width asks for."""

    def __init__(self, theme: Theme, shown: Shown, tints: Sequence[Tint]) -> None:
        super().__init__()
        self._theme, self._shown, self._tints = theme, shown, tints
        self._layout = QTextLayout(shown.text, transcript_font(theme.text_pixels, theme.face))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._broken_at = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(shown.text.replace("\u2028", " "))

    def _break(self, width: int) -> int:
        """Break the lines for a width; how high they are together."""
        pitch = self._theme.pitch
        if width != self._broken_at:
            self._broken_at = width
            self._layout.beginLayout()
            top = 0
            while (line := self._layout.createLine()).isValid():
                line.setLineWidth(max(40, width - 4))
                line.setPosition(QPointF(2, top + (pitch - line.height()) / 2))
                top += pitch
            self._layout.endLayout()
        return self._layout.lineCount() * pitch

    def heightForWidth(self, width: int) -> int:
        return self._break(width)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(200, self._break(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.pitch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        self._break(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tint in sorted(self._tints, key=lambda one: one.depth):
            for first, behind in self._shown.places(tint.span):
                self._paint_tint(painter, tint, first, behind)
        painter.setPen(colour(self._theme.tokens.ink))
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _paint_tint(self, painter: QPainter, tint: Tint, first: int, behind: int) -> None:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            start, end = line.textStart(), line.textStart() + line.textLength()
            if start < behind and first < end:
                left, right = _x(line, max(first, start)), _x(line, min(behind, end))
                right = min(right, line.x() + line.naturalTextWidth())
                self._paint_line(painter, tint, number, QRectF(left, 0, right - left, 1))
                if first >= start:
                    top, height = self._edges(number, tint.depth)
                    tick = QRectF(left, top, _TICK, height)
                    painter.fillRect(tick, colour(tint.stripe))

    def _edges(self, number: int, depth: int) -> tuple[float, float]:
        pitch = self._theme.pitch
        top = number * pitch + 3 + _DEEPER * depth
        return top, number * pitch + pitch - 1 - 2.5 * depth - top

    def _paint_line(self, painter: QPainter, tint: Tint, number: int, across: QRectF) -> None:
        top, height = self._edges(number, tint.depth)
        box = QRectF(across.left(), top, across.width(), height)
        painter.fillRect(box, colour(tint.tint))
        pen = QPen(colour(tint.stripe), _EDGE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _x(line: QTextLine, place: int) -> float:
    """PySide gives a pair: where the cursor stands, and which place that is."""
    found: tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment]
    return found[0]
