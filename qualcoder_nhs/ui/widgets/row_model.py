"""A flat list of values as Qt's views want one: what each row shows, and what is spoken of it."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from qualcoder_nhs.ui.widgets.row_paint import ModelIndex

Row = TypeVar("Row")


class RowModel(QAbstractListModel, Generic[Row]):
    """Values as rows; a room says in its own model what is told of one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def put(self, rows: Iterable[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def shown(self, row: Row) -> str:
        """What a row says at a glance."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """The whole row in words."""
        raise NotImplementedError

    def is_heading(self, row: Row) -> bool:
        """Whether a row only stands above others; such a one cannot be chosen."""
        del row
        return False

    def at(self, index: ModelIndex) -> Row | None:
        """The row there."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        row = self.at(index)
        if row is not None and self.is_heading(row):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return None
