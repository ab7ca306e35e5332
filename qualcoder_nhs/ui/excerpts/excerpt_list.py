"""The list of excerpts: quick with ten thousand, walked with keys, each a way to its place."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.excerpts.excerpt_model import MOST_CONTEXT, ExcerptModel, with_attribution
from qualcoder_nhs.ui.excerpts.excerpt_painter import ExcerptPainter
from qualcoder_nhs.ui.look.theme import Theme

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Minus: -1}
_AT_ONCE = 100
_SETTLE_MS = 80


class ExcerptList(QListView):
    """Enter or a click jumps to an excerpt's place, → and ← open and close the turns around it.

    Q wishes its words for a theme.
    """

    jump = Signal(object, object)
    quote_wanted = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.excerpts = ExcerptModel(self)
        self.painter = ExcerptPainter(theme, self.excerpts)
        self.setModel(self.excerpts)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Excerpts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(25)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is on screen is laid out first; the rest follows in pieces, between events.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._widen)

    def show_book(self, book: ExcerptBook) -> None:
        """Show other excerpts, staying at the one that is looked at where it is among them."""
        before = self.current
        self.excerpts.show(book)
        place = self.excerpts.place_of(before.coding.id) if before else -1
        if place >= 0:
            self._return_to(place)
        elif self.hasFocus():
            self._stand_somewhere()

    def _stand_somewhere(self) -> None:
        """Whoever has the keys sees where they go: to the first words beneath a heading."""
        if self.current is None and self.excerpts.rows:
            self.setCurrentIndex(self.excerpts.index(1))

    def _return_to(self, place: int) -> None:
        """A row can be scrolled to when all above it are laid out; their heights are known."""
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.doItemsLayout()
        self.setLayoutMode(QListView.LayoutMode.Batched)
        index = self.excerpts.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @property
    def current(self) -> Excerpt | None:
        """The excerpt that is looked at."""
        place = self.currentIndex().row()
        row = self.excerpts.rows[place] if 0 <= place < len(self.excerpts.rows) else None
        return row if isinstance(row, Excerpt) else None

    def _jump(self, excerpt: Excerpt | None) -> None:
        if excerpt is not None:
            self.jump.emit(excerpt.coding.transcript, excerpt.coding.span)

    def _widen(self) -> None:
        self.painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()

    def widen_context(self, place: int) -> None:
        """One turn more around an excerpt; from the most, none again."""
        row = self.excerpts.rows[place]
        if isinstance(row, Excerpt):
            full = self.excerpts.context_of(row) == MOST_CONTEXT
            self.excerpts.widen(place, -MOST_CONTEXT if full else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy) and self.current:
            QGuiApplication.clipboard().setText(with_attribution(self.current))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._jump(self.current)
        elif event.key() == Qt.Key.Key_Q and not event.modifiers() and self.current:
            coding = self.current.coding
            self.quote_wanted.emit(coding.transcript, coding.span)
        elif event.key() in _STEPS and place >= 0:
            self.excerpts.widen(place, _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:  # a click says itself where
            self._stand_somewhere()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._clicked(self.indexAt(event.position().toPoint()), event)

    def _clicked(self, index: QModelIndex, event: QMouseEvent) -> None:
        row = self.excerpts.rows[index.row()] if index.isValid() else None
        if not isinstance(row, Excerpt):
            return
        words_and_place = self.painter.more_link(QRectF(self.visualRect(index)), row)
        if words_and_place[1].contains(event.position()):
            self.widen_context(index.row())
        else:
            self._jump(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painter.width != self.viewport().width():
            self._settled.start()
