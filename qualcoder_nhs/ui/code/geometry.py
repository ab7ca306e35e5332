"""Where the lines of the laid-out text lie; looked up once per paragraph."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from qualcoder_nhs.analysis.strips import strip_edges
from qualcoder_nhs.ui.code.paragraphs import Piece


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on one line: from left to right, and their baseline below the document's top."""

    left: float
    right: float
    baseline: float
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    filled: int  # the end without the blanks at which the line was broken
    baseline: float
    line: QTextLine


class Geometry:
    """The lines of a document, in the document's coordinates; forgotten on every new layout."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._lines: dict[int, tuple[_Line, ...]] = {}
        self.pitch = 27

    def read(self, document: QTextDocument, pitch: int) -> None:
        """Measure another document from now on, set with this pitch."""
        self._document, self.pitch = document, pitch
        self.forget()

    def forget(self) -> None:
        """The text was laid out anew."""
        self._lines.clear()

    def block(self, number: int) -> QTextBlock:
        """The block that shows a paragraph."""
        return self._document.findBlockByNumber(number)

    def top(self, number: int) -> float:
        """Where a paragraph begins."""
        layout = self._document.documentLayout()
        return layout.blockBoundingRect(self.block(number)).top()

    def bounds(self, number: int) -> tuple[float, float]:
        """Where the tints of a paragraph's lines begin and end."""
        lines = self._lines_of(number)
        above, below = strip_edges(self.pitch, 0)
        return lines[0].baseline + above, lines[-1].baseline + below

    def line_bounds(self, number: int, units: int) -> tuple[float, float]:
        """Where the tint of the line with this character begins and ends."""
        lines = self._lines_of(number)
        line = lines[self._line_at(lines, units)]
        above, below = strip_edges(self.pitch, 0)
        return line.baseline + above, line.baseline + below

    def first_line_below(self, height: float) -> tuple[int, int, float]:
        """The first line whose tint begins at a height or below it; the last one of all, if none.

        As its paragraph, its first character, and where its tint begins.
        """
        above = strip_edges(self.pitch, 0)[0]
        here = self.number_at(height)
        lines = [
            (number, line.start, line.baseline + above)
            for number in range(here, min(here + 2, self._document.blockCount()))
            for line in self._lines_of(number)
        ]
        return next((line for line in lines if line[2] >= height), lines[-1])

    def first_baseline(self, number: int) -> float:
        """The baseline of a paragraph's first line."""
        return self._lines_of(number)[0].baseline

    def caret(self, number: int, units: int) -> tuple[QPointF, float]:
        """Where a caret stands: its top, and its height."""
        lines = self._lines_of(number)
        line = lines[self._line_at(lines, units)]
        above, below = strip_edges(self.pitch, 0)
        left = self._left(number) + _x(line.line, units)
        return QPointF(left, line.baseline + above - 1), below - above + 1

    def stretches(self, piece: Piece) -> list[Stretch]:
        """The words of a piece, line by line, without the blanks at a line's end."""
        lines = self._lines_of(piece.number)
        left = self._left(piece.number)
        found: list[Stretch] = []
        for line in lines[self._line_at(lines, piece.start) :]:
            if line.start >= piece.end and found:
                break
            start, end = max(piece.start, line.start), min(piece.end, line.filled)
            if end > start:
                found.append(
                    Stretch(
                        left + _x(line.line, start),
                        left + _x(line.line, end),
                        line.baseline,
                        opens=start == piece.start,
                        closes=piece.end <= line.end,
                    )
                )
        return found

    def finish(self) -> None:
        """Have Qt lay out what it has left for later.

        Until then it takes a point between two paragraphs for one after all of them.
        """
        self._document.documentLayout().documentSize()

    def number_at(self, height: float) -> int:
        """The last paragraph that begins at a height of the document or above it."""
        far_enough = QPointF(0, height)  # asked for its effect: Qt lays out as far as this
        self._document.documentLayout().hitTest(far_enough, Qt.HitTestAccuracy.FuzzyHit)
        numbers = range(self._document.blockCount())
        below = bisect_left(numbers, 1, key=lambda number: self._is_below(number, height))
        return max(0, below - 1)

    def _is_below(self, number: int, height: float) -> bool:
        """Whether a paragraph begins below a height; one not laid out yet does."""
        layout = self.block(number).layout()
        return not layout.lineCount() or layout.position().y() > height

    def _left(self, number: int) -> float:
        return self.block(number).layout().position().x()

    def _lines_of(self, number: int) -> tuple[_Line, ...]:
        if number not in self._lines:
            self._lines[number] = self._measure(number)
        return self._lines[number]

    def _measure(self, number: int) -> tuple[_Line, ...]:
        block = self.block(number)
        top = self.top(number)  # also makes Qt lay the paragraph out
        layout, text = block.layout(), block.text()
        wide = not text.isascii()
        units = text.encode("utf-16-le") if wide else b""
        lines = []
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            start = line.textStart()
            end = start + line.textLength()
            words = units[2 * start : 2 * end].decode("utf-16-le") if wide else text[start:end]
            filled = end - (len(words) - len(words.rstrip()))
            lines.append(_Line(start, end, filled, top + line.y() + line.ascent(), line))
        return tuple(lines)

    @staticmethod
    def _line_at(lines: tuple[_Line, ...], units: int) -> int:
        return max(0, bisect_right(lines, units, key=lambda line: line.start) - 1)


def _x(line: QTextLine, units: int) -> float:
    pair: Any = line.cursorToX(units)  # PySide answers x and the cursor; its stub says object
    return float(pair[0])
