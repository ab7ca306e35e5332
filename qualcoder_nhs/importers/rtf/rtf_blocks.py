"""Paragraphs and tables as Rich Text gives them: cell after cell, each row ended by a word."""

from qualcoder_nhs.importers.paragraphs import Piece, lines_from
from qualcoder_nhs.importers.speaker_tables import Block, Row
from qualcoder_nhs.importers.turns import Line


class Blocks:
    """The blocks of a document, built from its pieces."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._cell: list[Line] = []
        self._row: Row = []
        self._table: list[Row] = []

    def add(self, words: str, *, bold: bool) -> None:
        """Words of the paragraph that is going on."""
        if words:
            self._pieces.append((words, bold))

    def end_paragraph(self, *, in_table: bool) -> None:
        """The paragraph is over; outside of a table, the table before it is, too."""
        if in_table or self._row:
            self._cell.extend(self._lines())
        else:
            self._end_table()
            self._blocks.extend(self._lines())

    def end_inner_cell(self) -> None:
        """A cell of a table within a cell is a line of that."""
        self._cell.extend(self._lines())

    def end_cell(self) -> None:
        """A cell is over, with the paragraph in it."""
        self._row.append([*self._cell, *self._lines()])
        self._cell = []

    def end_row(self) -> None:
        """A row is over."""
        if self._row:
            self._table.append(self._row)
        self._row = []

    def finished(self) -> list[Block]:
        """All of them; what is not over is now."""
        if self._row:
            self.end_cell()
            self.end_row()
        self._end_table()
        if self._pieces:
            self._blocks.extend(self._lines())
        return self._blocks

    def _end_table(self) -> None:
        if self._table:
            self._blocks.append(self._table)
            self._table = []
        self._blocks.extend(self._cell)
        self._cell = []

    def _lines(self) -> list[Line]:
        lines = list(lines_from(self._pieces)) if self._pieces else [Line("")]
        self._pieces = []
        return lines
