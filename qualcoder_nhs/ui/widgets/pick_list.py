"""The list that opens under a button, to find things in it and tick them."""

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRectF, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP
from qualcoder_nhs.ui.widgets.labels import button
from qualcoder_nhs.ui.widgets.pick_model import COUNT, DEPTH, FOUND_BY, PickModel
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, paint_ground, write

WIDTH, ROW, MOST_ROWS = 320, 26, 14


class TickPainter(QStyledItemDelegate):
    """Paints a tick, and the words set in by their depth."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(grown(WIDTH), grown(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        tokens, box = self.theme.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, box, tokens)
        depth = int(index.data(DEPTH) or 0)
        ticked = bool(index.data(Qt.ItemDataRole.CheckStateRole))
        place = QRectF(box.left() + 8, box.center().y() - 7, 14, 14)
        painter.setPen(QPen(colour(tokens.line2), 1))
        painter.setBrush(colour(tokens.raised))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CAP, RADIUS_CAP)
        if ticked:
            paint_icon(painter, "check", place.adjusted(1, 1, -1, -1), tokens.accent)
        room = box.adjusted(30 + 16 * depth, 0, -8, 0)
        count = int(index.data(COUNT) or 0)
        if count:
            told, small = f"{count:,}", chrome_font(Size.SMALL)
            used = write(painter, room, told, small, tokens.ink2, RIGHT)
            room.setRight(room.right() - used - 8)
        size = Size.LABEL if ticked else Size.BODY
        write(painter, room, str(index.data()), chrome_font(size), tokens.ink)
        painter.restore()


class TickList(QListView):
    """A list whose rows are clicked by Space and Enter as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class PickList(QFrame):
    """The list under the button. Typing finds, Space and Enter tick, Esc closes."""

    def __init__(self, theme: Theme, model: PickModel, what: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._model = model
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterRole(FOUND_BY)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type to find"))
        self.field.setAccessibleName(_("Find in {}").format(what))
        self.field.textChanged.connect(self._shown.setFilterFixedString)
        self.list = TickList()
        self.list.setModel(self._shown)
        self.painter = TickPainter(theme, self)
        self.list.setItemDelegate(self.painter)
        self.list.setAccessibleName(what)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setCurrentIndex(self._shown.index(0, 0))
        self.list.clicked.connect(self._toggle)
        self.all = button(_("All"), "flat")
        self.all.clicked.connect(lambda _on: model.tick())
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def open_under(self, place: QPoint) -> None:
        """Show it, with everything in it."""
        self.field.clear()
        row, foot = grown(ROW), self.screen().availableGeometry().bottom()
        room = foot - place.y() - self.sizeHint().height() + self.list.height()
        rows = max(3, min(MOST_ROWS, self._shown.rowCount(), room // row))
        self.list.setFixedSize(grown(WIDTH), rows * row)
        self.adjustSize()
        self.move(place)
        self.show()
        self.field.setFocus()

    def _toggle(self, index: QModelIndex) -> None:
        self._model.toggle(self._shown.mapToSource(index).row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.field.hasFocus():
            self.list.setFocus()
            self.list.setCurrentIndex(self._shown.index(0, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._shown.rowCount():
                self._toggle(self._shown.index(0, 0))
        else:
            super().keyPressEvent(event)
