"""The recode queue: what was coded under old words, to be kept or given another code."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent

from qualcoder_nhs.actions.recoding import KeepCodings, Recode
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.queries.recoding import Outdated, RecodeQueue, Reworded, recode_queue
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.coding_queue import CodingQueue
from qualcoder_nhs.ui.widgets.labels import opened, opened_label, wrapped
from qualcoder_nhs.ui.working.live import Live

_FIELDS = {
    "definition": N_("Definition"),
    "use": N_("Use"),
    "do_not_use": N_("Do not use"),
    "example": N_("Example"),
}


class RecodePage(CodingQueue[Outdated], RoundPage):
    """All of the study, whatever round is chosen: a code means the same everywhere.

    `code_wanted` asks for another code, which comes back through `take_code`.
    """

    code_wanted = Signal()

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__(theme)
        self._live = live
        self.nothing = _("Nothing to look at again.")
        self.keep = self.key_action(_("Still holds"), "Return", self._keep)
        self.other = self.key_action(_("Another code …"), "/", self._ask_code)
        self.was, self.now = opened_label("", ""), opened_label("", "")
        self.fixed = wrapped("", Size.SMALL, "second")
        controls = (self.open, self.other)
        self.lay_out(
            _("Coded under old words"),
            _("Codings to look at again"),
            (*map(self.key_button, controls), self.key_button(self.keep, "primary")),
            (self.was, self.now, self.fixed),
        )
        self._look(QModelIndex())

    # ── asking and showing ───────────────────────────────────────────────────────────────────

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        del desk, board
        if self.isVisible():
            self._live.ask(self._show, self, recode_queue)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._live.ask(self._show, self, recode_queue)

    def _show(self, queue: RecodeQueue) -> None:
        told = ngettext(
            "{n} coding was made when its code said something else.",
            "{n} codings were made when their code said something else.",
            len(queue.waiting),
        )
        done = _("{n} looked at since.").format(n=queue.looked_at) if queue.looked_at else ""
        self.header.say(f"{told} {done}".strip())
        self.put(queue.waiting)

    def look(self, one: Outdated | None) -> None:
        writable = self._live.study.writable
        self.keep.setEnabled(one is not None and writable)
        self.other.setEnabled(one is not None and writable and not one.fixed)
        self.was.setText(_card(one, _("{field} said:"), lambda words: words.was))
        self.now.setText(_card(one, _("{field} says:"), lambda words: words.now))
        frozen = _("This round has ended: its coding stays, whatever you say of it here.")
        self.fixed.setText(frozen if one and one.fixed else "")

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def _keep(self) -> None:
        if self.current is not None:
            self._live.run(KeepCodings((self.current.excerpt.coding.id,)))

    def _ask_code(self) -> None:
        self.code_wanted.emit()

    def take_code(self, code: CodeId) -> None:
        """Give the coding that is looked at another code."""
        if self.current is not None:
            self._live.run(Recode(self.current.excerpt.coding.id, code))


def _card(one: Outdated | None, heading: str, words: Callable[[Reworded], str]) -> str:
    """The fields that have changed, a line each, with what they said or say."""
    lines = (
        opened(heading.format(field=_(_FIELDS[each.field])), words(each) or _("nothing"))
        for each in (one.words if one else ())
    )
    return "<br>".join(lines)
