"""A queue of codings to give another code: what waits on holding codes, or on one being split."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.actions.codebook import ArchiveCode
from qualcoder_nhs.actions.codings import ChangeCode
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.codework import AssignQueue, ToAssign
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.coding_rows import CodingModel, CodingRow, about_words
from qualcoder_nhs.ui.fonts import Size, transcript_font
from qualcoder_nhs.ui.grounds import on_ground
from qualcoder_nhs.ui.key_button import KeyButton
from qualcoder_nhs.ui.labels import button, label, opened, opened_label, wrapped
from qualcoder_nhs.ui.page_header import PageHeader
from qualcoder_nhs.ui.theme import Theme

_WIDTH, _MOST = 420, 9


class AssignPage(QWidget):
    """`action_wanted` bears an action, `jump` a transcript and a span; `left` says Esc."""

    action_wanted = Signal(object)
    jump = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        self._theme, self._writable = theme, writable
        self._queue: AssignQueue | None = None
        self._split: Code | None = None
        self.model = CodingModel[ToAssign](self)
        self.row = CodingRow(theme, self.model, self)
        self.list = QListView()
        self.open = self._action(_("Open in transcript"), "O", self._open)
        self.other = self._action(_("Another code …"), "/", self._ask_code)
        self.leave = self._action(_("Back to the text"), "Esc", self.left.emit)
        self._buttons = [KeyButton(theme, one) for one in (self.leave, self.open, self.other)]
        self.header = PageHeader("", *self._buttons)
        self.about, self.words = label("", Size.HEADING), wrapped("")
        self.definition = opened_label("", "")
        self.archive = button(_("Archive it"))
        self.targets = [
            self._action("", str(number), self._giving(number - 1))
            for number in range(1, _MOST + 1)
        ]
        self._given = [KeyButton(theme, one) for one in self.targets]
        self._lay_out()

    def _action(self, words: str, key: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.row)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("Codings to give another code"))
        self.list.selectionModel().currentChanged.connect(self._look)
        self.archive.clicked.connect(self._put_away)
        self.words.setFont(transcript_font(self._theme.text_pixels, self._theme.face))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for part in (self.about, self.words, self.definition):
            column.addWidget(part)
        column.addSpacing(8)
        for choice in (*self._given, self.archive):
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.list)
        panes.addWidget(right)
        panes.setSizes([_WIDTH, _WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(panes, 1)
        self.setFocusProxy(self.list)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_queue(self, queue: AssignQueue, split: Code | None = None) -> None:
        """Show what waits; `split` is the code it is about where one is being split."""
        row = max(0, self.list.currentIndex().row())
        self._queue, self._split = queue, split
        self.header.title.setText(
            _("Split “{code}”").format(code=split.name) if split else _("Codings to refine")
        )
        self.header.say(said(queue, split))
        self.model.put(queue.waiting)
        self.list.setCurrentIndex(self.model.index(min(row, len(queue.waiting) - 1)))
        self._look(self.list.currentIndex())

    @property
    def current(self) -> ToAssign | None:
        """The coding that is looked at."""
        return self.model.at(self.list.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        one = self.model.at(index)
        self.open.setEnabled(one is not None)
        self.other.setEnabled(one is not None and self._writable)
        self.about.setText(about_words(one) if one else "")
        self.words.setText(one.excerpt.words if one else _("Nothing waits here."))
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

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self.row.theme = theme
        self.words.setFont(transcript_font(theme.text_pixels, theme.face))
        self.list.viewport().update()
        for shown in (*self._buttons, *self._given):
            shown.set_theme(theme)

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

    def _open(self) -> None:
        if self.current is not None:
            coding = self.current.excerpt.coding
            self.jump.emit(coding.transcript, coding.span)

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
        "{n} of an ended round stays as it is.",
        "{n} of ended rounds stay as they are.",
        queue.fixed,
    )
    return f"{told} {fixed}" if queue.fixed else told


def _fits(code: Code) -> bool:
    return code.applicable.value != "no" and not code.archived
