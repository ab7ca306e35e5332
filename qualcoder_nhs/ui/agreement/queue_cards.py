"""What each coder did on a passage, side by side, and the cards of the codes in dispute."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.disputed import Queue, QueueItem, Side
from qualcoder_nhs.ui.agreement.passage_view import PassageView, Tint, deepened, shown_words
from qualcoder_nhs.ui.agreement.queue_words import Names, codes_words
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.looks import Look, looks
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.naming import in_names
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import label, opened_label, wrapped
from qualcoder_nhs.ui.widgets.short_label import ShortLabel

_CHIP, _ABREAST, _SIBLINGS = 12, 2, 5
"""A chip's edge, how many definitions stand beside one another, how many siblings are named."""


class Chip(QWidget):
    """The colour of a code, for the eye only: its name stands beside it."""

    def __init__(self, ink: str) -> None:
        super().__init__()
        self._ink = ink
        self.setFixedSize(QSize(_CHIP, _CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._ink))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()


class CardMaker:
    """Makes the parts about one disagreement, in one look."""

    def __init__(
        self, queue: Queue, item: QueueItem, names: Names, theme: Theme, *, narrow: bool = False
    ) -> None:
        self._abreast = 1 if narrow else _ABREAST
        self._queue, self._item, self._names, self._theme = queue, item, names, theme
        self._looks = looks(queue.codebook, theme)

    # ── side by side ─────────────────────────────────────────────────────────────────────────

    def sides(self) -> QWidget:
        """A card for each coder, all of the same words; below one another where it is narrow."""
        whole = QWidget()
        row = QVBoxLayout(whole) if self._abreast == 1 else QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for side in self._item.sides:
            row.addWidget(self._side(side), 1)
        return whole

    def _side(self, side: Side) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        name, codes = self._names.of(side.coder.id), codes_words(self._queue, side)
        card.setAccessibleName(f"{name}: {codes}")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._side_head(side, name))
        shown = shown_words(self._item.said, self._item.span)
        column.addWidget(PassageView(self._theme, shown, list(self._tints(side))))
        told = " ".join(side.memos)
        words = _("Memo: {words}").format(words=told) if told else _("No memo.")
        column.addWidget(wrapped(words, Size.SMALL, "second"))
        column.addStretch(1)
        return card

    def _side_head(self, side: Side, name: str) -> QWidget:
        """Who, which codes and when; in as many lines as it takes."""
        head = QWidget()
        row = Flow(head, 12)
        row.addWidget(label(name, Size.LABEL))
        for code in dict.fromkeys(coding.code for coding in side.codings):
            row.addWidget(self._named(code))
        if not side.codings:
            row.addWidget(label(_("nothing here"), look="second"))
        else:
            when = max(coding.made for coding in side.codings)
            row.addWidget(label(_("coded {when}").format(when=moment(when)), Size.SMALL, "second"))
        return head

    def _named(self, code: CodeId) -> QWidget:
        """A code's chip and name, which stay together."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Chip(self._look(code).chip))
        row.addWidget(label(self._queue.codebook[code].name))
        return whole

    def _tints(self, side: Side) -> Iterator[Tint]:
        depths = deepened(coding.span for coding in side.codings)
        for coding, depth in zip(side.codings, depths, strict=True):
            look = self._look(coding.code)
            yield Tint(coding.span, look.tint, look.stripe, depth)

    def _look(self, code: CodeId) -> Look:
        return self._looks[code]

    # ── definitions ──────────────────────────────────────────────────────────────────────────

    def definitions(self) -> QWidget:
        """The card of each code in dispute; of two, under the coders who gave them."""
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        for at, code in enumerate(self._item.codes):
            row, column = divmod(at, self._abreast)
            grid.addWidget(self._definition(self._queue.codebook[code]), row, column)
            grid.setColumnStretch(column, 1)
        return whole

    def _definition(self, code: Code) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Chip(self._look(code.id).chip))
        head.addWidget(label(code.name, Size.LABEL))
        if code.id in self._queue.reworded:
            head.addWidget(label(_("worded anew since"), Size.SMALL, "warning"))
        place = ShortLabel(Size.SMALL, self._look(code.id).path)
        place.setProperty("look", "second")
        place.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(place, 1)
        column.addLayout(head)
        told = in_names(self._queue.codebook, code.definition)
        column.addWidget(wrapped(told or _("Not defined yet.")))
        for heading, words in ((_("Use"), code.use), (_("Do not use"), code.do_not_use)):
            if words:
                named = in_names(self._queue.codebook, words)
                column.addWidget(opened_label(heading, named, Size.SMALL, "second"))
        column.addStretch(1)
        return part

    # ── what else there is to know ───────────────────────────────────────────────────────────

    def beside(self) -> QWidget:
        """The siblings of the codes, and the codes all gave in the same turns."""
        part, column = titled(_("Also near by"))
        book, near = self._queue.codebook, self._item.near
        for code in near:
            column.addLayout(self._line(code, book[code].name, _("all coders, same turn")))
        siblings = (one for one in self._queue.siblings(self._item) if one.id not in near)
        for sibling in islice(siblings, _SIBLINGS):
            told = sibling_words(*self._queue.chosen(self._item, sibling.id))
            column.addLayout(self._line(sibling.id, sibling.name, told))
        column.addStretch(1)
        return part

    def _line(self, code: CodeId, name: str, told: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Chip(self._look(code).chip))
        row.addWidget(label(name))
        about = ShortLabel(Size.SMALL, told)
        about.setProperty("look", "second")
        row.addWidget(about, 1)
        return row


def sibling_words(given: int, of: int) -> str:
    """How often a sibling was given where the same codes are in dispute; once tells nothing."""
    if of == 1:
        return _("sibling, given here") if given else _("sibling")
    if not given:
        return _("sibling, given in none of {of} such passages").format(of=of)
    return _("sibling, given in {n} of {of} such passages").format(n=given, of=of)


def titled(heading: str) -> tuple[QWidget, QVBoxLayout]:
    """A part with a heading of its own."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(2, 0, 2, 0)
    column.setSpacing(8)
    column.addWidget(label(heading, Size.SMALL_LABEL, "second"))
    return part, column
