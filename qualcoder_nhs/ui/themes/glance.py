"""At a glance: how widely each code of a theme is said, every number over its denominator."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.theme_page import ThemePage
from qualcoder_nhs.domain.voices import voice_share
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import TABLE_ROW
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, is_chosen, paint_ground, write

_WIDTHS = (52, 62, 40, 124)


@dataclass(frozen=True)
class GlanceRow:
    """A line of the table; the whole theme has no code, the heading no count."""

    name: str
    cells: tuple[str, str, str, str]
    code: CodeId | None = None
    count: Count | None = None


class GlanceModel(RowModel[GlanceRow]):
    """The heading, the whole theme, then its codes."""

    def shown(self, row: GlanceRow) -> str:
        return row.name

    def spoken(self, row: GlanceRow) -> str:
        if row.count is None:
            return ", ".join(filter(None, row.cells))
        named = zip(_heads(), row.cells, strict=True)
        return ", ".join([row.name, *(f"{head} {cell}" for head, cell in named)])

    def is_heading(self, row: GlanceRow) -> bool:
        return row.count is None


class _Painter(QStyledItemDelegate):
    """Name at the left, numbers at the right; amber where one voice has more than half."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(300, grown(TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        model = index.model()
        row = model.at(index) if isinstance(model, GlanceModel) else None
        if row is None:
            return
        tokens, box = self.theme.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        alone = row.count is not None and row.count.one_voice
        if alone and not is_chosen(option):
            painter.fillRect(box, colour(tokens.warn_bg))
        paint_ground(painter, option, box, tokens)
        painter.setPen(QPen(colour(tokens.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_cells(painter, box.adjusted(8, 0, -8, 0), row, alone=alone)
        painter.restore()

    def _paint_cells(self, painter: QPainter, room: QRectF, row: GlanceRow, *, alone: bool) -> None:
        tokens = self.theme.tokens
        small, bold = chrome_font(Size.SMALL), chrome_font(Size.SMALL_LABEL)
        right = room.right()
        for width, cell, last in zip(
            reversed(_WIDTHS), reversed(row.cells), (True, False, False, False), strict=True
        ):
            place = QRectF(right - grown(width), room.top(), grown(width), room.height())
            ink = tokens.warn if alone and last else tokens.ink if row.count else tokens.ink2
            write(painter, place, cell, bold if alone and last else small, ink, RIGHT)
            right = place.left()
        name = bold if row.count is not None and row.code is None else small
        room.setRight(right - 4)
        write(painter, room, row.name, name, tokens.ink)


class GlanceTable(QListView):
    """`opened` bears the code of a line whose passages are wanted, or None for all of them."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines, self._painter = GlanceModel(self), _Painter(theme, self)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("At a glance"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_page(self, page: ThemePage) -> None:
        """Show the counts of a theme."""
        place = self.currentIndex().row()
        self.lines.put(glance_rows(page))
        if 0 < place < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(place))
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painter.theme = theme
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        row = self.lines.at(index)
        if row is not None and row.count is not None:
            self.opened.emit(row.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(360, self.lines.rowCount() * grown(TABLE_ROW) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())


def glance_rows(page: ThemePage) -> Iterable[GlanceRow]:
    """The heading, the whole theme with everybody once, then each code."""
    yield GlanceRow("", _heads())
    yield GlanceRow(_("Whole theme, people once"), count_words(page, page.whole), count=page.whole)
    for line in page.codes:
        cells = count_words(page, line.count, event=line.event)
        yield GlanceRow(line.code.name, cells, line.code.id, line.count)


def count_words(page: ThemePage, count: Count, *, event: bool = False) -> tuple[str, str, str, str]:
    """Groups, people, turns and the largest voice; an event has no speaker."""
    of = _("{n} of {total}")
    groups = of.format(n=len(count.groups), total=count.groups_of)
    if event:
        return groups, _("group event"), str(count.events), "–"
    people = of.format(n=len(count.participants), total=count.participants_of)
    if count.loudest is None:
        return groups, people, str(count.turns), "–"
    share = _("{share} %").format(share=round(100 * count.share))
    voice = voice_share([page.names.get(who, "?") for who in count.voices], share, named=1)
    return groups, people, str(count.turns), voice


def _heads() -> tuple[str, str, str, str]:
    return _("Groups"), _("People"), _("Turns"), _("Largest voice")
