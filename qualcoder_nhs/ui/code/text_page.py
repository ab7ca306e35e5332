"""The transcript's page: a text whose document never changes, painted with its codings."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from qualcoder_nhs.analysis.strips import strip_edges
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import snapped
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code import document as documents
from qualcoder_nhs.ui.code.finding import Hits
from qualcoder_nhs.ui.code.geometry import Geometry
from qualcoder_nhs.ui.code.grips import Grips
from qualcoder_nhs.ui.code.hit_bar import HitBar
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.strip_painter import StripPainter
from qualcoder_nhs.ui.code.strips import Strips
from qualcoder_nhs.ui.theme import colour

CARET_WIDTH = 2
HIT_WIDTH = 1.5
_LAID_OUT_AHEAD = 60


class TextPage(QTextEdit):
    """Shows the words with their codings; knows positions in the stored text only.

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
        self.hits = Hits()
        self.lines = Geometry(self.document())
        self.strips = Strips(state, self.lines)
        self.grips = Grips(state, self.lines)
        self.framed: Span | None = None
        self.measure = 0
        self._set_up()
        self._hit_bar = HitBar(state, self._hit_places)
        self.setVerticalScrollBar(self._hit_bar)
        self._listen()

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

    def _listen(self) -> None:
        self.state.page_changed.connect(self.load)
        self.state.codings_changed.connect(self._codings_changed)
        self.state.marks_changed.connect(self.redraw)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.scrolled.emit()
        )
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._selection_changed)

    # The page

    def load(self) -> None:
        """Set the page's words anew, with the caret and the view where they were in the text."""
        caret = self.caret()
        same = self.toPlainText() == self.state.paragraphs.text
        self.lines.forget()
        self.strips.forget()
        font = documents.fill(self.document(), self.state)
        self.lines.pitch = self.state.theme.pitch
        self.measure = documents.measure(font, self.state.theme.measure)
        self.setLineWrapColumnOrWidth(self.measure)
        self._set_colours()
        self.resized.emit()
        self.put_caret(caret if same else self.state.paragraphs[0].span.start)
        self.set_hits([])

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
        if self.lineWrapColumnOrWidth() != min(width, self.measure):
            self.lines.forget()
            self.strips.forget()
            self.setLineWrapColumnOrWidth(min(width, self.measure))

    def _codings_changed(self, span: Span | None) -> None:
        self.strips.forget(span)
        self.redraw()

    def redraw(self) -> None:
        """Paint the page and what stands beside it again."""
        self.viewport().update()
        self.scrolled.emit()

    def set_hits(self, spans: list[Span]) -> None:
        """Frame these words and mark them in the scroll bar."""
        self.hits.set(spans)
        self._hit_bar.update()
        self.viewport().update()

    def _hit_places(self) -> list[float]:
        numbers = {self.state.paragraphs.at(hit.start).number for hit in self.hits.spans}
        return [self.lines.top(number) for number in sorted(numbers)]

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
        cursor = self.textCursor()
        cursor.setPosition(self.state.paragraphs.to_view(position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def select(self, span: Span, *, backwards: bool = False) -> None:
        """Select a span; the caret stands at its end, or at its start."""
        ends = (span.end, span.start) if backwards else (span.start, span.end)
        cursor = self.textCursor()
        cursor.setPosition(self.state.paragraphs.to_view(ends[0]))
        cursor.setPosition(self.state.paragraphs.to_view(ends[1]), QTextCursor.MoveMode.KeepAnchor)
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
        # Qt lays the text out as it is needed: without what follows there is nowhere to scroll to.
        following = self.textCursor().blockNumber() + _LAID_OUT_AHEAD
        self.lines.top(min(following, len(self.state.paragraphs) - 1))
        if abs(bar.value() - before) > self.viewport().height() / 2:
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def _caret_moved(self) -> None:
        position = self.caret()
        chosen = self.state.coding(self.state.chosen)
        if chosen and not chosen.span.start <= position <= chosen.span.end:
            self.state.choose(None)
        self.caret_moved.emit(position)
        self.redraw()

    def _selection_changed(self) -> None:
        self.passage_selected.emit(self.selected())

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
        found = self.document().documentLayout().hitTest(self.in_document(point), accuracy)
        return self.state.paragraphs.to_stored(found) if found >= 0 else None

    def rect_of(self, span: Span | None) -> QRect:
        """Where words lie in the viewport; the caret's place where there are none."""
        stretches = [
            stretch
            for piece in (self.state.paragraphs.pieces(span) if span else ())
            for stretch in self.lines.stretches(piece)
        ]
        if not stretches:
            return self.cursorRect()
        above, below = strip_edges(self.lines.pitch, 0)
        top = stretches[0].baseline + above - self.scroll_top()
        bottom = stretches[-1].baseline + below - self.scroll_top()
        left = min(stretch.left for stretch in stretches)
        right = max(stretch.right for stretch in stretches)
        return QRect(round(left), round(top), round(right - left), round(bottom - top))

    def coding_at(self, point: QPointF) -> Coding | None:
        """The innermost coding under a point of the viewport."""
        position = self.position_at(point)
        return None if position is None else self.state.innermost(position)

    def in_document(self, point: QPointF) -> QPointF:
        return QPointF(point.x(), point.y() + self.scroll_top())

    # Painting

    def _paint_behind(self, painter: QPainter) -> None:
        strips = StripPainter(self.state, painter, documents.MARGIN)
        for number in self.visible_numbers():
            strips.behind(self.strips.of(number))

    def _paint_over(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self.state.theme.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(tokens.ink), HIT_WIDTH))
        for hit in self.hits.within(self.visible_span()):
            self._paint_frame(painter, hit)
        if self.framed:
            painter.setPen(QPen(colour(tokens.accent), 2))
            self._paint_frame(painter, self.framed)
        StripPainter(self.state, painter, documents.MARGIN).grips(self.grips.points())
        top_left, height = self._caret_place()
        painter.fillRect(
            QRectF(top_left.x() - CARET_WIDTH / 2, top_left.y(), CARET_WIDTH, height),
            colour(tokens.accent),
        )

    def _caret_place(self) -> tuple[QPointF, float]:
        cursor = self.textCursor()
        return self.lines.caret(cursor.blockNumber(), cursor.positionInBlock())

    def _paint_frame(self, painter: QPainter, span: Span) -> None:
        for piece in self.state.paragraphs.pieces(span):
            for stretch in self.lines.stretches(piece):
                above, below = strip_edges(self.lines.pitch, 0)
                top_left = QPointF(stretch.left - 1, stretch.baseline + above)
                bottom_right = QPointF(stretch.right + 1, stretch.baseline + below)
                painter.drawRoundedRect(QRectF(top_left, bottom_right), 2, 2)

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(self.state.theme.tokens.paper))
        painter.translate(0, -self.scroll_top())
        self._paint_behind(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.scroll_top())
        self._paint_over(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
        self.scrolled.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)
