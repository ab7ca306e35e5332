"""How the labels of a file are painted, and the two fields in which somebody is named."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualcoder_nhs.domain.casting import Part
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.importing.cast_model import (
    IS,
    LABEL,
    MARK,
    TURNS,
    WORDS,
    CastModel,
    CastRow,
    NoteRow,
    shown_label,
    who,
)
from qualcoder_nhs.ui.importing.choices import described
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.glyphs import paint_shape, role_look
from qualcoder_nhs.ui.look.theme import Theme, blend, colour
from qualcoder_nhs.ui.widgets.row_paint import RIGHT, ModelIndex, is_chosen, paint_pill, write

ROW_HEIGHT, NOTE_HEIGHT = 30, 25
_PAD = 8


def label_font() -> QFont:
    """Labels are shown letter by letter, as the file has them."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(chrome_font(Size.SMALL).pointSizeF())
    return font


class WhoEditor(QWidget):
    """A name and a role; `finished` comes once, when both were left."""

    finished = Signal()

    def __init__(self, parent: QWidget, name: str, role: str) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._is_finished = False
        self.name = self._field(name, _("Name"))
        self.role = self._field(role, _("Role, such as medical director"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.name, 2)
        row.addWidget(self.role, 5)
        self.setFocusProxy(self.name)
        self.name.selectAll()

    def _field(self, words: str, what: str) -> QLineEdit:
        field = QLineEdit(words)
        field.setPlaceholderText(what)
        field.setAccessibleName(what)
        field.returnPressed.connect(self._finish)
        field.editingFinished.connect(self._left)
        return field

    def _left(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self._finish()

    def _finish(self) -> None:
        """The table closes the editor when its rows change, which leaves the fields once more."""
        if not self._is_finished:
            self._is_finished = True
            self.finished.emit()


class CastPainter(QStyledItemDelegate):
    """Paints the cells of the table of labels."""

    def __init__(self, theme: Theme, model: CastModel, session: Session) -> None:
        super().__init__(model)
        self.theme = theme
        self._model = model
        self._session = session

    # ── painting ─────────────────────────────────────────────────────────────────────────────

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        row, box = self._model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        if isinstance(row, NoteRow):
            self._paint_note(painter, box, row, index.column())
        else:
            self._paint_cell(painter, box, row, index.column(), chosen=is_chosen(option))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: CastRow | NoteRow
    ) -> None:
        tokens, box = self.theme.tokens, QRectF(option.rect)
        if is_chosen(option):
            painter.fillRect(box, colour(tokens.accent_bg))
        elif isinstance(row, CastRow) and row.mark:
            painter.fillRect(box, blend(tokens.paper, tokens.ink, tokens.hover))
        painter.setPen(QPen(colour(tokens.line), 1))
        foot = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))

    def _paint_note(self, painter: QPainter, box: QRectF, row: NoteRow, column: int) -> None:
        if column != IS:
            return
        tokens, room = self.theme.tokens, box.adjusted(_PAD, 0, -_PAD, 0)
        way, font = _(row.way.value), chrome_font(Size.SMALL)
        link = QFontMetricsF(font).horizontalAdvance(way) + 8
        used = write(painter, room.adjusted(0, 0, -link, 0), row.words, font, tokens.ink2)
        font.setUnderline(True)
        write(painter, room.adjusted(used + 8, 0, 0, 0), way, font, tokens.ink)

    def _paint_cell(
        self, painter: QPainter, box: QRectF, row: CastRow, column: int, *, chosen: bool
    ) -> None:
        tokens, room = self.theme.tokens, box.adjusted(_PAD, 0, -_PAD, 0)
        if column == LABEL:
            write(painter, room, shown_label(row.label), label_font(), tokens.ink)
        elif column == IS:
            self._paint_who(painter, room, row.part, chosen=chosen)
        elif column in (TURNS, WORDS):
            count = row.turns if column == TURNS else row.words
            write(painter, room, f"{count:,}", chrome_font(), tokens.ink, RIGHT)
        elif column == MARK and row.mark:
            pair = (tokens.warn, tokens.warn_bg)
            if row.mark != "merge":
                pair = (tokens.accent, tokens.accent_bg)
            paint_pill(painter, room.left() + 4, room.center().y(), _(row.mark), *pair)

    def _paint_who(self, painter: QPainter, room: QRectF, part: Part, *, chosen: bool) -> None:
        tokens = self.theme.tokens
        look = role_look(part.function, part.attributes.get("role", ""), self._session.other_roles)
        at = QPointF(room.left() + 4, room.center().y())
        paint_shape(painter, look.shape, at, look.colour(tokens))
        write(painter, room.adjusted(16, 0, -24, 0), who(part), chrome_font(), tokens.ink)
        place = QRectF(room.right() - 14, room.center().y() - 7, 14, 14)
        paint_icon(painter, "chevron-down", place, tokens.ink if chosen else tokens.ink2)

    # ── typing who somebody is ───────────────────────────────────────────────────────────────

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: ModelIndex
    ) -> QWidget:
        del option
        row = self._model.rows[index.row()]
        part = row.part if isinstance(row, CastRow) else Part(Function.PARTICIPANT)
        name = part.participants[0] if len(part.participants) == 1 else row.label
        editor = WhoEditor(parent, name, part.attributes.get("role", ""))
        editor.finished.connect(lambda: self._finish(editor))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter is heard by the fields themselves; the table would finish a second time."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.key() in enter:
            return False
        return super().eventFilter(editor, event)

    def _finish(self, editor: WhoEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: ModelIndex) -> None:
        """The editor was made with its words."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: ModelIndex) -> None:
        del model
        file = self._session.file
        if isinstance(editor, WhoEditor) and file is not None:
            label = self._model.rows[index.row()].label
            self._session.change(described(file, label, editor.name.text(), editor.role.text()))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        del index
        editor.setGeometry(option.rect)
