"""One disagreement in the middle of the page: words, codings side by side, definitions, history."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.excerpts import Said
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.disputed import Queue, QueueItem
from qualcoder_nhs.ui.agreement.kind_mark import HEIGHT, WIDTH, paint_kind
from qualcoder_nhs.ui.agreement.queue_cards import CardMaker, titled
from qualcoder_nhs.ui.agreement.queue_words import (
    Names,
    decision_words,
    headline,
    kind_words,
    place_words,
    quoted,
)
from qualcoder_nhs.ui.look.fonts import Size, grown, transcript_font
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import label, wrapped
from qualcoder_nhs.ui.widgets.short_label import ShortLabel

_LINES, _BESIDE, _LOWER, _NARROW = 240, 6, 4, 600
"""So many characters of a turn around, so many lines of a pair's history, and how much lower
small words stand beside larger ones, to be on their line; and under so many pixels of width
nothing stands beside anything."""


class KindMark(QWidget):
    """The mark of a kind beside its words."""

    def __init__(self, kind: Kind, theme: Theme) -> None:
        super().__init__()
        self._kind, self._theme = kind, theme
        self.setFixedSize(QSize(WIDTH + 2, HEIGHT + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        middle = QRectF(self.rect()).center().y()
        paint_kind(painter, self._kind, 1, middle, self._theme.tokens)
        painter.end()


class QueueContext(QScrollArea):
    """Shows one disagreement at a time; where there is none, what that means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._about: tuple[Queue, QueueItem, Names] | None = None
        self._narrow = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are those of the page
        self.setAccessibleName(_("The disagreement"))
        self.say("")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the page shows its disagreement anew."""
        self._theme = theme

    def read_on(self, pages: int) -> None:
        """Scroll by most of what is seen, down or up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep() * 4 // 5)

    def say(self, *sentences: str) -> None:
        """Show sentences instead of a disagreement."""
        self._about = None
        self._fill(wrapped(words, look="second") for words in sentences if words)

    def show_item(self, queue: Queue, item: QueueItem, names: Names) -> None:
        """Show one; where the room is narrow, what would stand beside stands below."""
        self._about, self._narrow = (queue, item, names), self._is_narrow
        made = CardMaker(queue, item, names, self._theme, narrow=self._narrow)
        self._fill(
            (
                self._head(queue, item, names),
                *(self._around(piece) for piece in item.before),
                made.sides(),
                *(self._around(piece) for piece in item.after),
                rule(),
                made.definitions(),
                self._history(queue, item, names, made),
            )
        )
        self.setAccessibleDescription(headline(queue, item, names))

    @property
    def _is_narrow(self) -> bool:
        return self.viewport().width() < grown(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._about is not None and self._narrow != self._is_narrow:
            self.show_item(*self._about)

    def _row(self, whole: QWidget) -> QBoxLayout:
        return QVBoxLayout(whole) if self._narrow else QHBoxLayout(whole)

    def _fill(self, parts: Iterable[QWidget]) -> None:
        inside = QWidget()
        on_ground(inside, "paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 16, 28, 24)
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)

    def _head(self, queue: Queue, item: QueueItem, names: Names) -> QWidget:
        head = QWidget()
        row = self._row(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(wrapped(headline(queue, item, names), Size.HEADING))
        words.addWidget(wrapped(place_words(item), Size.SMALL, "second"))
        row.addLayout(words, 1)
        kind = QHBoxLayout()
        kind.setSpacing(8)
        kind.addWidget(KindMark(item.kind, self._theme))
        kind.addWidget(label(kind_words(item), Size.SMALL, "second"))
        if self._narrow:
            kind.addStretch(1)
        row.addLayout(kind)
        return head

    def _around(self, piece: Said) -> QWidget:
        """A turn beside the one in dispute, on two lines at most."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(8)
        name = label(piece.voice.name if piece.voice else "", Size.SMALL_LABEL, "second")
        turn = label(
            "" if piece.turn is None else _("turn {n}").format(n=piece.turn), Size.SMALL, "quiet"
        )
        for small in (name, turn):
            small.setContentsMargins(0, _LOWER, 0, 0)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        text = " ".join(piece.text.split())
        words = wrapped(text if len(text) <= _LINES else f"{text[:_LINES]} …", look="second")
        words.setFont(transcript_font(self._theme.text_pixels - 2, self._theme.face))
        row.addWidget(words, 1)
        row.addWidget(turn, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _history(self, queue: Queue, item: QueueItem, names: Names, made: CardMaker) -> QWidget:
        whole = QWidget()
        row = self._row(whole)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(24)
        before = queue.pair_before(item)
        heading = _("This pair before") if len(item.codes) > 1 else _("This code before")
        part, column = titled(f"{heading} · {len(before)}")
        for other in before[:_BESIDE]:
            column.addLayout(self._line(queue, other, names))
        if not before:
            column.addWidget(label(_("Nowhere else in this round."), Size.SMALL, "second"))
        column.addStretch(1)
        row.addWidget(part, 1)
        row.addWidget(made.beside(), 1)
        return whole

    def _line(self, queue: Queue, other: QueueItem, names: Names) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(other.place, Size.SMALL, "second"))
        words = ShortLabel(Size.BODY, quoted(other.words))
        words.setFont(transcript_font(14, self._theme.face))
        row.addWidget(words, 1)
        told = label(decision_words(queue, other.decision, names), Size.SMALL)
        told.setProperty("look", "chip-ok" if other.settled else "chip")
        row.addWidget(told)
        return row
