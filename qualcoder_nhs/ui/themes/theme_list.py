"""The list of themes: in the analyst's order, which is changed by dragging or with Alt ↑ ↓."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualcoder_nhs.domain.ids import CodeId, ThemeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.theme_list import ListedTheme
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.mime import PASSAGE, THEME, passage_in, put_theme, theme_in
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, is_chosen, paint_ground, write

_ROW, _CHIP, _MOST_CHIPS = 58, 10, 6


class ThemeModel(RowModel[ListedTheme]):
    """`dropped` bears a theme and the one it is to stand ahead of, or None; `given` a passage."""

    dropped = Signal(object, object)
    given = Signal(object, object)

    def shown(self, row: ListedTheme) -> str:
        return row.theme.name

    def spoken(self, row: ListedTheme) -> str:
        return f"{row.number}, {row.theme.name}, {size_words(row)}"

    def place_of(self, theme: ThemeId | None) -> int:
        """The row of a theme, or -1."""
        return next((n for n, one in enumerate(self.rows) if one.theme.id == theme), -1)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        drag = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drag if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [THEME, PASSAGE]

    def mimeData(self, indexes: Sequence[ModelIndex]) -> QMimeData:
        mime = QMimeData()
        for index in indexes[:1]:
            row = self.at(index)
            if row is not None:
                put_theme(mime, row.theme.id)
                mime.setText(row.theme.name)
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: ModelIndex
    ) -> bool:
        del action, column
        theme, passage, onto = theme_in(data), passage_in(data), self.at(parent)
        if theme is not None:
            place = parent.row() if parent.isValid() else row
            ahead = self.rows[place].theme.id if 0 <= place < len(self.rows) else None
            self.dropped.emit(theme, ahead)
        elif passage is not None and onto is not None:
            self.given.emit(onto.theme.id, passage)
        return False  # the rows follow the study


class ThemeRow(QStyledItemDelegate):
    """A number and a name, and under them the colours of its codes and how much it has."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.looks: Mapping[CodeId, Look] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(160, grown(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        model = index.model()
        row = model.at(index) if isinstance(model, ThemeModel) else None
        if row is None:
            return
        tokens, box = self.theme.tokens, QRectF(option.rect).adjusted(2, 2, -2, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, box, tokens)
        room = box.adjusted(12, 5, -8, -box.height() / 2)
        write(painter, room, str(row.number), chrome_font(), tokens.ink2)
        room.setLeft(room.left() + grown(22))
        ink = tokens.ink2 if is_chosen(option) else tokens.ink3
        write(painter, room, row.theme.name, chrome_font(Size.LABEL), tokens.ink)
        foot = QRectF(room.left(), box.center().y(), room.width(), box.height() / 2 - 6)
        foot.setLeft(self._paint_chips(painter, foot, row))
        write(painter, foot, size_words(row), chrome_font(Size.SMALL), ink)
        painter.restore()

    def _paint_chips(self, painter: QPainter, foot: QRectF, row: ListedTheme) -> float:
        """One a colour, not one a code; they end where the words begin."""
        known = [self.looks[code] for code in row.theme.codes if code in self.looks]
        colours = list(dict.fromkeys(look.stripe for look in known))[:_MOST_CHIPS]
        left = foot.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for ink in colours:
            painter.setBrush(colour(ink))
            chip = QRectF(left, foot.center().y() - _CHIP / 2, _CHIP, _CHIP)
            painter.drawRoundedRect(chip, 2, 2)
            left += _CHIP + 4
        return left + 4 if colours else left


class ThemeListView(QListView):
    """`picked` bears the theme that is looked at; `wished` a key's word for it."""

    picked = Signal(object)
    wished = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.themes, self.row = ThemeModel(self), ThemeRow(theme, self)
        self.setModel(self.themes)
        self.setItemDelegate(self.row)
        self.setAccessibleName(_("Themes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.selectionModel().currentChanged.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        row = self.themes.at(index)
        if row is not None:
            self.picked.emit(row)

    @property
    def current(self) -> ListedTheme | None:
        """The theme that is looked at."""
        return self.themes.at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        word = _WORDS.get((Qt.Key(event.key()), event.modifiers()))
        if word is None or self.current is None:
            super().keyPressEvent(event)
        else:
            self.wished.emit(word, self.current)


_WORDS = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "rename",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open",
}


def size_words(row: ListedTheme) -> str:
    """How much a theme has: `5 codes · 9 quotes · 1 against`."""
    codes = ngettext("{n} code", "{n} codes", len(row.theme.codes))
    quotes = ngettext("{n} quote", "{n} quotes", row.quotes)
    against = [_("{n} against").format(n=row.against)] if row.against else []
    return " · ".join([codes, quotes, *against])
