"""The table of labels: each can be said to be somebody else, with the mouse or with keys."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.importing.cast_model import (
    IS,
    LABEL,
    MARK,
    TURNS,
    WORDS,
    CastModel,
    CastRow,
    NoteRow,
    Way,
    shown_label,
    who,
)
from qualcoder_nhs.ui.importing.cast_painter import NOTE_HEIGHT, ROW_HEIGHT, CastPainter
from qualcoder_nhs.ui.importing.choices import as_function, kept_apart, same_as
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.importing.session import Session
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.glyphs import FUNCTION_WORDS
from qualcoder_nhs.ui.look.theme import Theme

_WIDTHS = {LABEL: 104, TURNS: 58, WORDS: 64, MARK: 90}
_NARROW_WIDTHS = {LABEL: 84, TURNS: 50, WORDS: 56, MARK: 76}
_NARROW = 460
_ACT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CastTable(QTableView):
    """Who each label of the chosen file is."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self.labels = CastModel(self)
        self.painter = CastPainter(theme, self.labels, session)
        self.setModel(self.labels)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Who speaks"))
        self._dress()
        self.clicked.connect(self._clicked)
        session.chosen.connect(self._follow)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(NOTE_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setFont(chrome_font(Size.SMALL_LABEL))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(IS, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who somebody is has to be readable, whatever the width."""
        widths = _WIDTHS if self.width() >= _NARROW else _NARROW_WIDTHS
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        super().resizeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.viewport().update()

    def _follow(self) -> None:
        place, label = self.currentIndex().row(), self._current_label()
        if not self.labels.show(self._session.file):
            return
        self.clearSpans()
        for at, row in enumerate(self.labels.rows):
            note = isinstance(row, NoteRow)
            self.setRowHeight(at, NOTE_HEIGHT if note else ROW_HEIGHT)
            if note:
                self.setSpan(at, IS, 1, MARK - IS + 1)
        self.setMaximumHeight(self.horizontalHeader().height() + self.verticalHeader().length() + 1)
        self._choose(self.labels.place_of(label) if label is not None else place)

    def _current_label(self) -> str | None:
        at = self.currentIndex().row()
        return self.labels.rows[at].label if 0 <= at < len(self.labels.rows) else None

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.selectionModel().setCurrentIndex(
                self.labels.index(place, IS),
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() >= IS:
            self._act(index.row())

    def _act(self, at: int) -> None:
        row = self.labels.rows[at]
        if isinstance(row, NoteRow):
            self._go_back(row)
        else:
            corner = self.visualRect(self.labels.index(at, IS)).bottomLeft()
            self.menu_for(row).popup(self.viewport().mapToGlobal(corner + QPoint(0, 1)))

    def _go_back(self, note: NoteRow) -> None:
        file = self._session.file
        if file is not None and note.way is Way.KEEP_APART:
            self._session.change(kept_apart(file, note.label))
        elif file is not None:
            self._session.change(as_function(file, note.label, Function.PARTICIPANT))

    def menu_for(self, row: CastRow) -> QMenu:
        """What the label can be said to be; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for function, words in FUNCTION_WORDS.items():
            action = menu.addAction(_(words), self._changing(as_function, row.label, function))
            action.setCheckable(True)
            action.setChecked(row.part.function is function)
        menu.addSeparator()
        self._add_same(menu, row)
        if self._can_be_named(row.label):
            menu.addAction(_("Name and role …"), lambda: self.edit_who(row.label))
        return menu

    def _add_same(self, menu: QMenu, row: CastRow) -> None:
        file = self._session.file
        if file is None:
            return
        if row.label in file.spellings:
            menu.addAction(_("Keep apart"), self._changing(kept_apart, row.label))
        others = [one for one in file.turns if one not in file.spellings and one != row.label]
        if others:
            same = menu.addMenu(_("The same as"))
            for other in others:
                words = f"{shown_label(other)}   {who(file.cast[other])}"
                same.addAction(words, self._changing(same_as, row.label, other))

    def _changing(
        self, change: Callable[..., FileChoice], *chosen: str | Function
    ) -> Callable[[], None]:
        def do() -> None:
            if self._session.file is not None:
                self._session.change(change(self._session.file, *chosen))

        return do

    def edit_who(self, label: str) -> None:
        """Open the fields for the name and role of a participant."""
        index = self.labels.index(self.labels.place_of(label), IS)
        if self._can_be_named(label):
            self.setCurrentIndex(index)
            self.edit(index)

    def _can_be_named(self, label: str) -> bool:
        index = self.labels.index(self.labels.place_of(label), IS)
        return bool(self.labels.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _ACT and plain and self.currentIndex().isValid():
            self._act(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_F2 and self._current_label() is not None:
            self.edit_who(str(self._current_label()))
        else:
            super().keyPressEvent(event)
