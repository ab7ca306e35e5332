"""One row of the tree: the family's mark or a chip, the name, and the count at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.ui.codebook.tree_model import NODE, Node
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.look.tokens import RADIUS_CAP, TREE_ROW
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, is_chosen, write

MARK_WIDTH, MARK_HEIGHT, STRIPE, CHIP = 27, 17, 2.5, 10
COMFORT = 4


class CodeRow(QStyledItemDelegate):
    """Paints a row; `comfortable` makes rows a little higher."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.looks: Mapping[CodeId, Look] = {}
        self.comfortable = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(120, grown(TREE_ROW) + (COMFORT if self.comfortable else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        node, look = index.data(NODE), self.looks.get(index.data(NODE).code.id)
        if look is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 0, -8, 0)
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        used = self._paint_count(painter, box, _count(node, is_open=is_open))
        used += self._paint_hidden(painter, box.adjusted(0, 0, -used, 0), node)
        left = self._paint_sign(painter, box, node, look)
        room = box.adjusted(left, 0, -used, 0)
        write(painter, room, node.code.name, *self._voice(node, chosen=is_chosen(option)))
        painter.restore()

    def _voice(self, node: Node, *, chosen: bool) -> tuple[QFont, str]:
        tokens = self.theme.tokens
        if node.hidden or node.code.archived:
            return chrome_font(), tokens.ink2 if chosen else tokens.ink3
        if node.is_root:
            return chrome_font(Size.LABEL), tokens.ink
        return chrome_font(), tokens.ink2 if node.children and not chosen else tokens.ink

    def _paint_sign(self, painter: QPainter, box: QRectF, node: Node, look: Look) -> float:
        """The mark of a family, the chip of a code, nothing before a category's name."""
        middle = box.center().y() + 0.5
        if node.is_root:
            width, height = grown(MARK_WIDTH), grown(MARK_HEIGHT)
            place = QRectF(box.left(), middle - height / 2, width, height)
            self._paint_mark(painter, place, look)
            return width + 6
        if node.children:
            return 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.chip))
        painter.drawRoundedRect(QRectF(box.left(), middle - CHIP / 2, CHIP, CHIP), 2, 2)
        return CHIP + 7

    def _paint_mark(self, painter: QPainter, place: QRectF, look: Look) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.stripe))
        painter.drawRoundedRect(place, RADIUS_CAP, RADIUS_CAP)
        painter.setBrush(colour(look.tint))
        painter.drawRoundedRect(place.adjusted(STRIPE, 0, 0, 0), RADIUS_CAP, RADIUS_CAP)
        if self.theme.tokens.high_contrast:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour(look.stripe))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CAP, RADIUS_CAP)
        font = chrome_font(Size.LEAST)
        font.setWeight(font.Weight.DemiBold)
        centre = Qt.AlignmentFlag.AlignCenter
        room = place.adjusted(STRIPE, 0, 4, 0).translated(-2, 0)
        write(painter, room, look.mark, font, self.theme.tokens.ink, centre)

    def _paint_count(self, painter: QPainter, box: QRectF, count: int) -> float:
        if not count:
            return 0
        return 8 + write(painter, box, f"{count:,}", chrome_font(), self.theme.tokens.ink2, RIGHT)

    def _paint_hidden(self, painter: QPainter, box: QRectF, node: Node) -> float:
        if not node.hidden:
            return 0
        place = QRectF(box.right() - 16, box.center().y() - 7.5, 16, 16)
        paint_icon(painter, "eye-off", place, self.theme.tokens.ink3)
        return 20


def _count(node: Node, *, is_open: bool) -> int:
    """Its own codings; all beneath as well where they cannot be seen."""
    return node.own if is_open or not node.children else node.beneath
