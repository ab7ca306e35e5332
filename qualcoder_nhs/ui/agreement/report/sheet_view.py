"""The small tables of a report as they are walked through, each column as wide as it needs."""

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from qualcoder_nhs.domain.report import Column, Estimate, Measures
from qualcoder_nhs.ui.agreement.report.cells_view import CellsView
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.agreement.report.sheet import Sheet, SheetModel, SheetPainter, cell_words
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import TABLE_ROW
from qualcoder_nhs.ui.widgets.row_paint import LEFT

WIDE, SHORT, WORDS, NUMBER = 236, 150, 100, 92
LEAST, LEAST_NAME, MOST = 186, 90, 300


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
        """As wide as is wanted; where there is no room for that, figures first take less."""
        columns = self.rows.sheet.table.columns
        for at, column in enumerate(columns):
            self.setColumnWidth(at, self._wanted(at, column))
        for at, column in enumerate(columns):
            if column.measures is Measures.ESTIMATE:
                self._narrow(at, LEAST)
        if columns:
            self._narrow(0, LEAST_NAME)

    def _narrow(self, at: int, least: int) -> None:
        """Take from a column what the table is too wide by, down to the least."""
        over = self.horizontalHeader().length() - self.viewport().width()
        width = self.columnWidth(at)
        if over > 0 and width > grown(least):
            self.setColumnWidth(at, max(grown(least), width - over))

    def _wanted(self, at: int, column: Column) -> int:
        """Room for what is in it: words, numbers, or dots with their limits or reasons."""
        cells = [row[at] for row in self.rows.sheet.table.rows]
        if column.measures is Measures.ESTIMATE:
            long = any(isinstance(one, Estimate) and (one.low or one.why) for one in cells)
            return grown(WIDE if long and at not in self.rows.sheet.bare else SHORT)
        head = QFontMetrics(chrome_font(Size.SMALL)).horizontalAdvance(column.title)
        measure = QFontMetrics(chrome_font())
        most = max([head, *(measure.horizontalAdvance(cell_words(cell)) for cell in cells)])
        least = WORDS if column.measures is Measures.WORDS else NUMBER
        return max(grown(least), min(grown(MOST), most + 20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()
