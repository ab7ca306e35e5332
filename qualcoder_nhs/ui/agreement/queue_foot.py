"""The foot of the queue: cause, what holds, because; every choice with its key."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.disputed import Queue, QueueItem
from qualcoder_nhs.ui.agreement.choice_button import ChoiceButton
from qualcoder_nhs.ui.agreement.queue_choice import QueueChoice
from qualcoder_nhs.ui.agreement.queue_words import CAUSES, Names, all_words
from qualcoder_nhs.ui.look.fonts import Size, grown, transcript_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import label, wrapped

_NOTE = N_(
    "The independent codings stay as they are. Agreement is computed on them; "
    "excerpts and counts use the settled ones."
)
_NARROW, _GAP = 640, 8
"""Under so many pixels headings stand above what they are about; and what is between buttons."""


class QueueFoot(QWidget):
    """Holds what is chosen. The signals say what is wished with it."""

    settle_wanted = Signal()
    put_off_wanted = Signal()
    other_wanted = Signal()
    definitions_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.choice = QueueChoice()
        self._queue: Queue | None = None
        self._item: QueueItem | None = None
        self._names: Names | None = None
        self.because = QLineEdit()
        self.because.setAccessibleName(_("Because"))
        self.because.setPlaceholderText(_("Why, in the words the methods section will need"))
        self.because.setFont(transcript_font(15, theme.face))
        self._make_actions()
        self._buttons = [ChoiceButton(theme, act) for act in (*self.causes, *self.choices)]
        self._lay_out()
        self.set_enabled(enabled=False)

    def _make_actions(self) -> None:
        self.causes = [
            self._action(_(words), str(number), partial(self._take_cause, cause))
            for number, (cause, words) in enumerate(CAUSES, 1)
        ]
        self.first = self._action(_("First"), "Left", self._take_first)
        self.second = self._action(_("Second"), "Right", self._take_second)
        self.all = self._action(_("Both"), "Up", partial(self._take, Choice.ALL))
        self.neither = self._action(_("Neither"), "Down", partial(self._take, Choice.NEITHER))
        self.other = self._action(_("Another code …"), "/", self._ask_other)
        self.choices = [self.first, self.second, self.all, self.neither, self.other]
        self.put_off = self._action(_("Put off"), "L", self.put_off_wanted.emit)
        self.define = self._action(_("Edit definitions"), "M", self.definitions_wanted.emit)
        self.why = self._action(_("Because"), "B", self.because.setFocus)
        self.settle = self._action(_("Settle and next"), "Return", self.settle_wanted.emit)
        self.settle.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        for action in (*self.causes, *self.choices):
            action.setCheckable(True)

    def _action(self, words: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        return action

    @property
    def actions_of_page(self) -> list[QAction]:
        """All of them, for the page: their keys act wherever in it the keys go."""
        return [
            *self.causes,
            *self.choices,
            self.put_off,
            self.define,
            self.why,
            self.settle,
        ]

    # ── laying out ───────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        on_ground(self, "side", "top")
        count = len(self.causes)
        self._put_off = KeyButton(self._theme, self.put_off)
        self._define = KeyButton(self._theme, self.define, "", "notebook-pen")
        self._settle = KeyButton(self._theme, self.settle, "primary")
        self._headings = [
            label(words, Size.SMALL_LABEL, "second")
            for words in (_("Cause"), _("Settle as"), _("Because"))
        ]
        self._parts = (_flowing(self._buttons[:count]), _flowing(self._buttons[count:]))
        self._ends = QWidget()
        ends = Flow(self._ends, _GAP)
        ends.addWidget(self._define)
        ends.addWidget(self._settle)
        self.note = wrapped(_(_NOTE), Size.SMALL, "second")
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._narrow = False
        self._place()

    def _place(self) -> None:
        """Each row behind its heading; where it is narrow, below it."""
        grid, narrow = self._grid, self._narrow
        while grid.takeAt(0) is not None:
            pass
        edge = 16 if narrow else 28
        abreast = self._define.sizeHint().width() + _GAP + self._settle.sizeHint().width()
        self._ends.setMinimumWidth(0 if narrow else abreast)
        grid.setContentsMargins(edge, 12, edge, 12)
        grid.setColumnMinimumWidth(0, 0 if narrow else 72)
        for at, heading in enumerate(self._headings):
            grid.addWidget(heading, 2 * at if narrow else at, 0)
        causes, choices = self._parts
        right = Qt.AlignmentFlag.AlignRight
        if narrow:
            for at, part in enumerate((causes, choices, self.because)):
                grid.addWidget(part, 2 * at + 1, 0, 1, 3)
            grid.addWidget(self._put_off, 2, 2, right)
            grid.addWidget(self._ends, 6, 0, 1, 3)
        else:
            grid.addWidget(causes, 0, 1, 1, 2)
            grid.addWidget(choices, 1, 1)
            grid.addWidget(self._put_off, 1, 2, right)
            grid.addWidget(self.because, 2, 1)
            grid.addWidget(self._ends, 2, 2)
        grid.addWidget(self.note, 7, 0 if narrow else 1, 1, 3 if narrow else 2)

    def height_at(self, width: int) -> int:
        """How high it asks to be at a width."""
        self._arrange(width)
        return self._grid.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        narrow = width < grown(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_item(self, queue: Queue, item: QueueItem, names: Names, choice: QueueChoice) -> None:
        """Be about one disagreement, with this chosen so far."""
        self._queue, self._item, self._names = queue, item, names
        coders = [names.of(side.coder.id) for side in item.sides]
        self.first.setText(_("{coder}’s").format(coder=coders[0]))
        self.all.setText(all_words(item.sides).capitalize())
        self.because.setText(choice.reason)
        self.because.setCursorPosition(0)
        self._show(choice)

    def say(self, sentence: str) -> None:
        """Say this below; nothing in particular where there is nothing to say."""
        self.note.setText(sentence or _(_NOTE))

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether anything can be decided."""
        for action in self.actions_of_page:
            action.setEnabled(enabled)
        self.because.setEnabled(enabled)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for choice in self._buttons:
            choice.set_theme(theme)
        for keyed in (self._put_off, self._define, self._settle):
            keyed.set_theme(theme)

    def take_code(self, code: CodeId) -> None:
        """Another code was found that is to hold."""
        self._show(self.choice.of_code(code))

    # ── what is chosen ───────────────────────────────────────────────────────────────────────

    @property
    def chosen(self) -> QueueChoice:
        """All that was chosen, with the words as they stand in the field."""
        return replace(self.choice, reason=self.because.text().strip())

    def _take_cause(self, cause: Cause) -> None:
        self._show(replace(self.choice, cause=cause))

    def _take(self, choice: Choice) -> None:
        self._show(self.choice.of_all(choice))

    def _ask_other(self) -> None:
        """Nothing is chosen before a code was found."""
        self._show(self.choice)
        self.other_wanted.emit()

    def _take_first(self) -> None:
        if self._item is not None:
            self._show(self.choice.of_coder(self._item.sides[0].coder.id))

    def _take_second(self) -> None:
        if self._item is not None:
            self._show(self.choice.beyond(self._item))

    def _show(self, choice: QueueChoice) -> None:
        """Show what is chosen; the second coder's button names whom it is about."""
        self.choice = choice
        for action, (cause, _words) in zip(self.causes, CAUSES, strict=True):
            action.setChecked(choice.cause is cause)
        if self._item is not None and self._queue is not None and self._names is not None:
            self._show_choices(self._queue, self._item, self._names)
        for one in self._buttons:
            one.follow()

    def _show_choices(self, queue: Queue, item: QueueItem, names: Names) -> None:
        made, coders = self.choice, [side.coder.id for side in item.sides]
        mine = made.coder if made.choice is Choice.CODER else None
        other = mine if mine in coders[1:] else coders[1]
        self.second.setText(_("{coder}’s").format(coder=names.of(other)))
        self.first.setChecked(mine == coders[0])
        self.second.setChecked(mine in coders[1:])
        self.all.setChecked(made.choice is Choice.ALL)
        self.neither.setChecked(made.choice is Choice.NEITHER)
        self.other.setChecked(made.choice is Choice.OTHER)
        named = queue.codebook.by_id.get(made.code) if made.code else None
        self.other.setText(named.name if named else _("Another code …"))


def _flowing(buttons: list[ChoiceButton]) -> QWidget:
    whole = QWidget()
    row = Flow(whole, _GAP)
    for one in buttons:
        row.addWidget(one)
    return whole
