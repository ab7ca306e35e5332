"""The sections of one small table each, under a line that says what it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.sheet import Sheet
from qualcoder_nhs.ui.agreement.report.sheet_view import SheetView
from qualcoder_nhs.ui.agreement.report.sheets import (
    coders_sheet,
    levels_sheet,
    pairs_sheet,
    transcripts_sheet,
)
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import wrapped


@dataclass(frozen=True)
class Told:
    """A small table with its name on the page, and what is to be known of it."""

    id: str
    words: str
    note: str
    sheet: Callable[[AgreementReport], Sheet]


SHEETS = (
    Told("transcripts", N_("By transcript"), N_("Each transcript counted on its own."),
         transcripts_sheet),
    Told("pairs", N_("By pair"), N_("Pooled kappa over all codes, for every two coders."),
         pairs_sheet),
    Told("coders", N_("By coder"), N_("How near each coder is to the others, and how freely codes "
         "are given: above 1 more freely, below 1 more sparingly."), coders_sheet),
    Told("levels", N_("By level"), N_("All codes cut down to their ancestors on each level of the "
         "tree, and counted anew."), levels_sheet),
)  # fmt: skip


class SheetSection(QWidget):
    """A small table under a line that says what it is."""

    def __init__(self, theme: Theme, told: Told) -> None:
        super().__init__()
        self.told = told
        self.view = SheetView(theme, _(told.words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(wrapped(_(told.note), Size.SMALL, "second"))
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
