"""The disagreement queue: one after the other, decided without leaving the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from qualcoder_nhs.actions.settling import PutOff, SettleUnanimous
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NotYoursToSettle
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.disputed import Queue, QueueItem, Sought
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.agreement.queue_choice import QueueChoice, chosen_before
from qualcoder_nhs.ui.agreement.queue_context import QueueContext
from qualcoder_nhs.ui.agreement.queue_foot import QueueFoot
from qualcoder_nhs.ui.agreement.queue_pane import QueuePane
from qualcoder_nhs.ui.agreement.queue_words import names_of
from qualcoder_nhs.ui.look.fonts import grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH
from qualcoder_nhs.ui.working.live import Live

_PANE, _FOOT = 0.34, 0.6
"""The most the list takes of the width, and the foot of the height."""


class QueuePage(RoundPage):
    """Asks what is in dispute and writes what is decided.

    `jump` bears a transcript and a span, `left` goes back to the round. `code_wanted` asks for
    another code, which comes back through `take_code`; `definitions_wanted` bears the codes whose
    words may be amended; `said` a line for the status bar.
    """

    alone = True

    jump = Signal(object, object)
    left = Signal()
    code_wanted = Signal()
    definitions_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__()
        self._live = live
        self._board: RoundBoard | None = None
        self._desk: RoundDesk | None = None
        self._queue: Queue | None = None
        self._looked_at: QueueItem | None = None
        self._number = 0
        self._sought: Sought | None = None
        self.pane, self.context = QueuePane(theme), QueueContext(theme)
        self.foot = QueueFoot(theme)
        self._scrolls = [self._scroll("PgDown", 1), self._scroll("PgUp", -1)]
        self._lay_out()
        self._connect()

    def _scroll(self, key: str, pages: int) -> QAction:
        """A long disagreement is read without the mouse, too."""
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self.context.read_on(pages))
        return action

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self._below = QScrollArea()
        self._below.setFrameShape(QFrame.Shape.NoFrame)
        self._below.setWidgetResizable(True)
        self._below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below.setAccessibleName(_("The decision"))
        self._below.setWidget(self.foot)
        on_ground(self._below, "side")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.context, 1)
        right.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addLayout(right, 1)
        self.setFocusProxy(self.pane)

    def _connect(self) -> None:
        every = (*self.pane.actions_of_page, *self.foot.actions_of_page, *self._scrolls)
        self.addActions(every)
        keys = {action: action.shortcut().toString() for action in every}
        self._letters = {action: key for action, key in keys.items() if len(key) == 1}
        pane, foot = self.pane, self.foot
        pane.picked.connect(self._look)
        pane.left.connect(self.left)
        pane.largest.triggered.connect(self._show_again)
        pane.nameless.triggered.connect(self._show_again)
        pane.unanimous.triggered.connect(self._settle_unanimous)
        pane.open.triggered.connect(self._open)
        foot.settle_wanted.connect(self._settle)
        foot.put_off_wanted.connect(self._put_off)
        foot.other_wanted.connect(self.code_wanted)
        foot.definitions_wanted.connect(self._define)
        foot.why.triggered.connect(lambda: self._below.ensureWidgetVisible(foot.because))
        foot.because.returnPressed.connect(foot.settle.trigger)

    # ── asking ───────────────────────────────────────────────────────────────────────────────

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        self._desk = desk
        if self._board is None or self._board.round.id != board.round.id:
            self._queue = None
            self.pane.model.put(())
        self._board = board
        self._ask()

    def follow(self, changes: Changes) -> None:
        """Anything may have to do with what is in dispute."""
        del changes
        self._ask()

    def _ask(self) -> None:
        """Only while somebody looks; else the next time they do."""
        if self._board is None or not self.isVisible():
            return
        if self._board.round.veiled:
            told = _("{round} is open. Others’ codings show when the lead opens it.")
            self._say_nothing(told.format(round=self._board.round.name))
        elif len(self._board.coders) < 2:
            self._say_nothing(_("Agreement needs two coders on the same turns."))
        else:
            self._number += 1
            number = self._number
            self._live.ask(
                lambda queue: self._take(number, queue),
                self,
                disagreement_queue,
                self._board.round.id,
            )

    def _take(self, number: int, queue: Queue) -> None:
        if number == self._number:
            self._queue = queue
            self._show_again()
            self._stand_on_sought(queue)

    def seek(self, sought: Sought) -> None:
        """Stand on what is in dispute there, as soon as the page is seen."""
        self._sought = sought
        self._ask()

    def _stand_on_sought(self, queue: Queue) -> None:
        if self._sought is None:
            return
        found, self._sought = queue.at(self._sought), None
        if found is not None:
            self.pane.stand_on(self.pane.model.place_of(found))
        else:
            self.said.emit(_("Nothing is in dispute there as the round was declared."))

    def _say_nothing(self, *sentences: str) -> None:
        self.context.say(*sentences)
        self.foot.set_enabled(enabled=False)

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    @property
    def queue(self) -> Queue | None:
        """What is shown."""
        return self._queue

    @property
    def item(self) -> QueueItem | None:
        """The disagreement that is looked at."""
        return self.pane.current

    def _show_again(self) -> None:
        if self._queue is None:
            return
        self.pane.show_queue(self._queue, writable=self._may_settle)
        if not self._queue.items:
            self._say_nothing(_("No disagreement in what two coders have finished here."))
        elif self.item is not None:
            self._look(self.item)

    def _look(self, item: QueueItem) -> None:
        if self._queue is None:
            return
        names = names_of(self._queue, hidden=self.pane.nameless.isChecked())
        self.context.show_item(self._queue, item, names)
        self.foot.set_enabled(enabled=self._may_settle)
        self.foot.say(self._why_not)
        self.foot.show_item(self._queue, item, names, self._choice_for(item))

    def _choice_for(self, item: QueueItem) -> QueueChoice:
        """What was begun on it, while nothing new was decided; else what was decided."""
        before, self._looked_at = self._looked_at, item
        if before and (before.about, before.decision) == (item.about, item.decision):
            return self.foot.chosen
        return chosen_before(item.decision)

    @property
    def _may_settle(self) -> bool:
        return self._live.study.writable and not self._why_not

    @property
    def _why_not(self) -> str:
        """What keeps whoever looks from settling; nothing keeps the round's coders and the lead."""
        if self._board is None or self._desk is None or self._desk.leads:
            return ""
        if self._live.coder in self._board.round.coders:
            return ""
        return str(NotYoursToSettle(round=self._board.round.name, lead=self._desk.lead))

    def set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)
        self.context.set_theme(theme)
        self.foot.set_theme(theme)
        self._show_again()

    def set_letter_keys(self, *, on: bool) -> None:
        """Whether single letters and digits are commands; arrows and Enter always are."""
        for action, key in self._letters.items():
            action.setShortcut(QKeySequence(key if on else ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters in a small window leave each of the three parts some room."""
        super().resizeEvent(event)
        self.pane.setFixedWidth(min(grown(PANE_WIDTH), round(self.width() * _PANE)))
        self._fit_foot()

    def _fit_foot(self) -> None:
        """As high as the foot asks for at its width, up to its share; it scrolls beyond."""
        wide = self.width() - self.pane.width()
        wanted = self.foot.height_at(wide)
        self._below.setFixedHeight(min(wanted, round(self.height() * _FOOT)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    # ── deciding ─────────────────────────────────────────────────────────────────────────────

    def _settle(self) -> None:
        if self._queue is None or self.item is None:
            return
        action = self.foot.chosen.settling(self._queue, self.item)
        if action is None:
            missing = _("Choose a cause (1–6) and what holds (← → ↑ ↓ /) first.")
            self.said.emit(missing)
            return
        self._live.run(action)
        self._go_on()

    def _put_off(self) -> None:
        if self._queue is not None and self.item is not None:
            reason = self.foot.chosen.reason
            self._live.run(PutOff(self._queue.round.id, self.item.about, reason))
            self.pane.step(1)
            self.pane.list.setFocus()

    def _settle_unanimous(self) -> None:
        if self._queue is None or not self._queue.agreed:
            return

        def told(count: int) -> None:
            self.said.emit(ngettext("{n} passage is settled.", "{n} passages are settled.", count))

        self._live.run(SettleUnanimous(self._queue.round.id, self._queue.agreed), told, self)

    def _go_on(self) -> None:
        """To the next open one at once; the answer of the study finds the list there."""
        self.pane.go_on()
        self.pane.list.setFocus()

    def take_code(self, code: CodeId) -> None:
        """Another code is to hold."""
        self.foot.take_code(code)

    def _define(self) -> None:
        if self.item is not None:
            self.definitions_wanted.emit(self.item.codes)

    def _open(self) -> None:
        if self.item is not None:
            self.jump.emit(self.item.transcript, self.item.span)
