"""Words found as rows of a list: a heading a transcript, beneath it each place."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.study_search import Found, FoundIn, StudySearch
from qualcoder_nhs.ui.row_paint import ModelIndex

Row = FoundIn | Found


class FoundModel(QAbstractListModel):
    """What was found last; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, search: StudySearch) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.rows = []
        for place in search.places:
            self.rows += [place, *place.found]
        self.endResetModel()

    def place(self, at: int, step: int) -> int:
        """The next row with a place from here on, -1 where there is none."""
        while 0 <= at < len(self.rows):
            if isinstance(self.rows[at], Found):
                return at
            at += step
        return -1

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], FoundIn):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, FoundIn) else row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def _spoken(row: Row) -> str:
    if isinstance(row, FoundIn):
        return f"{row.name}, {len(row.found):,}"
    turn = _("turn {number}").format(number=row.turn) if row.turn else ""
    who = row.voice.name if row.voice else ""
    return ", ".join(part for part in (turn, who, row.words) if part)
