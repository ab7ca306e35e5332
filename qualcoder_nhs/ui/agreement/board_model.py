"""The board of a round as a table: a line for each transcript, a column for each coder."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.rounds import Cell, RoundBoard
from qualcoder_nhs.ui.agreement.round_words import cell_progress, cell_state
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex


class BoardModel(QAbstractTableModel):
    """Who has come how far with what."""

    board: RoundBoard | None = None
    _transcripts: tuple[TranscriptId, ...] = ()

    def put(self, board: RoundBoard) -> None:
        """Show this round; where only the progress is another, the chosen cell stays chosen."""
        before = self.board
        same = before is not None and before.cells.keys() == board.cells.keys()
        if same and before is not None and before.round.id == board.round.id:
            self.board = board
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            )
            return
        self.beginResetModel()
        self.board, self._transcripts = board, tuple(board.transcripts)
        self.endResetModel()

    def cell(self, index: ModelIndex) -> Cell | None:
        """One coder with one transcript."""
        if self.board is None or not index.isValid():
            return None
        coder = self.board.coders[index.column()]
        return self.board.cells[coder.id, self._transcripts[index.row()]]

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self._transcripts)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() or self.board is None else len(self.board.coders)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None or self.board is None:
            return None
        told = f"{cell_state(cell)}, {cell_progress(cell)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return told
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            who, what = self.board.coders[index.column()].name, self.board.transcripts
            return _("{coder}, {transcript}: {told}").format(
                coder=who, transcript=what[cell.transcript], told=told
            )
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if self.board is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.board.coders[section].name
        return self.board.transcripts[self._transcripts[section]]
