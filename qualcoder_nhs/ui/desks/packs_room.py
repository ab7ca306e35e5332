"""Hosts the page about packs: asks for files, has packs made and merged, says what was done."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.merge_pack import MergePack
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import There
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.pack_check import own_check
from qualcoder_nhs.tasks.packs import MakePacks, PlanAgain, PlanMerge, ReturnPack
from qualcoder_nhs.ui.agreement.merge_page import MergePage
from qualcoder_nhs.ui.file_asking import ask_for_folder, ask_to_open, ask_to_save
from qualcoder_nhs.ui.working.live import Live


class PacksRoom(QObject):
    """`said` bears a line for the status bar; `planned` and `over` tell of a plan to be read."""

    said = Signal(str)
    planned = Signal()
    over = Signal()

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window
        self.page = MergePage(writable=live.study.writable)
        self._there: There | None = None
        self.page.make_wanted.connect(self.ask_for_folder)
        self.page.merge_wanted.connect(self.ask_for_pack)
        self.page.return_wanted.connect(self._ask_where)
        self.page.agreed.connect(self._merge)
        self.page.left.connect(self._leave)
        self.page.joined.connect(self._plan_again)

    def follow(self) -> None:
        """Look again what is left to do, where this is a pack."""
        self._live.ask(self.page.show_own, self, own_check, self._live.coder)

    def _folder(self) -> Path:
        return self._live.study.path.parent

    # ── out ──────────────────────────────────────────────────────────────────────────────────

    def ask_for_folder(self) -> None:
        """Ask where the packs of the round go, and have them made there."""
        ask_for_folder(self._window, _("Where the packs go"), self._folder(), self.make)

    def make(self, folder: Path) -> None:
        """Have the packs of all coders of the round made in a folder."""
        board = self.page.board
        if board is not None:
            self._live.start(MakePacks(board.round.id, folder), self._made, self)

    def _made(self, made: tuple[Path, ...]) -> None:
        told = ngettext("{n} pack was made", "{n} packs were made", len(made))
        self.said.emit(f"{told}: {', '.join(path.name for path in made)}")

    def _ask_where(self) -> None:
        suggested = self._folder() / _("{name} returned.qnhs").format(
            name=self._live.study.path.stem
        )
        kinds = _("Packs (*.qnhs)")
        ask_to_save(self._window, _("Return the pack"), suggested, kinds, self.give_back)

    def give_back(self, out: Path) -> None:
        """Have the open pack written to be returned."""
        told = _("{name} is ready to be returned.").format(name=out.name)
        self._live.start(ReturnPack(out), lambda _packed: self.said.emit(told), self)

    # ── in ───────────────────────────────────────────────────────────────────────────────────

    def ask_for_pack(self) -> None:
        """Ask for a file, and show what merging it would do."""
        kinds = _("Packs and studies (*.qnhs)")
        ask_to_open(self._window, _("Merge a pack"), self._folder(), kinds, self.plan)

    def plan(self, path: Path) -> None:
        """Read a file and show what merging it would do."""
        self._live.start(PlanMerge(path), self._planned, self)

    def _planned(self, found: tuple[There, MergePlan]) -> None:
        self._there, plan = found
        self.page.show_plan(plan)
        self.planned.emit()

    def _plan_again(self, joins: frozenset[CoderId]) -> None:
        """A coder of the file was taken for one here, or is not any more."""
        if self._there is None:
            return

        def show(plan: MergePlan) -> None:
            if self.page.plan.joins == joins:
                self.page.plan.show_plan(plan)

        self._live.start(PlanAgain(self._there, joins), show, self)

    def _leave(self) -> None:
        self._there = None
        self.page.show_plan(None)
        self.over.emit()

    def _merge(self) -> None:
        if self._there is not None:
            self._live.run(MergePack(self._there, self.page.plan.joins), self._merged, self)

    def _merged(self, plan: MergePlan) -> None:
        self._leave()
        count = len(plan.codings.added)
        told = ngettext("{n} coding came in", "{n} codings came in", count)
        left = len(plan.conflicting) + len(plan.refused)
        out = ngettext(", {n} row stayed out", ", {n} rows stayed out", left) if left else ""
        self.said.emit(
            _("Merged {name}: {told}{out}. Undo takes all of it out again.").format(
                name=plan.name, told=told, out=out
            )
        )
