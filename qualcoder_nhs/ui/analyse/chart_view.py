"""A chart above its table: drawn off the window's thread, in the colours of the theme."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QWidget

from qualcoder_nhs.domain.chart import Chart
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.table_page import DrawChart
from qualcoder_nhs.ui.analyse.body import TableBody
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.chart_look import chart_look
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.theme import Theme

WIDEST = 860


class Picture(QWidget):
    """A picture as wide as there is room for, up to the width it was drawn for."""

    def __init__(self) -> None:
        super().__init__()
        self.pixmap = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, drawn: bytes, words: str) -> None:
        """Show another one; the words are what is spoken of it."""
        self.pixmap.loadFromData(drawn)
        self.setAccessibleName(words)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.pixmap.isNull():
            return 0
        return round(min(width, WIDEST) * self.pixmap.height() / self.pixmap.width())

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.pixmap.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = min(self.width(), WIDEST)
        scale = self.devicePixelRatioF()
        size = QSize(round(wide * scale), round(self.heightForWidth(self.width()) * scale))
        smooth = Qt.TransformationMode.SmoothTransformation
        sharp = self.pixmap.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawPixmap(QRect(0, 0, wide, self.heightForWidth(self.width())), sharp)
        painter.end()


class ChartBody(TableBody):
    """The chart over the table it was drawn from."""

    def __init__(self, theme: Theme, view: TableView) -> None:
        super().__init__(theme, view)
        self._theme = theme
        self._chart: Chart | None = None
        self._live: Live | None = None
        self.picture, self.room = Picture(), QScrollArea()
        self.room.setWidgetResizable(True)
        self.room.setWidget(self.picture)
        self.room.setAccessibleName(_("Chart"))
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.viewport().setAutoFillBackground(False)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.room)
        parts.addWidget(view)
        parts.setSizes([340, 260])
        self.column.addWidget(parts, 1)

    def show_table(self, tabled: Tabled, live: Live) -> None:
        super().show_table(tabled, live)
        self._chart, self._live = tabled.chart, live
        self._draw()

    def _draw(self) -> None:
        chart, live = self._chart, self._live
        self.room.setVisible(chart is not None)
        if chart is None or live is None:
            return

        def show(drawn: bytes) -> None:
            if chart is self._chart:
                told = _("Chart: {title}. The table below says the same in words.")
                self.picture.show_picture(drawn, told.format(title=chart.title))

        live.start(DrawChart(chart, chart_look(self._theme)), show, self)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        self._draw()
