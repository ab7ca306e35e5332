"""The section over time: rounds beside each other, drift within this one, the same coder twice."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.agreement.over_time import OverTime
from qualcoder_nhs.analysis.agreement_paper.time_tables import time_tables
from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.sheet import EMPTY, Sheet, SheetView, nothing_behind
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.key_button import MenuButton
from qualcoder_nhs.ui.labels import wrapped
from qualcoder_nhs.ui.theme import Theme

NO_ROUND = N_("There is no other round that could be put beside this one.")
NO_AGAIN = N_("Nobody has coded a transcript both here and in another layer.")
COUNTING = N_("Counting …")


class TimeSection(QWidget):
    """One table at a time, chosen above it; a table without rows says why it has none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choice = MenuButton(theme)
        self.view, self.note = SheetView(theme, _("Over time")), wrapped("", Size.SMALL, "second")
        self._shown: Sequence[tuple[Table, str]] = ()
        head = QHBoxLayout()
        head.addWidget(self.choice)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.choice)
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet."""
        self._offer([])
        self.view.show_sheet(EMPTY)
        self.choice.set_words(_("Over time"))
        self.note.setText(_(COUNTING))

    def show_found(self, found: OverTime, names: Mapping[str, str]) -> None:
        """Show what came of it; the first table that has rows is open."""
        *rounds, drift, again = time_tables(found, names)
        shown = [(table, "") for table in rounds]
        if not rounds:
            shown.append((Table(_("Rounds"), _("Between rounds"), (), ()), _(NO_ROUND)))
        shown.append((drift, _(found.drift.why) if found.drift.why else ""))
        shown.append((again, _(NO_AGAIN)))
        self._offer(shown)
        first = (at for at, (table, _why) in enumerate(shown) if table.rows)
        self.open_table(next(first, 0))

    def open_table(self, at: int) -> None:
        """Go to one of the tables."""
        table, why = self._shown[at]
        self.choice.set_words(table.title)
        self.note.setText(table.note if table.rows else why)
        differences = [n for n, one in enumerate(table.columns) if one.title == _("Difference")]
        sheet = Sheet(table, nothing_behind, frozenset(differences), alphas=bool(differences))
        self.view.show_sheet(sheet if table.rows else EMPTY)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.choice.set_theme(theme)
        self.view.set_theme(theme)

    def _offer(self, shown: Sequence[tuple[Table, str]]) -> None:
        self._shown = shown
        self.choice.choices.clear()
        for at, (table, _why) in enumerate(shown):
            action = self.choice.choices.addAction(table.title.replace("&", "&&"))
            action.setData(at)
            action.triggered.connect(self._open_chosen)

    def _open_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self.open_table(int(chosen.data()))
