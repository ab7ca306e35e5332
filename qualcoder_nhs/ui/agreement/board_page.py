"""The board of a round: how far everybody is, what was declared, what became of the codebook."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs.domain.rounds import CodingState
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import Cell, RoundBoard, RoundWording, round_wording
from qualcoder_nhs.ui.agreement.board_table import BoardTable
from qualcoder_nhs.ui.agreement.next_step import Next, Step, next_step
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.agreement.round_words import about_words, codebook_words, declared
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.labels import button, label, opened, opened_label, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.working.live import Live

WIDTH = 900
MOST_CHANGES = 40


class BoardPage(RoundPage):
    """Wishes bear a transcript where they are about one; they mean the round that is shown."""

    code_wanted = Signal(object)
    finish_wanted = Signal(object)
    reopen_wanted = Signal(object)
    open_wanted = Signal()
    end_wanted = Signal()
    rename_wanted = Signal()
    packs_wanted = Signal()

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__()
        self._live = live
        self.desk: RoundDesk | None = None
        self.board: RoundBoard | None = None
        self._next = Next(Step.NOTHING, "")
        self.next = button(_("Next step"), "primary")
        self.more = MenuButton(theme, _("More"))
        self.header = PageHeader("", self.more, self.next)
        self.waiting = wrapped("", look="second")
        self.table = BoardTable(theme)
        self.declared = [opened_label("", "") for _line in range(4)]
        self.codebook = wrapped("")
        self.changes = wrapped("", look="second")
        self._lay_out()
        self.more.choices.aboutToShow.connect(self._offer_more)
        self.next.clicked.connect(lambda: self._do(self._next))
        self.table.opened.connect(self._open_cell)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        on_ground(inside, "paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for part in (self.waiting, self.table, rule()):
            column.addWidget(part)
        column.addWidget(label(_("Said before anybody coded"), Size.HEADING))
        for line in self.declared:
            column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(rule())
        column.addWidget(label(_("Codebook"), Size.HEADING))
        column.addWidget(self.codebook)
        column.addWidget(self.changes)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("The round"))
        scroll.setFocusProxy(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(scroll, 1)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        before = (self.desk.coder, self.board.round.id) if self.desk and self.board else None
        self.desk, self.board = desk, board
        self.header.title.setText(board.round.name)
        self.header.say(about_words(board))
        self.table.board.put(board)
        if before != (desk.coder, board.round.id):
            self.table.stand_on(desk.coder)
        for line, (heading, words) in zip(self.declared, declared(board), strict=True):
            line.setText(opened(f"{heading}.", words))
        self._show_next(next_step(board, desk.coder, leads=desk.leads))
        self._offer_more()
        self._live.ask(self._show_wording, self, round_wording, board.round.id)

    def _show_next(self, step: Next) -> None:
        self._next = step
        acts = step.step not in (Step.WAIT, Step.NOTHING) and self._live.study.writable
        self.next.setVisible(acts)
        self.next.setText(step.words if acts else "")
        self.next.setAccessibleName(step.words if acts else _("Next step"))
        self.waiting.setVisible(not acts)
        self.waiting.setText("" if acts else step.words)

    def _show_wording(self, wording: RoundWording) -> None:
        if self.board is None or wording.version.id != self.board.round.version:
            return
        self.codebook.setText(codebook_words(wording))
        lines = [f"•  {one.words}" for one in wording.differences[:MOST_CHANGES]]
        left = len(wording.differences) - len(lines)
        if left:
            lines.append(_("… and {n} more changes").format(n=left))
        self.changes.setText("\n".join(lines))
        self.changes.setVisible(bool(lines))

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.more.set_theme(theme)

    # ── wishes ───────────────────────────────────────────────────────────────────────────────

    def _do(self, step: Next) -> None:
        match step.step:
            case Step.CODE:
                self.code_wanted.emit(step.transcript)
            case Step.FINISH:
                self.finish_wanted.emit(step.transcript)
            case Step.OPEN:
                self.open_wanted.emit()
            case Step.END:
                self.end_wanted.emit()
            case _:
                return

    def _open_cell(self, cell: Cell) -> None:
        """One's own transcript in the round; others' are not there to be opened while it runs."""
        if self.desk is not None and cell.coder == self.desk.coder:
            self.code_wanted.emit(cell.transcript)

    def _offer_more(self) -> None:
        """What else can be done, besides the next step."""
        menu = self.more.choices
        menu.clear()
        for action in self._others():
            action.setParent(menu)
            menu.addAction(action)
        self.more.setVisible(not menu.isEmpty())

    def _others(self) -> list[QAction]:
        desk, board = self.desk, self.board
        if desk is None or board is None or not self._live.study.writable:
            return []
        made = [] if board.round.frozen else self._of_own(board, desk)
        if desk.leads:
            if not board.round.frozen:
                made.append(self._action(_("Make packs…"), self.packs_wanted.emit))
            if board.round.veiled:
                made.append(self._action(_("Open the round…"), self.open_wanted.emit))
            if board.round.ended is None:
                made.append(self._action(_("End the round…"), self.end_wanted.emit))
            made.append(self._action(_("Rename the round…"), self.rename_wanted.emit))
        return made

    def _of_own(self, board: RoundBoard, desk: RoundDesk) -> list[QAction]:
        """What the coder can do to the transcript in whose line the keys stand."""
        chosen = self.table.board.cell(self.table.currentIndex())
        cell = board.cells.get((desk.coder, chosen.transcript)) if chosen else None
        if cell is None:
            return []
        name, one = board.transcripts[cell.transcript], cell.transcript
        code = self._action(_("Code {name}").format(name=name), lambda: self.code_wanted.emit(one))
        if cell.state is CodingState.FINISHED:
            words = _("Reopen {name}").format(name=name)
            return [code, self._action(words, lambda: self.reopen_wanted.emit(one))]
        words = _("Finish {name}…").format(name=name)
        return [code, self._action(words, lambda: self.finish_wanted.emit(one))]

    def _action(self, words: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(act)
        return action
