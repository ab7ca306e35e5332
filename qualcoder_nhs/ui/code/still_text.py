"""The transcript's words as a text that is read and never changed, and where one stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import snapped
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code import document as documents
from qualcoder_nhs.ui.code.geometry import Geometry
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.theme import colour

LEAST_CHARACTERS = 45
"""A narrower column is hard to read."""

_LAID_OUT_AHEAD = 60


@dataclass(frozen=True)
class Place:
    """Where one is: the caret, and a line in view by a position of the stored text in it.

    `down` is how far below the upper edge that line begins, in pixels.
    """

    caret: int
    line: int
    down: int = 0


class StillText(QTextEdit):
    """Shows the words; knows positions in the stored text only.

    `scrolled` tells the widgets beside the text that lines moved or look otherwise, `resized` that
    there is another width to share.
    `passage_selected` bears the selected span or None, `caret_moved` the caret's position.
    """

    scrolled = Signal()
    resized = Signal()
    caret_moved = Signal(int)
    passage_selected = Signal(object)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.lines = Geometry(self.document())
        self.measure = self.least_measure = 0
        self._set_up()
        self.state.page_changed.connect(self.load)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(lambda: self.passage_selected.emit(self.selected()))

    def _set_up(self) -> None:
        self.setReadOnly(True)
        # Only after setReadOnly, which resets the flags: without these no caret and no keys.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setCursorWidth(0)  # Qt's own caret blinks and inverts; ours is painted
        self.setTabChangesFocus(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Transcript"))

    # The page

    def load(self) -> None:
        """Set the page's words anew; where they are the same one stays at the place one was at."""
        same = self.toPlainText() == self.state.paragraphs.text
        place = self.place() if same else None  # of other words the place is not to be told now
        held = self.textCursor()
        anchor, position = held.anchor(), held.position()
        self._set_words(documents.make(self.state))
        self._set_colours()
        self.resized.emit()
        if place is not None:
            self._hold(anchor, position)
            self.return_to(place)
        else:
            self.put_caret(self.state.paragraphs[0].span.start)
            self.verticalScrollBar().setValue(0)

    def _set_words(self, document: QTextDocument) -> None:
        """Show another document. Qt deletes the one before it where both have its own parent."""
        document.setParent(self.document().parent())
        self.lines.read(document, self.state.theme.pitch)
        self.measure = documents.measure(document.defaultFont(), self.state.theme.measure)
        self.least_measure = documents.measure(document.defaultFont(), LEAST_CHARACTERS)
        self.setLineWrapColumnOrWidth(self.measure)
        self.setDocument(document)
        document.documentLayout().documentSizeChanged.connect(lambda _size: self.scrolled.emit())

    def _set_colours(self) -> None:
        tokens = self.state.theme.tokens
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, colour(tokens.paper, 0.0))
        palette.setColor(QPalette.ColorRole.Text, colour(tokens.ink))
        if not tokens.high_contrast:
            palette.setColor(QPalette.ColorRole.Highlight, colour(tokens.selected))
            palette.setColor(QPalette.ColorRole.HighlightedText, colour(tokens.ink))
        self.setPalette(palette)

    def set_column(self, left: int, width: int) -> None:
        """Give the words a column; where it is narrower than the measure they wrap sooner."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setViewportMargins(left, 0, max(0, self.width() - left - width - bar), 0)
        column = min(width, self.measure)
        if self.lineWrapColumnOrWidth() != column:
            place = self.place()
            self.lines.forget()
            self.setLineWrapColumnOrWidth(column)
            self.return_to(place)

    # Caret and selection, as positions in the stored text

    def caret(self) -> int:
        """Where the caret stands."""
        return self.state.paragraphs.to_stored(self.textCursor().position())

    def selected(self) -> Span | None:
        """The selected words."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = self.state.paragraphs.span_of(cursor.selectionStart(), cursor.selectionEnd())
        return span or None

    def put_caret(self, position: int) -> None:
        """Set the caret, select nothing, and bring it into view."""
        at = self.state.paragraphs.to_view(position)
        self._hold(at, at)

    def select(self, span: Span, *, backwards: bool = False) -> None:
        """Select a span; the caret stands at its end, or at its start."""
        start, end = map(self.state.paragraphs.to_view, (span.start, span.end))
        self._hold(*((end, start) if backwards else (start, end)))

    def _hold(self, anchor: int, position: int) -> None:
        """Set both ends of Qt's cursor, in the view's positions, and bring the caret into view."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def snap(self) -> None:
        """Grow the selection to whole words."""
        span = self.selected()
        if span:
            cursor = self.textCursor()
            whole = snapped(self.state.text, span)
            if whole != span:
                self.select(whole, backwards=cursor.position() < cursor.anchor())

    def show_far(self, position: int) -> None:
        """Put the caret somewhere and bring its turn near the top when it was out of view."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.put_caret(position)
        self._lay_out_beyond(self.textCursor().blockNumber())
        if abs(bar.value() - before) > self.viewport().height() / 2:
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def _lay_out_beyond(self, number: int) -> None:
        """Qt lays text out as it is needed: without what follows there is nowhere to scroll to.

        It would tell the scroll bar later, when it is idle.
        """
        self.lines.top(min(number + _LAID_OUT_AHEAD, len(self.state.paragraphs) - 1))
        layout = self.document().documentLayout()
        layout.documentSizeChanged.emit(QSizeF())

    def _caret_moved(self) -> None:
        self.caret_moved.emit(self.caret())

    # Places

    def place(self) -> Place:
        """Where one is now, to come back to."""
        top = self.scroll_top()
        number, units, line_top = self.lines.first_line_below(top)
        paragraph = self.state.paragraphs[number]
        line = paragraph.span.start + paragraph.offsets.to_points(units)
        return Place(self.caret(), line, round(line_top - top))

    def return_to(self, place: Place) -> None:
        """Have the same line at the same height again, whatever the text looks like by now."""
        paragraph = self.state.paragraphs.at(place.line)
        self._lay_out_beyond(paragraph.number)
        inside = min(max(0, place.line - paragraph.span.start), len(paragraph.span))
        units = paragraph.offsets.to_units(inside)
        line_top = self.lines.line_bounds(paragraph.number, units)[0]
        self.verticalScrollBar().setValue(round(line_top) - place.down)

    # What is in view

    def scroll_top(self) -> int:
        """How far the page is scrolled."""
        return self.verticalScrollBar().value()

    def visible_numbers(self) -> Iterator[int]:
        """The paragraphs in view, from the top."""
        top = self.scroll_top()
        number = self.lines.number_at(top)
        bottom = top + self.viewport().height()
        while number < len(self.state.paragraphs) and self.lines.top(number) < bottom:
            yield number
            number += 1

    def visible_span(self) -> Span:
        """The stored text in view, from the first paragraph's turn to the last one's."""
        numbers = list(self.visible_numbers()) or [0]
        first, last = self.state.paragraphs.reach(numbers[0]), self.state.paragraphs[numbers[-1]]
        return Span(first.start, max(first.start, last.span.end))

    def position_at(self, point: QPointF, *, exact: bool = True) -> int | None:
        """The stored position under a point of the viewport; None beside the words, if exact."""
        accuracy = Qt.HitTestAccuracy.ExactHit if exact else Qt.HitTestAccuracy.FuzzyHit
        if not exact:
            self.lines.finish()
        found = self.document().documentLayout().hitTest(self.in_document(point), accuracy)
        return self.state.paragraphs.to_stored(found) if found >= 0 else None

    def in_document(self, point: QPointF) -> QPointF:
        """A point of the viewport as one of the document."""
        return QPointF(point.x(), point.y() + self.scroll_top())

    # Qt's own names

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.lines.finish()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
        self.scrolled.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)
