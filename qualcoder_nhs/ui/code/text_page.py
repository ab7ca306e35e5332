"""The transcript's page: its words, painted with their codings."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.analysis.strips import strip_edges
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code import document as documents
from qualcoder_nhs.ui.code.finding import Hits
from qualcoder_nhs.ui.code.grips import Grips
from qualcoder_nhs.ui.code.hit_bar import HitBar
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.still_text import StillText
from qualcoder_nhs.ui.code.strip_painter import StripPainter
from qualcoder_nhs.ui.code.strips import Strips
from qualcoder_nhs.ui.look.theme import colour

CARET_WIDTH = 2
HIT_WIDTH = 1.5


class TextPage(StillText):
    """Paints tints behind the words, and hits, grips and caret over them."""

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        self.hits = Hits()
        self.framed: Span | None = None
        super().__init__(state, parent)
        self.strips = Strips(state, self.lines)
        self.grips = Grips(state, self.lines)
        self._hit_bar = HitBar(state, self._hit_places)
        self.setVerticalScrollBar(self._hit_bar)
        self._hit_bar.valueChanged.connect(lambda _value: self.scrolled.emit())
        self.state.codings_changed.connect(self._codings_changed)
        self.state.marks_changed.connect(self.redraw)

    def load(self) -> None:
        """Set the page's words anew; what was found in the old ones is forgotten."""
        self.strips.forget()
        super().load()
        self.set_hits([])

    def set_column(self, left: int, width: int) -> None:
        """Give the words a column; where lines break otherwise, tints are drawn anew."""
        before = self.lineWrapColumnOrWidth()
        super().set_column(left, width)
        if self.lineWrapColumnOrWidth() != before:
            self.strips.forget()

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

    def _caret_moved(self) -> None:
        position = self.caret()
        chosen = self.state.coding(self.state.chosen)
        if chosen and not chosen.span.start <= position <= chosen.span.end:
            self.state.choose(None)
        super()._caret_moved()
        self.redraw()

    # Where things are

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

    def show_all_of(self, span: Span) -> None:
        """Scroll down as far as these words need, but never so far that their first line goes."""
        box, bar = self.rect_of(span), self.verticalScrollBar()
        beyond = box.bottom() + self.lines.pitch - self.viewport().height()
        if beyond > 0:
            bar.setValue(bar.value() + min(beyond, box.top() - self.lines.pitch))

    def bring(self, span: Span) -> None:
        """Scroll until these words begin in view; the caret stays where it is."""
        box, bar = self.rect_of(span), self.verticalScrollBar()
        if box.top() < 0 or box.top() > self.viewport().height() - 3 * self.lines.pitch:
            bar.setValue(round(bar.value() + box.top() - self.viewport().height() / 4))

    def coding_at(self, point: QPointF) -> Coding | None:
        """The innermost coding under a point of the viewport."""
        position = self.position_at(point)
        return None if position is None else self.state.innermost(position)

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
