"""A queue of codings to give another code: what waits on holding codes, or on one being split."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from qualcoder_nhs.actions.codebook import ArchiveCode
from qualcoder_nhs.actions.codings import ChangeCode
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.codework import AssignQueue, ToAssign
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.coding_queue import CodingQueue
from qualcoder_nhs.ui.widgets.labels import button, opened, opened_label

_MOST = 9


class AssignPage(CodingQueue[ToAssign]):
    """`action_wanted` bears an action; `left` says Esc."""

    action_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__(theme)
        self._writable = writable
        self._queue: AssignQueue | None = None
        self._split: Code | None = None
        self.nothing = _("Nothing waits here.")
        self.other = self.key_action(_("Another code …"), "/", self._ask_code)
        self.leave = self.key_action(_("Back to the text"), "Esc", self.left.emit)
        self.definition = opened_label("", "")
        self.archive = button(_("Archive it"))
        self.archive.clicked.connect(self._put_away)
        self.targets = [
            self.key_action("", str(number), self._giving(number - 1))
            for number in range(1, _MOST + 1)
        ]
        self._given = [self.key_button(one) for one in self.targets]
        self.lay_out(
            "",
            _("Codings to give another code"),
            map(self.key_button, (self.leave, self.open, self.other)),
            (self.definition,),
            (*self._given, self.archive),
        )

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_queue(self, queue: AssignQueue, split: Code | None = None) -> None:
        """Show what waits; `split` is the code it is about where one is being split."""
        self._queue, self._split = queue, split
        self.header.title.setText(
            _("Split “{code}”").format(code=split.name) if split else _("Codings to refine")
        )
        self.header.say(said(queue, split))
        self.put(queue.waiting)

    def look(self, one: ToAssign | None) -> None:
        self.other.setEnabled(one is not None and self._writable)
        code = one.excerpt.code if one else None
        self.definition.setText(
            opened(_("{code}:").format(code=code.name), code.definition) if code else ""
        )
        targets = one.targets if one else ()
        for place, (action, shown) in enumerate(zip(self.targets, self._given, strict=True)):
            there = place < len(targets)
            action.setEnabled(there and self._writable)
            action.setText(targets[place].name if there else "")
            shown.setToolTip(targets[place].definition if there else "")
            shown.setVisible(there)
        empty = self._queue is not None and not self._queue.waiting
        away = self._split is None or self._split.archived
        self.archive.setVisible(empty and self._writable and not away)

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def _giving(self, place: int) -> Callable[[], None]:
        def give() -> None:
            one = self.current
            if one is not None and place < len(one.targets):
                self._give(one.targets[place].id)

        return give

    def _give(self, code: CodeId | None) -> None:
        one = self.current
        if one is not None and code is not None:
            self.action_wanted.emit(ChangeCode(one.excerpt.coding.id, code))

    def _ask_code(self) -> None:
        one, queue = self.current, self._queue
        if one is None or queue is None:
            return
        offered = [each for each in queue.codebook.walk() if _fits(each)]
        question = _("Give it which code?")
        then: Any = self._give
        ChooseCode(question, queue.codebook, offered, then, self.window()).open()

    def _put_away(self) -> None:
        if self._split is not None:
            self.action_wanted.emit(ArchiveCode(self._split.id))


def said(queue: AssignQueue, split: Code | None) -> str:
    """How much waits, and what stays."""
    waiting = len(queue.waiting)
    if split is None:
        told = ngettext(
            "{n} coding waits on a code that holds until one beneath it is chosen.",
            "{n} codings wait on codes that hold until one beneath them is chosen.",
            waiting,
        )
    else:
        told = ngettext("{n} coding is to be given.", "{n} codings are to be given.", waiting)
    fixed = ngettext(
        "{n} of an ended round or settled stays as it is.",
        "{n} of ended rounds or settled stay as they are.",
        queue.fixed,
    )
    return f"{told} {fixed}" if queue.fixed else told


def _fits(code: Code) -> bool:
    return code.applicable.value != "no" and not code.archived
