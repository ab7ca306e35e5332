"""What is compared, and how: unit, moderator, own or rolled up, coders and transcripts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QCheckBox, QWidget

from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.ui.agreement.report.tick_menu import TickMenu
from qualcoder_nhs.ui.agreement.report.wording import UNITS
from qualcoder_nhs.ui.look.fonts import chrome_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.key_button import MenuButton

CARRIES = {
    Carries.ANY: N_("any of it"),
    Carries.HALF: N_("at least half"),
    Carries.WORD: N_("a whole word"),
}
"""How much of a turn or sentence has to be coded for it to have the code."""


@dataclass(frozen=True)
class Choices:
    """Who and what can be compared."""

    coders: Sequence[str]
    transcripts: Sequence[str]


class Switches(QWidget):
    """`wanted` when something else is to be counted, `turned` when only the rows are others."""

    wanted = Signal()
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.unit = MenuButton(theme)
        self.coders = TickMenu(theme, _("Coders"), least=2)
        self.transcripts = TickMenu(theme, _("Transcripts"))
        self.moderator = _check(_("Moderator"))
        self.moderator.setToolTip(_("Count what moderators and note-takers say, too."))
        self.rolled_up = _check(_("Rolled up"))
        self.rolled_up.setChecked(True)
        self.rolled_up.setToolTip(
            _("A code carries all that is given to codes below it; counted anew, never averaged.")
        )
        self._unit: Unit | None = None
        self._counted = Unit.CHARACTER
        self._offer_units()
        row = Flow(self, 8)
        for part in (self.unit, self.coders, self.transcripts, self.rolled_up, self.moderator):
            row.addWidget(part)
        self.coders.ticked.connect(self.wanted)
        self.transcripts.ticked.connect(self.wanted)
        self.moderator.toggled.connect(lambda _on: self.wanted.emit())
        self.rules.triggered.connect(self._recount)
        self.blanks.triggered.connect(self._recount)
        self.rolled_up.toggled.connect(lambda _on: self.turned.emit())
        self.show_unit(Unit.CHARACTER)

    def _offer_units(self) -> None:
        """The units, when one has a code, and whether white space is counted, in one menu."""
        menu = self.unit.choices
        for unit in Unit:
            action = menu.addAction(_(UNITS[unit]))
            action.triggered.connect(lambda _on=False, one=unit: self._choose(one))
        menu.addSeparator()
        self.rules = QActionGroup(self)
        for rule, words in CARRIES.items():
            action = menu.addAction(_("coded: {rule}").format(rule=_(words)))
            action.setCheckable(True)
            action.setData(rule.value)
            self.rules.addAction(action)
        menu.addSeparator()
        self.blanks = menu.addAction(_("White space counts"))
        self.blanks.setCheckable(True)
        self._forget()

    def _forget(self) -> None:
        """Count as is usual."""
        self._unit = None
        self.rules.actions()[0].setChecked(True)
        self.blanks.setChecked(True)

    @property
    def _carries(self) -> Carries:
        chosen = (Carries(one.data()) for one in self.rules.actions() if one.isChecked())
        return next(chosen, Carries.ANY)

    def _recount(self) -> None:
        self.show_unit(self._counted)
        self.wanted.emit()

    def _choose(self, unit: Unit) -> None:
        if unit is not self._counted:
            self._unit = unit
            self.show_unit(unit)
            self.wanted.emit()

    def show_unit(self, unit: Unit) -> None:
        """What is counted: what was chosen, or what the round declared."""
        self._counted = unit
        self.rules.setEnabled(unit is not Unit.CHARACTER)
        told = [_("In {units}").format(units=_(UNITS[unit]))]
        if unit is not Unit.CHARACTER and self._carries is not Carries.ANY:
            told.append(_(CARRIES[self._carries]))
        if not self.blanks.isChecked():
            told.append(_("no white space"))
        self.unit.set_words(", ".join(told))

    def begin(self) -> None:
        """Another round: all of it, as it was declared."""
        self._forget()
        self.coders.offer((), ())
        self.transcripts.offer((), ())

    def offer(self, choices: Choices) -> None:
        """Offer who and what takes part; what was ticked stays so."""
        for menu, names in ((self.coders, choices.coders), (self.transcripts, choices.transcripts)):
            known = {str(one.data()) for one in menu.choices.actions()}
            if known != set(names):
                menu.offer([(name, name) for name in names], names)

    def wish(self, of: AgreementWish) -> AgreementWish:
        """The wish with what is switched; naming nobody means all."""
        return replace(
            of,
            unit=self._unit,
            carries=self._carries,
            blanks=self.blanks.isChecked(),
            moderator=self.moderator.isChecked(),
            coders=() if self.coders.is_all else self.coders.chosen,
            transcripts=() if self.transcripts.is_all else self.transcripts.chosen,
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.unit, self.coders, self.transcripts):
            part.set_theme(theme)


def _check(words: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setFont(chrome_font())
    made.setAccessibleName(words)
    return made
