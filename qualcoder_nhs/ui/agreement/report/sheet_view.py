"""The small tables of a report as they are walked through, each column as wide as it needs."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from qualcoder_nhs.domain.report import Column, Estimate, Measures
from qualcoder_nhs.ui.agreement.report.cells_view import CellsView
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.agreement.report.sheet import Sheet, SheetModel, SheetPainter
from qualcoder_nhs.ui.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.row_paint import LEFT
from qualcoder_nhs.ui.theme import Theme
from qualcoder_nhs.ui.tokens import TABLE_ROW

WIDE, SHORT, WORDS, NUMBER = 236, 150, 130, 92


class SheetView(CellsView):
    """Shows one table at a time."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self.rows = SheetModel(self)
        self.painter = SheetPainter(theme, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(LEFT)
        heads.setHighlightSections(False)
        heads.setFont(chrome_font(Size.SMALL))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.clicked.connect(lambda _index: self.tell())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another table, standing where one stood."""
        here = self.currentIndex()
        at = (here.row(), here.column())
        self.rows.show_sheet(sheet)
        self.verticalHeader().setDefaultSectionSize(grown(TABLE_ROW))
        self._lay_out()
        index = self.rows.index(*at)
        if index.isValid():
            self.setCurrentIndex(index)

    @property
    def about(self) -> About | None:
        """What stands behind the cell one is at."""
        here = self.currentIndex()
        return self.rows.sheet.behind(here.row(), here.column()) if here.isValid() else None

    def _lay_out(self) -> None:
        for at, column in enumerate(self.rows.sheet.table.columns):
            self.setColumnWidth(at, grown(self._wanted(at, column)))
        spare = self.viewport().width() - self.horizontalHeader().length()
        if self.rows.columnCount() and spare < 0 and self.columnWidth(0) + spare > grown(90):
            self.setColumnWidth(0, self.columnWidth(0) + spare)

    def _wanted(self, at: int, column: Column) -> int:
        """Room for what is in it: dots, limits or reasons, where there are any."""
        if column.measures is Measures.ESTIMATE:
            cells = [row[at] for row in self.rows.sheet.table.rows]
            long = any(isinstance(one, Estimate) and (one.low or one.why) for one in cells)
            return WIDE if long and at not in self.rows.sheet.bare else SHORT
        return WORDS if column.measures is Measures.WORDS else NUMBER

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()
