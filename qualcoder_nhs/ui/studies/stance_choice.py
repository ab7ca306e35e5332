"""The three analytic stances to choose from, each with what it changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.fonts import Size, chrome_font
from qualcoder_nhs.ui.labels import wrapped

_INDENT = 24


class StanceChoice(QWidget):
    """`chosen` bears the stance that somebody picks."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for at, stance in enumerate(Stance):
            choice = QRadioButton(_(stance.words).capitalize())
            choice.setFont(chrome_font())
            choice.setAccessibleDescription(_(stance.changes))
            self._group.addButton(choice, at)
            column.addWidget(choice)
            told = wrapped(_(stance.changes), Size.SMALL, "second")
            told.setContentsMargins(_INDENT, 0, 0, 4)
            column.addWidget(told)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda at: self.chosen.emit(list(Stance)[at]))

    @property
    def stance(self) -> Stance:
        """The one that is chosen."""
        return list(Stance)[self._group.checkedId()]

    def show_stance(self, stance: Stance) -> None:
        """Show another as chosen."""
        self._group.button(list(Stance).index(stance)).setChecked(True)
