"""The three analytic stances to choose from, each with what it changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.widgets.labels import wrapped

_INDENT, _LINES = 24, 3


class StanceChoice(QWidget):
    """`chosen` bears the stance that somebody picks.

    A `brief` one says what the chosen stance changes, once and at the foot, instead of each.
    """

    chosen = Signal(object)

    def __init__(self, *, brief: bool = False) -> None:
        super().__init__()
        self._group, self._brief = QButtonGroup(self), brief
        self._told = wrapped("", Size.SMALL, "second")
        self._told.setParent(self)
        self._told.setVisible(brief)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for at, stance in enumerate(Stance):
            column.addWidget(self._choice(at, stance))
            if not brief:
                told = wrapped(_(stance.changes), Size.SMALL, "second")
                told.setContentsMargins(_INDENT, 0, 0, 4)
                column.addWidget(told)
        if brief:
            self._told.setMinimumHeight(_LINES * self._told.fontMetrics().lineSpacing())
            self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addWidget(self._told)
        self._group.idToggled.connect(lambda _at, _on: self._tell())
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda at: self.chosen.emit(list(Stance)[at]))

    def _choice(self, at: int, stance: Stance) -> QRadioButton:
        choice = QRadioButton(_(stance.words).capitalize())
        choice.setFont(chrome_font())
        choice.setAccessibleDescription(_(stance.changes))
        self._group.addButton(choice, at)
        return choice

    def _tell(self) -> None:
        if self._group.checkedId() >= 0:
            self._told.setText(_(self.stance.changes))

    @property
    def stance(self) -> Stance:
        """The one that is chosen."""
        return list(Stance)[self._group.checkedId()]

    def show_stance(self, stance: Stance) -> None:
        """Show another as chosen."""
        self._group.button(list(Stance).index(stance)).setChecked(True)
