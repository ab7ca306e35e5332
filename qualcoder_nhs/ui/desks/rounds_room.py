"""Hosts the Agreement desk of a study: asks for its rounds, and does what is wished of them."""

from PySide6.QtWidgets import QInputDialog

from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound, RenameRound
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import OnlyTheLeadMerges
from qualcoder_nhs.domain.ids import RoundId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import StudyNote
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.disputed import Sought
from qualcoder_nhs.queries.round_desk import RoundDesk, RoundMaterial, round_desk, round_material
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui import alerts
from qualcoder_nhs.ui.agreement.board_page import BoardPage
from qualcoder_nhs.ui.agreement.desk import AgreementDesk, lead_words
from qualcoder_nhs.ui.agreement.put_away import PutAway
from qualcoder_nhs.ui.agreement.queue_page import QueuePage
from qualcoder_nhs.ui.agreement.recode_page import RecodePage
from qualcoder_nhs.ui.agreement.report.page import ReportPage
from qualcoder_nhs.ui.agreement.round_form import RoundForm
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.desks.finishing import Finishing
from qualcoder_nhs.ui.desks.packs_room import PacksRoom
from qualcoder_nhs.ui.desks.settling_desk import SettlingDesk
from qualcoder_nhs.ui.file_asking import Then, ask_to_save
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.side_list import PageEntry


class RoundsRoom(DeskRoom):
    """Asks for the rounds when something changed and the desk is seen."""

    page: AgreementDesk

    def __init__(self, around: Around) -> None:
        live, theme = around.live, around.theme
        super().__init__(AgreementDesk(theme, writable=live.study.writable), around)
        self._live, self._layers, self._window = live, around.layers, around.window
        self.desk = self.page
        self.finishing = Finishing(live, around.layers, around.window)
        self.board, self.form = BoardPage(live, theme), RoundForm()
        self.desk.add_page(PageEntry("board", _("Progress"), "grid-3x3"), self.board)
        self.report = ReportPage(theme, self._ask_where)
        self.reported = PutAway(self.report)
        self.desk.add_page(PageEntry("report", _("Report"), "scale"), self.reported)
        self.report.attach(live)
        self._add_settling(theme)
        self.packs = PacksRoom(live, around.window)
        self.desk.add_page(PageEntry("packs", _("Packs"), "folder-open"), self.packs.page)
        self.desk.hold_form(self.form)
        self._stale = True
        self._connect()
        self.refresh()

    def _add_settling(self, theme: Theme) -> None:
        self.queue, self.recode = QueuePage(self._live, theme), RecodePage(self._live, theme)
        self.desk.add_page(PageEntry("queue", _("Disagreements"), "split"), self.queue)
        entry = PageEntry("recode", _("Coded under old words"), "history")
        self.desk.add_page(entry, self.recode)
        self.settling = SettlingDesk(self._live, self.queue, self.recode, self._window)
        self.queue.left.connect(lambda: self.desk.show_page("board"))
        self.queue.said.connect(self.said)
        self.queue.jump.connect(self._open_in_text)
        self.recode.jump.connect(self.jump)

    def _connect(self) -> None:
        self.desk.shown.connect(self._catch_up)
        self.desk.new_wanted.connect(self.ask_for_round)
        self.form.begun.connect(self._begin)
        self.form.left.connect(self.desk.leave_form)
        self.report.said.connect(self.said)
        self.report.jump.connect(self._look_at)
        self.report.queue_wanted.connect(self._settle)
        self.packs.said.connect(self.said)
        self.packs.planned.connect(lambda: self.desk.show_page("packs"))
        self.packs.over.connect(self.desk.show_whether_empty)
        self.finishing.said.connect(self.said)
        self.finishing.jump.connect(self.jump)
        board = self.board
        board.code_wanted.connect(self._code)
        board.finish_wanted.connect(lambda one: self.finishing.ask(one, self._layer))
        board.reopen_wanted.connect(lambda one: self.finishing.reopen(one, self._layer))
        board.open_wanted.connect(self._ask_to_open)
        board.end_wanted.connect(self._ask_to_end)
        board.rename_wanted.connect(self._ask_for_name)
        board.packs_wanted.connect(self.make_packs)

    # ── following ────────────────────────────────────────────────────────────────────────────

    def follow(self, changes: Changes) -> None:
        self._stale = True
        self._catch_up()
        self.report.refresh(changes)

    def _catch_up(self) -> None:
        if self._stale and self.desk.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Ask anew."""
        self._stale = False
        self._live.ask(self._take_stance, self, Reader.study)
        self._live.ask(self._show, self, round_desk, self._live.coder)

    def _take_stance(self, study: StudyNote) -> None:
        self.reported.put_away(on=study.stance.puts_figures_away)

    def coder_changed(self) -> None:
        self.refresh()

    def _show(self, desk: RoundDesk) -> None:
        self.desk.show_desk(desk)
        self.packs.follow()

    def set_theme(self, theme: Theme) -> None:
        self.desk.set_theme(theme)

    def set_preferences(self, now: Settings) -> None:
        self.queue.set_letter_keys(on=now.letters)

    def run(self, command: str) -> bool:
        """`begin` a round, make its `packs`, `merge` a file; `right` shows what the report has."""
        if command == "right" and self.report.isVisible():
            self.report.turn_passages()
            return True
        known = {"begin": self.ask_for_round, "packs": self.make_packs, "merge": self.merge}
        if command in known:
            known[command]()
        return command in known

    # ── a new round ──────────────────────────────────────────────────────────────────────────

    def ask_for_round(self) -> None:
        """Show the form for a new round, to whoever leads."""
        known = self.desk.desk
        if known is not None and not known.leads:
            self.said.emit(lead_words(known.lead))
            return

        def show(material: RoundMaterial) -> None:
            self.form.offer(material)
            self.desk.show_form()

        self._live.ask(show, self, round_material)

    def _begin(self, wanted: NewRound) -> None:
        def begun(one: RoundId) -> None:
            self._live.ask(lambda desk: show(desk, one), self, round_desk, self._live.coder)

        def show(desk: RoundDesk, one: RoundId) -> None:
            self.desk.show_desk(desk)
            self.desk.choose(one)
            self.desk.leave_form()
            told = _("“{name}” has begun. Its codebook is frozen, and what was said stays.")
            self.said.emit(told.format(name=wanted.name))

        self._live.run(wanted, begun, self)

    # ── packs ────────────────────────────────────────────────────────────────────────────────

    def make_packs(self) -> None:
        """Ask where the packs of the round go; or say why there are none to make."""
        if self._refused_packs():
            return
        board = self._board
        if board is None:
            self.said.emit(_("Packs are made of a round; start one first."))
        elif board.round.frozen:
            told = _("“{name}” has ended: packs are made of a round that is running.")
            self.said.emit(told.format(name=board.round.name))
        else:
            self.packs.ask_for_folder()

    def merge(self) -> None:
        """Ask for a file to be merged, which is the lead’s to do."""
        if not self._refused_packs():
            self.packs.ask_for_pack()

    def _refused_packs(self) -> bool:
        """Say it to whoever does not lead."""
        known = self.desk.desk
        if known is None or known.leads:
            return False
        self.said.emit(str(OnlyTheLeadMerges(lead=known.lead)))
        return True

    # ── coding ───────────────────────────────────────────────────────────────────────────────

    @property
    def _board(self) -> RoundBoard | None:
        return self.desk.board

    @property
    def _layer(self) -> str:
        """The layer of the round on the board."""
        return self._board.round.layer if self._board else self._live.layer

    def _code(self, transcript: TranscriptId) -> None:
        self._layers.choose(self._layer)
        self.jump.emit(transcript, None)

    def _open_in_text(self, transcript: TranscriptId, span: Span) -> None:
        self._layers.choose(self._layer)
        self.jump.emit(transcript, span)

    def _look_at(self, transcript: TranscriptId, span: Span) -> None:
        """Go to a passage of the report, with the round's codings in view."""
        self.finishing.look(transcript, self._layer, span)

    def _settle(self, sought: Sought) -> None:
        """Go to a passage of the report in the queue of the round."""
        self.queue.seek(sought)
        self.desk.show_page("queue")

    def _ask_where(self, name: str, kinds: str, then: Then) -> None:
        file = self._live.study.path.parent / name.replace("/", "-")
        ask_to_save(self._window, _("Save as"), file, kinds, then)

    # ── what the lead does ───────────────────────────────────────────────────────────────────

    def _ask_to_open(self) -> None:
        board = self._board
        if board is None:
            return
        alerts.ask(
            self._window,
            _("Open “{name}”?").format(name=board.round.name),
            _(
                "Everybody sees all of its codings from then on, and nothing in it can be changed. "
                "What was seen cannot be unseen: this cannot be undone."
            )
            + left_out_words(board),
            _("Open the round"),
            lambda: self._run(OpenRound(board.round.id), _("Everybody sees its codings now.")),
        )

    def _ask_to_end(self) -> None:
        board = self._board
        if board is None:
            return
        alerts.ask(
            self._window,
            _("End “{name}”?").format(name=board.round.name),
            _("Its codings stay as they are from then on.") + left_out_words(board),
            _("End the round"),
            lambda: self._run(EndRound(board.round.id), _("The round has ended.")),
        )

    def _ask_for_name(self) -> None:
        board = self._board
        if board is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_("Rename the round"))
        dialog.setLabelText(_("Name"))
        dialog.setTextValue(board.round.name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.textValueSelected.connect(
            lambda name: self._live.run(RenameRound(board.round.id, " ".join(name.split())))
        )
        dialog.open()

    def _run(self, action: OpenRound | EndRound, told: str) -> None:
        self._live.run(action, lambda _done: self.said.emit(told), self)


def left_out_words(board: RoundBoard) -> str:
    """What would not be compared, since its coder has not said that it is done."""
    names = {coder.id: coder.name for coder in board.coders}
    left = [
        f"{names[cell.coder]}, {board.transcripts[cell.transcript]}" for cell in board.unfinished()
    ]
    if not left:
        return ""
    return "\n\n" + _("Not finished, and so left out of any comparison: {left}.").format(
        left="; ".join(left)
    )
