"""A passage in its context: each coder's codings behind the words, and the part that differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.agreement_passages import AgreementPassage
from qualcoder_nhs.ui.look.fonts import transcript_font
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.offsets import Offsets

PIXELS, PITCH, DEPTHS = 16, 26, 3


@dataclass(frozen=True)
class Strip:
    """One coding as it is laid behind the words; `depth` tells the coders apart."""

    span: Span
    tint: str
    edge: str
    depth: int


def strips(passage: AgreementPassage, looks: Mapping[CodeId, Look]) -> tuple[Strip, ...]:
    """The codings of a passage: the first coder's at the top, the next one's lower."""
    coders = list(dict.fromkeys(one.coder for one in passage.given))
    return tuple(
        Strip(one.span, looks[one.code].tint, looks[one.code].stripe, coders.index(one.coder))
        for one in passage.given
        if one.code in looks and one.span
    )


class PassageText(QWidget):
    """Paints the words, and is as high as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._passage: AgreementPassage | None = None
        self._strips: Sequence[Strip] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_passage(self, passage: AgreementPassage, looks: Mapping[CodeId, Look]) -> None:
        """Show another one."""
        self._passage, self._strips = passage, strips(passage, looks)
        self.setAccessibleName(passage.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(_lines(self._layout(width))) * PITCH + 6

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def _layout(self, width: int) -> QTextLayout:
        text = self._passage.text if self._passage else ""
        font = transcript_font(PIXELS, self.theme.face)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        layout.setFormats(self._formats())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, top + (PITCH - line.height()) / 2))
            top += PITCH
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """What differs is in ink, the words around it are a little greyer."""
        if self._passage is None:
            return []
        made = []
        for span, ink in ((None, self.theme.tokens.ink2), (self._passage.span, "")):
            each = QTextLayout.FormatRange()
            start, stop = self._units(span)
            each.start, each.length = start, stop - start
            look = QTextCharFormat()
            look.setForeground(colour(ink or self.theme.tokens.ink))
            each.format = look
            made.append(each)
        return made

    def _units(self, span: Span | None) -> tuple[int, int]:
        """Where Qt finds a span of the stored text in the words that are shown."""
        if self._passage is None:
            return 0, 0
        places, shown = Offsets(self._passage.text), self._passage.shown
        if span is None:
            return 0, places.units
        within = span.shared(shown)
        start, stop = within.start - shown.start, within.end - shown.start
        return places.to_units(max(0, start)), places.to_units(max(0, stop))

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout(self.width())
        for number, line in enumerate(_lines(layout)):
            for strip in self._strips:
                self._paint_strip(painter, line, number, strip)
        layout.draw(painter, QPointF(0, 0))
        self._paint_difference(painter, layout)
        painter.end()

    def _paint_strip(self, painter: QPainter, line: QTextLine, number: int, strip: Strip) -> None:
        box = _stretch(line, number, *self._units(strip.span))
        if box is None:
            return
        depth = min(strip.depth, DEPTHS - 1)
        top, foot = box.top() + 3 + 3 * depth, box.bottom() - 2 - 2.5 * depth
        box = QRectF(box.left(), top, box.width(), foot - top)
        painter.fillRect(box, colour(strip.tint))
        pen = QPen(colour(strip.edge), 1.5)
        if depth:
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_difference(self, painter: QPainter, layout: QTextLayout) -> None:
        """Ticks at both ends of what differs, so that grey and ink are not its only sign."""
        if self._passage is None:
            return
        start, stop = self._units(self._passage.span)
        painter.setPen(QPen(colour(self.theme.tokens.ink), 1.5))
        for number, line in enumerate(_lines(layout)):
            box = _stretch(line, number, start, stop)
            if box is None:
                continue
            last = line.textStart() + line.textLength()
            for place, here in ((box.left(), line.textStart() <= start),
                                (box.right(), stop <= last)):  # fmt: skip
                if here:
                    painter.drawLine(
                        QPointF(place, box.top() + 3), QPointF(place, box.bottom() - 2)
                    )


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _stretch(line: QTextLine, number: int, start: int, stop: int) -> QRectF | None:
    """The box of some of the characters of a line."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    start, stop = max(start, first), min(stop, last)
    if start >= stop:
        return None
    left, right = (float(line.cursorToX(at)[0]) for at in (start, stop))  # type: ignore[index]
    width = min(right, line.naturalTextWidth()) - left
    return QRectF(left, number * PITCH, width, PITCH) if width >= 1 else None
