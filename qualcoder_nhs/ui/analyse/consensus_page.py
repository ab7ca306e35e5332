"""The page of the consensus matrix: propositions above it, positions set in it, turns beside it."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.corrections import SetPosition, SetShape, TakeBack
from qualcoder_nhs.actions.propositions import (
    AddProposition,
    ChangeProposition,
    RemoveProposition,
    Unvoice,
    Voice,
)
from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.domain.consensus import Position, Proposition, Shape
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.analyse.body import Body, TableBody
from qualcoder_nhs.ui.analyse.consensus_view import LEGEND, ConsensusView
from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.lacking import PROPOSE
from qualcoder_nhs.ui.analyse.option_row import OptionRow
from qualcoder_nhs.ui.analyse.proposition_form import Proposed, PropositionForm
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.working.live import Live


class ConsensusBody(TableBody):
    """The matrix."""

    def __init__(self, theme: Theme, title: str) -> None:
        self.matrix = ConsensusView(theme, title)
        super().__init__(theme, self.matrix)
        self.legend = _(LEGEND)


def consensus_body(theme: Theme, title: str) -> Body:
    """The matrix in the middle of its page."""
    return ConsensusBody(theme, title)


class ConsensusPage(CountedPage):
    """`wanted` bears an action on propositions, voicings or corrections."""

    wanted = Signal(object)

    def __init__(
        self, theme: Theme, live: Live, report: CountedReport, body: Body, row: OptionRow
    ) -> None:
        super().__init__(theme, live, report, body, row)
        self.matrix = cast("ConsensusBody", body).matrix
        self.form: PropositionForm | None = None
        self._bar = self._made_bar()
        self.matrix.positioned.connect(self._set_position)

    def _made_bar(self) -> QWidget:
        """Buttons for propositions below the options, keys for voicings above the turns."""
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        acts: list[tuple[str, str, Callable[[], None]]] = [
            (_("Add proposition…"), "N", self.add),
            (_("Change proposition…"), "E", self.change),
            (_("Remove proposition"), "", self.remove),
            (_("Set shape…"), "S", self.choose_shape),
        ]
        for words, key, act in acts:
            made = self._key_action(words, key, act, self.matrix)
            shown = KeyButton(self._theme, made)
            self.buttons.append(shown)
            line.addWidget(shown)
        line.addStretch(1)
        self.column.insertWidget(3, bar)
        self._made_voicing()
        return bar

    def _made_voicing(self) -> None:
        self._key_action(_("Voices it"), "V", lambda: self._voice(holds=True), self.pane.list)
        self._key_action(
            _("Says the opposite"), "Shift+V", lambda: self._voice(holds=False), self.pane.list
        )
        self._key_action(_("No voicing"), "Del", self._unvoice, self.pane.list)
        hints = (
            (_("Voices it"), "V"),
            (_("Says the opposite"), "Shift+V"),
            (_("Neither"), "Del"),
        )
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 12, 0)
        row.addWidget(key_hints(*hints))
        row.addStretch(1)
        self.pane.column.insertLayout(self.pane.column.count() - 1, row)

    def _key_action(self, words: str, key: str, act: Callable[[], None], owner: QWidget) -> QAction:
        made = QAction(words, self)
        if key:
            made.setShortcut(key)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(act)
        owner.addAction(made)
        return made

    def take_step(self, command: str) -> None:
        if command == PROPOSE:
            self.add()
        else:
            super().take_step(command)

    def _tell_pane(self) -> None:
        super()._tell_pane()
        entry = self.matrix.table.entry(self.matrix.currentIndex())
        if entry is not None and self.matrix.person is not None:
            name = self.matrix.table.row(self.matrix.currentIndex()).name
            head = self.matrix.table.head(self.matrix.currentIndex()).title
            self.pane.title.setText(f"{name} {head}: {entry.words}")
            self.pane.among.setText(entry.told)
            self.pane.more.setText("")

    # ── by hand ──────────────────────────────────────────────────────────────────────────────

    def _set_position(self, position: Position | None) -> None:
        about, room, person = self.matrix.proposition, self.matrix.room, self.matrix.person
        if about is None or room is None:
            return
        if self.matrix.on_shape and position is None:
            self.wanted.emit(TakeBack(about, room))
        elif person is not None and position is None:
            self.wanted.emit(TakeBack(about, room, person))
        elif person is not None and position is not None:
            self.wanted.emit(SetPosition(about, room, person, position))

    def choose_shape(self) -> None:
        """Offer the shapes for the group one is at."""
        about, room = self.matrix.proposition, self.matrix.room
        if about is None or room is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for shape in Shape:
            action = SetShape(about, room, shape.value)
            menu.addAction(shape.words).triggered.connect(
                lambda _on, one=action: self.wanted.emit(one)
            )
        menu.addSeparator()
        back = menu.addAction(_("By the rule again"))
        back.triggered.connect(lambda: self.wanted.emit(TakeBack(about, room)))
        menu.popup(QCursor.pos())

    def _voice(self, *, holds: bool) -> None:
        found, about = self.pane.list.current, self.matrix.proposition
        if found is not None and about is not None:
            self.wanted.emit(Voice(about, found.transcript, found.said[0].turn, holds))

    def _unvoice(self) -> None:
        found, about = self.pane.list.current, self.matrix.proposition
        if found is not None and about is not None:
            self.wanted.emit(Unvoice(about, found.transcript, found.said[0].turn))

    # ── propositions ─────────────────────────────────────────────────────────────────────────

    def add(self) -> None:
        """Write another one, about the question that is looked at."""
        name = self.options.said.get("question")
        asked = self.choices.questions if self.choices else ()
        question = next((one.id for one in asked if one.name == name), None)
        self._write(Proposed(question), self._add)

    def _add(self, made: Proposed) -> None:
        self.wanted.emit(
            AddProposition(made.question, made.text, made.codes_for, made.codes_against)
        )

    def change(self) -> None:
        """Write the one anew that one is at."""
        if (about := self.matrix.proposition) is not None:
            self._live.ask(self._change, self, Reader.proposition, about)

    def _change(self, old: Proposition) -> None:
        def then(made: Proposed) -> None:
            sides = made.codes_for, made.codes_against
            action: Action[None] = ChangeProposition(old.id, made.question, made.text, *sides)
            self.wanted.emit(action)

        self._write(Proposed(old.question, old.text, old.codes_for, old.codes_against), then)

    def remove(self) -> None:
        """Remove the one that one is at; Undo brings it back."""
        if (about := self.matrix.proposition) is not None:
            self.wanted.emit(RemoveProposition(about))

    def _write(self, before: Proposed, then: Callable[[Proposed], None]) -> None:
        if self.choices is not None:
            self.form = PropositionForm(self._theme, self.choices, before, then, self)
            self.form.open()
