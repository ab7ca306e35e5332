"""What the middle of a page with counts is: it shows a table, and says what one is looking at."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.tabled import Entry, Tabled
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live


@dataclass(frozen=True)
class About:
    """An entry that is looked at: what it is of, among whom, and what it leads to.

    `people` where its column is of people, over whom it says.
    """

    title: str
    among: str
    entry: Entry
    people: bool = False


class Body(QWidget):
    """`looked_at` bears what one is at, `opened` wants its words; a body may jump by itself."""

    looked_at = Signal(object)
    opened = Signal()
    jump = Signal(object, object)
    quote_wanted = Signal(object, object)

    beside = True
    """Whether the words behind it are shown at the right."""

    legend = ""
    """How it is read, where that is not plain."""

    def show_table(self, tabled: Tabled, live: Live) -> None:
        """Show another table."""
        raise NotImplementedError

    def set_looks(self, looks: Mapping[CodeId, Look]) -> None:
        """Give every code its look."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def stop(self) -> QWidget:
        """Where the keys go."""
        return self


class TableBody(Body):
    """A table that is walked through cell by cell."""

    def __init__(self, theme: Theme, view: TableView) -> None:
        super().__init__()
        del theme
        self.view = view
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(view, 1)
        view.looked_at.connect(self._tell)
        view.opened.connect(self.opened)
        self.setFocusProxy(view)

    def _tell(self, index: QModelIndex) -> None:
        row, head = self.view.table.row(index), self.view.table.head(index)
        entry = self.view.table.entry(index)
        if entry is not None:
            about = About(row.name or entry.words, head.title, entry, people=bool(head.over))
            self.looked_at.emit(about)

    def show_table(self, tabled: Tabled, live: Live) -> None:
        del live
        self.view.show_table(tabled)

    def set_looks(self, looks: Mapping[CodeId, Look]) -> None:
        self.view.set_looks(looks)

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    def stop(self) -> QWidget:
        return self.view
