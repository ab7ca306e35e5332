"""The page about packs: make them, write one to be returned, and read a merge before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.pack_check import PackCheck
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.merge_plan import PlanView
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader

WIDTH = 900


class MergePage(RoundPage):
    """Wishes only; what is made and merged is done by its host.

    `agreed` comes when a plan was read and is to be carried out, `left` when it is not; `joined`
    bears the coders of the file who are now ticked to be those of their name here.
    """

    make_wanted = Signal()
    merge_wanted = Signal()
    return_wanted = Signal()
    agreed = Signal()
    left = Signal()
    joined = Signal(object)

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.board: RoundBoard | None = None
        self.make = button(_("Make packs…"))
        self.make.hide()  # until there is a round
        self.merge = button(_("Merge a pack…"))
        self.give_back = button(_("Return the pack…"), "primary")
        self.header = PageHeader(_("Packs"), self.make, self.merge, self.give_back)
        self.about = wrapped("")
        self.plan = PlanView()
        self._lay_out()
        self._connect()
        self.show_plan(None)

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        on_ground(inside, "paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.plan)
        column.addStretch(1)
        self.reading = QScrollArea()
        self.reading.setWidget(inside)
        self.reading.setWidgetResizable(True)
        self.reading.setAccessibleName(_("Packs"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.reading, 1)

    def _connect(self) -> None:
        self.make.clicked.connect(self.make_wanted)
        self.merge.clicked.connect(self.merge_wanted)
        self.give_back.clicked.connect(self.return_wanted)
        self.plan.agreed.connect(self.agreed)
        self.plan.left.connect(self.left)
        self.plan.joined.connect(lambda: self.joined.emit(self.plan.joins))

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        self.board = board
        leads = desk.leads and self._writable
        self.make.setVisible(leads and not board.round.frozen)
        self.merge.setVisible(leads)
        self.header.say(board.round.name)
        if leads:
            self.about.setText(_lead_words())
        else:
            self.about.setText(_("Only the lead makes packs and merges what comes back."))

    def show_own(self, check: PackCheck | None) -> None:
        """Say what to look at before this pack is returned; None where the study is no pack."""
        self.give_back.setVisible(check is not None and self._writable)
        if check is not None:
            lines = (f"•  {line}" for line in check.lines)
            head = _("This is the pack of {coder}. Before it is returned, look at this:")
            self.about.setText("\n".join([head.format(coder=check.coder), *lines]))

    def show_plan(self, plan: MergePlan | None) -> None:
        """Show what a merge would do, to be agreed to; None for no plan."""
        if plan is None and self.plan.isVisible():
            self.merge.setFocus()  # before what has it goes, or it strays to the rail
        self.stands = plan is not None
        self.about.setHidden(plan is not None)
        self.plan.setVisible(plan is not None)
        self.plan.clear()
        if plan is not None:
            self.plan.show_plan(plan)
            (self.plan.agree if plan else self.plan.leave).setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Everything here takes its colours from the style sheet."""


def _lead_words() -> str:
    return _(
        "A pack is a study of its own for one coder: the transcripts, the codebook as it was "
        "frozen, this round, and nobody else’s work. Make the packs, send each coder theirs, and "
        "merge what comes back. Before anything is written you read what a merge would do; Undo "
        "takes all of it out again."
    )
