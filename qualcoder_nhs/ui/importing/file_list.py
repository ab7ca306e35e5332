"""The files on the import page: name, what was found in it, and whether it comes."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, is_chosen, paint_chosen, write

ROW_HEIGHT = 46
_TEXT_LEFT = 42


def found_in(file: FileChoice) -> str:
    """What a file holds, in a few words."""
    if file.refused:
        return _("cannot be imported")
    if file.understood is None:
        return _("reading …")
    if not file.comes:
        return _why_left_out(file)
    if not file.turns:
        return _("no speakers found · one text")
    parts = [
        ngettext("{n} label", "{n} labels", len(file.turns)),
        ngettext("{n} turn", "{n} turns", len(file.understood.turns)),
    ]
    if file.open_doubts:
        parts.append(_lines_to_look_at(len(file.open_doubts)))
    return " · ".join(parts)


def _lines_to_look_at(count: int) -> str:
    return ngettext("{n} line to look at", "{n} lines to look at", count)


def _why_left_out(file: FileChoice) -> str:
    if file.known_as and file.wanted is None:
        return _("already in the study · left out")
    if file.twin and file.wanted is None:
        return _("the same file twice · left out")
    return _("left out")


def about(file: FileChoice) -> str:
    """What there is to say of a file under the list, in sentences; empty where nothing is."""
    said = [file.refused] if file.refused else []
    if file.known_as:
        names = ", ".join(file.known_as)
        said.append(_("This very file is in the study already, as {}.").format(names))
    if file.twin:
        said.append(_("It holds the same, byte for byte, as {}.").format(file.twin))
    if file.can_come and not file.turns:
        said.append(_("No speakers found. It can still be coded as one text."))
    return " ".join(said)


class FileModel(QAbstractListModel):
    """The files of a session."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = 0
        session.listed.connect(self._follow)

    def _follow(self) -> None:
        """Files only come at the end or all go at once."""
        now = len(self._session.files)
        if now < self._shown:
            self.beginResetModel()
            self._shown = now
            self.endResetModel()
        elif now > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, now - 1)
            self._shown = now
            self.endInsertRows()
        if now:
            self.dataChanged.emit(self.index(0), self.index(now - 1))

    def file(self, index: ModelIndex) -> FileChoice:
        """The file of a row."""
        return self._session.files[index.row()]

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's default)
        return 0 if parent.isValid() else self._shown

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        file = self.file(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return file.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = ", ".join(found_in(file).split(" · "))
            return f"{file.path.name}, {said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(file.path)
        return None


class FilePainter(QStyledItemDelegate):
    """Paints a file: a sign, its name, and what was found."""

    def __init__(self, theme: Theme, model: FileModel) -> None:
        super().__init__(model)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del option, index
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        file, tokens, chosen = self._model.file(index), self.theme.tokens, is_chosen(option)
        box = QRectF(option.rect).adjusted(6, 0, -6, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            paint_chosen(painter, box, tokens)
        sign, ink = self._sign(file)
        paint_icon(painter, sign, QRectF(box.left() + 10, box.center().y() - 8, 16, 16), ink)
        room = QRectF(box.left() + _TEXT_LEFT - 6, box.top() + 4, box.width() - _TEXT_LEFT, 20)
        name = chrome_font(Size.LABEL if chosen else Size.BODY)
        write(painter, room, file.path.name, name, tokens.ink if file.comes else tokens.ink2)
        grey = tokens.ink2 if chosen or file.comes else tokens.ink3
        write(painter, room.translated(0, 18), found_in(file), chrome_font(Size.SMALL), grey)
        painter.restore()

    def _sign(self, file: FileChoice) -> tuple[str, str]:
        tokens = self.theme.tokens
        if file.refused:
            return "x", tokens.bad
        if file.parsed is None:
            return "ellipsis", tokens.ink3
        if not file.comes:
            return "eye-off", tokens.ink3
        return ("circle-alert", tokens.warn) if _needs_a_look(file) else ("check", tokens.ok)


def _needs_a_look(file: FileChoice) -> bool:
    return bool(file.open_doubts) or not file.turns
