"""A chart above its table: drawn off the window's thread, in the colours of the theme."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QWidget

from qualcoder_nhs.domain.chart import Chart
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.table_page import DrawChart
from qualcoder_nhs.ui.analyse.body import TableBody
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.chart_look import chart_look
from qualcoder_nhs.ui.look.fonts import chrome_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import LIGHT
from qualcoder_nhs.ui.widgets.row_paint import write
from qualcoder_nhs.ui.working.live import Live

WIDEST, READABLE = 860, 620


class Picture(QWidget):
    """A picture as wide as there is room for, up to the width it was drawn for."""

    def __init__(self) -> None:
        super().__init__()
        on_ground(self, "paper")
        self.pixmap, self.room, self.ink = QPixmap(), 0, LIGHT.ink2
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
        return round(self._wide(width) * self.pixmap.height() / self.pixmap.width())

    def _wide(self, width: int) -> int:
        """As wide as can be seen whole, unless it could not be read then."""
        fits = round(self.room * self.pixmap.width() / max(1, self.pixmap.height()))
        return min(width, WIDEST, max(fits, READABLE))

    def fit(self, room: int) -> None:
        """There is so much room below each other now."""
        self.room = room
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self.pixmap.isNull():
            box = QRectF(0, 0, self.width(), 40)
            write(painter, box, _("Drawing the chart …"), chrome_font(), self.ink)
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = self._wide(self.width())
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
        self.picture.ink = theme.tokens.ink2
        self.room.setWidgetResizable(True)
        self.room.setWidget(self.picture)
        self.room.setAccessibleName(_("Chart"))
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.viewport().installEventFilter(self)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.room)
        parts.addWidget(view)
        parts.setSizes([400, 220])
        self.column.addWidget(parts, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.picture.fit(self.room.viewport().height())
        return super().eventFilter(watched, event)

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
        self.picture.ink = theme.tokens.ink2
        self._draw()
