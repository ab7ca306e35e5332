"""A section of several tables, one at a time, with the name of each in a list above them."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.report import Table
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.sheet import EMPTY, Sheet, nothing_behind
from qualcoder_nhs.ui.agreement.report.sheet_view import SheetView
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.labels import wrapped

COUNTING = N_("Counting …")


class TablesSection(QWidget):
    """A table without rows says why it has none; `told` is said of those without a note."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name, self.told = name, ""
        self.choice = MenuButton(theme)
        self.view, self.note = SheetView(theme, name), wrapped("", Size.SMALL, "second")
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
        self.show_nothing(_(COUNTING))

    def show_nothing(self, why: str) -> None:
        """There are no tables."""
        self._offer([])
        self.view.show_sheet(EMPTY)
        self.choice.set_words(self._name)
        self.note.setText(why)

    def show_tables(self, shown: Sequence[tuple[Table, str]]) -> None:
        """Show these, each with why it has no rows; the first one that has is open."""
        self._offer(shown)
        first = (at for at, (table, _why) in enumerate(shown) if table.rows)
        self.open_table(next(first, 0))

    def open_table(self, at: int) -> None:
        """Go to one of the tables."""
        table, why = self._shown[at]
        self.choice.set_words(table.title)
        self.note.setText((table.note or self.told) if table.rows else why)
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
