"""The rows of the palette: codes found, and the offer of a new one."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualcoder_nhs.analysis.code_search import Match, Where
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import colour
from qualcoder_nhs.ui.look.tokens import RADIUS_ROW
from qualcoder_nhs.ui.widgets.keycap import paint_cap

_ROW_HEIGHT = 30
MOST_ROWS = 7
_AROUND = 18

ModelIndex = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """How high one code is in the list."""
    return grown(_ROW_HEIGHT)


@dataclass(frozen=True)
class Row:
    """A code found, or a new one of this name where there is no match."""

    match: Match | None
    new_name: str = ""


class Rows(QAbstractListModel):
    """What the palette offers now."""

    def __init__(self, state: DeskState, parent: QObject) -> None:
        super().__init__(parent)
        self.state = state
        self.rows: list[Row] = []
        self.counts: Mapping[CodeId, int] = {}

    def set_rows(self, rows: list[Row]) -> None:
        """Offer other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.match.code.name if row.match else new_words(row.new_name)
        return None

    def _spoken(self, row: Row) -> str:
        if not row.match:
            return new_words(row.new_name)
        look = self.state.looks[row.match.code.id]
        codings = ngettext("{n} coding", "{n} codings", self.counts.get(row.match.code.id, 0))
        return ", ".join(part for part in (look.name, look.path, codings) if part)


def new_words(name: str) -> str:
    """The offer of a new code."""
    return _("New code “{name}” under New ideas").format(name=name)


class RowPainter(QStyledItemDelegate):
    """Paints chip, name with the letters found, where they were found, count and key."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        tokens = self._rows.state.theme.tokens
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if marked:
            frame = QPen(colour(tokens.accent), 2)
            painter.setPen(frame if tokens.high_contrast else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(colour(tokens.accent_bg))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_ROW, RADIUS_ROW)
        row = self._rows.rows[index.row()]
        if row.match:
            self._paint_code(painter, box, row.match, marked=marked)
        else:
            self._paint_new(painter, box, row.new_name)
        painter.restore()

    def _paint_new(self, painter: QPainter, box: QRectF, name: str) -> None:
        tokens = self._rows.state.theme.tokens
        middle = box.center().y()
        paint_icon(painter, "plus", QRectF(box.left() + 12, middle - 7, 14, 14), tokens.ink2)
        right = paint_cap(painter, "Ctrl+Return", box.right() - 12, middle, tokens)
        self._write(painter, new_words(name), box, box.left() + 32, right - 8, tokens.ink2)

    def _paint_code(self, painter: QPainter, box: QRectF, match: Match, *, marked: bool) -> None:
        state = self._rows.state
        tokens, look, middle = state.theme.tokens, state.looks[match.code.id], box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.chip))
        painter.drawRoundedRect(QRectF(box.left() + 14, middle - 5, 10, 10), 2, 2)
        right = box.right() - 12
        if marked:
            right = paint_cap(painter, "Return", right, middle, tokens) - 8
        count = str(self._rows.counts.get(match.code.id, 0))
        small = QFontMetricsF(chrome_font(Size.SMALL))
        right -= small.horizontalAdvance(count)
        self._write(painter, count, box, right, box.right(), tokens.ink2, Size.SMALL)
        left = self._write(painter, look.name, box, box.left() + 32, right - 12, tokens.ink)
        self._underline_name(painter, box, match)
        where = where_words(match, look.path)
        grey = tokens.ink2 if marked else tokens.ink3
        self._write(painter, where, box, left + 10, right - 12, grey, Size.SMALL)

    def _write(
        self,
        painter: QPainter,
        words: str,
        box: QRectF,
        left: float,
        right: float,
        tint: str,
        size: Size = Size.BODY,
    ) -> float:
        """Write from left, elided before right; return where the words end."""
        font = chrome_font(size)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        painter.setFont(font)
        painter.setPen(colour(tint))
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, baseline), shown)
        return left + metrics.horizontalAdvance(shown)

    def _underline_name(self, painter: QPainter, box: QRectF, match: Match) -> None:
        if match.where not in (Where.NAME_START, Where.WORD_START):
            return
        metrics = QFontMetricsF(chrome_font())
        left = box.left() + 32 + metrics.horizontalAdvance(match.words[: match.start])
        width = metrics.horizontalAdvance(match.words[match.start : match.end])
        foot = box.center().y() + (metrics.ascent() - metrics.descent()) / 2 + 3
        painter.fillRect(QRectF(left, foot, width, 1.5), colour(self._rows.state.theme.tokens.ink))


class CodeList(QListView):
    """Shows the rows; the field beside it has the keys."""

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(RowPainter(rows))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Codes found"))
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListView { background: transparent; }")

    def step(self, by: int) -> None:
        """Mark the next row, or the one before; after the last comes the first."""
        count = self.model().rowCount()
        if count:
            at = (self.currentIndex().row() + by) % count
            self.setCurrentIndex(self.model().index(at, 0))


def where_words(match: Match, path: str) -> str:
    """The path, or what else the letters were found in."""
    if match.where is Where.DEFINITION:
        start = max(0, match.start - _AROUND)
        before = "…" if start else ""
        return _("definition: “{words}”").format(
            words=before + match.words[start : match.end + _AROUND] + "…"
        )
    if match.where is Where.SLUG:
        return f"{match.words}  ·  {path}"
    return path
