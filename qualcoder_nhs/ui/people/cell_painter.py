"""How a cell of the grid is drawn, and what one types into: a box with offered words."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.people.grid_model import NAME, NOTE, GridModel
from qualcoder_nhs.ui.people.grid_rows import Line
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, has_focus, is_chosen, paint_focus, write

_INSET = 8


class CellPainter(QStyledItemDelegate):
    """A cell on its ground with a line beneath; what is unknown stays empty."""

    def __init__(self, theme: Theme, model: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line, tokens, box = self._model.line(index), self.theme.tokens, QRectF(option.rect)
        if line is None:
            return
        painter.save()
        heads = line.id is None
        if heads or is_chosen(option):
            painter.fillRect(box, colour(tokens.side if heads else tokens.accent_bg))
        painter.setPen(colour(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        font = chrome_font(Size.LABEL if heads or index.column() == NAME else Size.BODY)
        room = box.adjusted(_INSET, 0, -_INSET, 0)
        words = self._model.value(index.row(), index.column())
        write(painter, room, words, font, self._ink(line, index.column()))
        if has_focus(option) and not heads:
            paint_focus(painter, box, tokens)
        painter.restore()

    def _ink(self, line: Line, column: int) -> str:
        tokens = self.theme.tokens
        if column != NOTE or line.id is None:
            return tokens.ink
        return tokens.warn if line.few else tokens.ink2

    # ── typing ───────────────────────────────────────────────────────────────────────────────

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: ModelIndex
    ) -> QWidget:
        del option
        attribute = self._model.attribute(index.column())
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItem(_("unknown"), "")
        for value in attribute.values if attribute else ():
            box.addItem(value, value)
        box.setAccessibleName(attribute.name if attribute else "")
        return box

    def setEditorData(self, editor: QWidget, index: ModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(self._model.value(index.row(), index.column()))
            field = editor.lineEdit()
            if field is not None:
                field.setPlaceholderText(_("unknown"))
                field.selectAll()

    def setModelData(
        self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        del model
        if isinstance(editor, QComboBox):
            words = editor.currentText().strip()
            self._model.setData(index, "" if words == _("unknown") else words)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        del index
        editor.setGeometry(option.rect)
