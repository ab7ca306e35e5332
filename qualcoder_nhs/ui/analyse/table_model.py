"""A table as a model: rows with their names, heads with their denominators, every cell in words."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

EMPTY = Tabled("", "", "", (), ())


class TableModel(QAbstractTableModel):
    """Shows one table at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tabled = EMPTY

    def show_table(self, tabled: Tabled) -> None:
        """Show another one."""
        self.beginResetModel()
        self.tabled = tabled
        self.endResetModel()

    def entry(self, index: ModelIndex) -> Entry | None:
        """What stands there."""
        return self.row(index).entries[index.column()] if index.isValid() else None

    def row(self, index: ModelIndex) -> Row:
        """The row of a place."""
        return self.tabled.rows[index.row()]

    def head(self, index: ModelIndex) -> Head:
        """The column of a place."""
        return self.tabled.heads[index.column()]

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.tabled.rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.tabled.heads)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.row(index), self.head(index), entry)
        return None

    def headerData(
        self, section: int, along: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if along is Qt.Orientation.Horizontal:
            return headed(self.tabled.heads[section].title, self.tabled.heads[section].over)
        return headed(self.tabled.rows[section].name, self.tabled.rows[section].over)


def headed(title: str, over: str) -> str:
    """A title with its denominator."""
    return f"{title}, {over}" if over else title


_MARKS = {
    Mark.NOTHING: N_("present, did not say it"),
    Mark.ONE_VOICE: N_("one voice"),
}


_SIGNS = ("", "–", "n/a", "?")
"""What stands in a cell of a summary that is not written, which `told` says in words."""


def spoken(row: Row, head: Head, entry: Entry) -> str:
    """The whole cell: `Clinical director: 3 of 11 said it, one voice. Doubted motive`."""
    if entry.told and entry.words in _SIGNS:
        return f"{head.title}: {entry.told}. {row.name}"
    said = entry.words
    if entry.count and entry.mark in (Mark.NONE, Mark.ONE_VOICE) and " " in entry.words:
        said = _("{n} said it").format(n=entry.words)
    mark = _(_MARKS[entry.mark]) if entry.mark in _MARKS else ""
    told = ", ".join(part for part in (said or _("nothing"), mark) if part)
    title = head.title[:1].upper() + head.title[1:]
    return f"{title}: {told}. {row.name}" if row.name else f"{title}: {told}"
