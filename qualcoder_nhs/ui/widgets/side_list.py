"""Lists at the side of a desk: one line a row, as high as its rows; and those of its pages."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import LIST_ROW
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, is_chosen, paint_ground, write

ICON, INSET, ABOVE = 16, 10, 6

Row = TypeVar("Row")


@dataclass(frozen=True)
class PageEntry:
    """A page as it stands in the list; `words` are shown as they are.

    One without an id is the heading of those below it; `under` is the heading of a page.
    """

    id: str
    words: str
    icon: str = ""
    under: str = ""


class PageModel(RowModel[PageEntry]):
    """Pages as rows, and the headings over them, which the keys pass by."""

    def shown(self, row: PageEntry) -> str:
        return row.words

    def spoken(self, row: PageEntry) -> str:
        if self.is_heading(row):
            return _("{words}, heading").format(words=row.words)
        told = _("{page}, under {heading}")
        return told.format(page=row.words, heading=row.under) if row.under else row.words

    def is_heading(self, row: PageEntry) -> bool:
        return not row.id

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        row = self.at(index)
        passed_by = row is not None and self.is_heading(row)
        return Qt.ItemFlag.NoItemFlags if passed_by else super().flags(index)


class LinePainter(QStyledItemDelegate):
    """One line on its ground; what stands in it is painted by the list it is for."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(120, grown(LIST_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        paint_ground(painter, option, box, self.theme.tokens)
        self.paint_row(painter, box.adjusted(INSET, 0, -8, 0), index, chosen=is_chosen(option))
        painter.restore()

    def paint_row(
        self, painter: QPainter, room: QRectF, index: ModelIndex, *, chosen: bool
    ) -> None:
        raise NotImplementedError


class PageRow(LinePainter):
    """An icon and the page's name; a heading is smaller and has room above it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        heads = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        above = ABOVE if heads and index.row() else 0
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + grown(above))

    def paint_row(
        self, painter: QPainter, room: QRectF, index: ModelIndex, *, chosen: bool
    ) -> None:
        model, tokens = index.model(), self.theme.tokens
        entry = model.at(index) if isinstance(model, PageModel) else None
        if entry is None:
            return
        if not entry.id:
            low = QRectF(
                room.left(), room.bottom() - grown(LIST_ROW), room.width(), grown(LIST_ROW)
            )
            write(painter, low, entry.words, chrome_font(Size.SMALL_LABEL), tokens.ink2)
            return
        place = QRectF(room.left(), room.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, entry.icon, place, tokens.ink if chosen else tokens.ink2)
        font = chrome_font(Size.LABEL if chosen else Size.BODY)
        write(painter, room.adjusted(ICON + 10, 0, 0, 0), entry.words, font, tokens.ink)


class SideList(QListView, Generic[Row]):
    """As high as its rows, up to a few. `picked` bears the row that is chosen now."""

    picked = Signal(object)

    def __init__(self, model: RowModel[Row], painter: LinePainter, name: str, most: int) -> None:
        super().__init__()
        self._rows, self.painter, self._most = model, painter, most
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.updateGeometry)
        self.selectionModel().currentChanged.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        row = self._rows.at(index)
        if row is not None:
            self.picked.emit(row)

    def choose(self, row: int) -> None:
        """Stand on a row."""
        self.setCurrentIndex(self._rows.index(row))

    def moveCursor(  # noqa: N802  (Qt's name)
        self, action: QListView.CursorAction, held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home goes to the first that can be chosen, whatever heading stands above it."""
        to = super().moveCursor(action, held)
        rows = range(max(0, to.row()), self._rows.rowCount())
        places = (self._rows.index(row) for row in rows)
        choosable = (one for one in places if self._rows.flags(one) & Qt.ItemFlag.ItemIsEnabled)
        return next(choosable, self.currentIndex())

    def sizeHint(self) -> QSize:
        rows = min(self._most, self._rows.rowCount())
        high = sum(self.sizeHintForRow(row) for row in range(rows))
        return QSize(200, max(grown(LIST_ROW), high) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(self.sizeHint().height(), 2 * grown(LIST_ROW)))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()
