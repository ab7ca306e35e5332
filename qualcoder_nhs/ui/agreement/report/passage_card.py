"""One passage opened: where it stands, who speaks, the words, and what each coder gave them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.agreement_passages import AgreementPassage, Given
from qualcoder_nhs.ui.agreement.report.marks import paint_sample
from qualcoder_nhs.ui.agreement.report.passage_list import PARTS, SAMPLE
from qualcoder_nhs.ui.agreement.report.passage_text import PITCH, PassageText
from qualcoder_nhs.ui.agreement.report.wording import KIND_WORDS
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.grounds import rule
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import label
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, write

LINE, NAME, MOST_LINES = 22, 44, 10


class GivenLines(QWidget):
    """One line a coding: the coder, the code, and how many words; coders without one, too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._lines: Sequence[Given | str] = ()
        self._looks: Mapping[CodeId, Look] = {}

    def show_given(
        self, given: Sequence[Given], without: Sequence[str], looks: Mapping[CodeId, Look]
    ) -> None:
        """Show other ones."""
        silent = [coder for coder in without if coder not in {one.coder for one in given}]
        self._lines, self._looks = [*given, *silent], looks
        self.setAccessibleName("; ".join(" ".join(self._words(one)) for one in self._lines))
        self.setFixedHeight(grown(LINE) * len(self._lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, grown(LINE) * len(self._lines))

    def _words(self, one: Given | str) -> tuple[str, str, str]:
        if isinstance(one, str):
            return one, _("nothing here"), ""
        look = self._looks.get(one.code)
        count = ngettext("{n} word", "{n} words", one.words)
        return one.coder, look.name if look else "", count

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        coders = [one.coder if isinstance(one, Given) else one for one in self._lines]
        order = list(dict.fromkeys(coders))
        for at, one in enumerate(self._lines):
            box = QRectF(0, at * grown(LINE), self.width(), grown(LINE))
            coder, code, count = self._words(one)
            if at == 0 or coders[at - 1] != coder:
                write(painter, box, coder, chrome_font(Size.SMALL_LABEL), tokens.ink)
            left = box.left() + grown(NAME)
            if isinstance(one, Given) and one.code in self._looks:
                look = self._looks[one.code]
                self._paint_chip(painter, left, box.center().y(), look, order.index(coder))
            room = box.adjusted(grown(NAME) + 18, 0, -grown(70), 0)
            ink = tokens.ink if isinstance(one, Given) else tokens.ink3
            write(painter, room, code, chrome_font(Size.SMALL), ink)
            write(painter, box, count, chrome_font(Size.SMALL), tokens.ink3, RIGHT)
        painter.end()

    def _paint_chip(
        self, painter: QPainter, left: float, middle: float, look: Look, depth: int
    ) -> None:
        """The code's chip over the edge that its words have, dashed but for the first coder."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.chip))
        painter.drawRoundedRect(QRectF(left, middle - 5, 10, 8), 2, 2)
        pen = QPen(colour(look.stripe), 1.5)
        if depth:
            pen.setDashPattern([2, 1.4])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle + 5.5), QPointF(left + 10, middle + 5.5))


class KindPill(QWidget):
    """What sort of difference it is: a piece of the bar, and its word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._words, self._part = "", None  # type: tuple[str, int | None]

    def show_kind(self, passage: AgreementPassage) -> None:
        """Show another one."""
        self._words = _(KIND_WORDS[passage.of.of.kind])
        self._part = PARTS.get(passage.of.of.kind)
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(130), grown(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0
        if self._part is not None:
            sample = QRectF(1, box.top(), SAMPLE, box.height())
            paint_sample(painter, sample, self._part, self.theme.tokens)
            left = SAMPLE + 8
        ink, room = self.theme.tokens.ink2, box.adjusted(left, 0, 0, 0)
        write(painter, room, self._words, chrome_font(Size.SMALL), ink)
        painter.end()


class Scrolled(QScrollArea):
    """Words as high as they need, up to a few lines; the rest is scrolled to."""

    def __init__(self, words: PassageText) -> None:
        super().__init__()
        self._words = words
        self.setWidget(words)
        self.setWidgetResizable(True)
        for part in (words, self.viewport()):
            part.setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The passage"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(MOST_LINES * PITCH, self._words.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * PITCH)


class PassageCard(QFrame):
    """`jump_wanted` asks for the place on the Code desk, `queue_wanted` for that in the queue."""

    jump_wanted = Signal()
    queue_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.where, self.count = label("", Size.SMALL, "second"), label("", Size.SMALL, "second")
        self.words, self.given, self.kind = PassageText(theme), GivenLines(theme), KindPill(theme)
        self.scrolled = Scrolled(self.words)
        self.action = QAction(_("Go to the words"), self)
        self.action.triggered.connect(self.jump_wanted)
        self.button = KeyButton(theme, self.action)
        self.queue_action = QAction(_("Open in queue"), self)
        self.queue_action.setShortcut("Shift+Return")
        # The key is the pane's: one need not stand in the card.
        self.queue_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.queue_action.triggered.connect(self.queue_wanted)
        self.to_queue = KeyButton(theme, self.queue_action)
        head, foot, more = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.where, 1)
        head.addWidget(self.count)
        foot.addWidget(self.kind, 1)
        foot.addWidget(self.button)
        more.addStretch(1)
        more.addWidget(self.to_queue)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.scrolled, rule(), self.given):
            column.addWidget(part)
        column.addLayout(foot)
        column.addLayout(more)

    def show_passage(
        self, passage: AgreementPassage, looks: Mapping[CodeId, Look], place: str
    ) -> None:
        """Show another one; `place` says which of how many."""
        voice = passage.voice
        parts = [passage.of.of.transcript, voice.name if voice else "", voice.role if voice else ""]
        parts += [_("turn {n}").format(n=passage.turn)] if passage.turn else []
        self.where.setText(" · ".join(part for part in parts if part))
        self.count.setText(place)
        self.words.show_passage(passage, looks)
        self.scrolled.verticalScrollBar().setValue(0)
        self.scrolled.updateGeometry()
        of = passage.of.of
        self.given.show_given(passage.given, (*of.coders_with, *of.coders_without), looks)
        self.kind.show_kind(passage)

    def offer_queue(self, *, on: bool) -> None:
        """Whether there is a queue to go to, and the passage is in dispute."""
        self.queue_action.setEnabled(on)
        self.to_queue.setVisible(on)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.words, self.given, self.kind):
            part.theme = theme
            part.update()
        self.button.set_theme(theme)
        self.to_queue.set_theme(theme)
