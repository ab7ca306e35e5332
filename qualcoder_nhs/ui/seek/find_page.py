"""Find in the study: words in all transcripts, and a key press to where they are said."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.study_search import Found, StudySearch, study_search
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.seek.found_model import FoundModel
from qualcoder_nhs.ui.seek.found_painter import FoundPainter
from qualcoder_nhs.ui.seek.sentences import found_sentence
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.working.live import Live

_PAUSE = 120  # milliseconds without a key before the study is asked
_CONCERNED = ("transcripts", "turns", "speakers", "participants")


class FindPage(QWidget):
    """Asks the study for words. `jump` carries a transcript and a span; `left` says Esc.

    `code_wanted` carries words whose every hit is to be coded, and whether all their forms are.
    """

    jump = Signal(object, object)
    code_wanted = Signal(str, bool)
    left = Signal()

    def __init__(self, live: Live, theme: Theme) -> None:
        super().__init__()
        self._live = live
        self.found = FoundModel(self)
        self.painter = FoundPainter(theme, self.found)
        self.header = PageHeader(_("Find in the study"))
        self.field, self.list = QLineEdit(), QListView()
        self.told = wrapped("", Size.BODY, "second")
        self.stems = QCheckBox(_("All &forms of a word: manage finds managed and managers"))
        self.code = button(_("Co&de these hits…"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self.header.say(
            _("Words are found by how they begin; in double quotes, together and as they are.")
        )
        self.field.setPlaceholderText(_("Words that were said"))
        self.field.setAccessibleName(_("Find in the study"))
        self.field.setMaximumWidth(560)
        self.list.setModel(self.found)
        self.list.setItemDelegate(self.painter)
        self.list.setAccessibleName(_("Places found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(8)
        head.addWidget(self.field)
        head.addWidget(self.stems)
        head.addWidget(self.told)
        head.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        self.code.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(head)
        whole.addWidget(self.list, 1)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _words: self._pause.start())
        self._pause.timeout.connect(self._ask)
        self.stems.toggled.connect(lambda _on: self._ask())
        self.code.clicked.connect(self._want_code)
        self.list.clicked.connect(lambda index: self._go(index.row()))
        for part in (self.field, self.list):
            part.installEventFilter(self)

    # ── for the window that hosts it ─────────────────────────────────────────────────────────

    def begin(self, words: str = "") -> None:
        """Look for these words, or go on with those of before."""
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()

    def refresh(self, changes: Changes) -> None:
        """Look again where what is shown may have changed."""
        if self.isVisible() and any(table in changes for table in _CONCERNED):
            self._ask()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.list.viewport().update()

    # ── asking and showing ───────────────────────────────────────────────────────────────────

    def _ask(self) -> None:
        self._pause.stop()
        words, stems = self.field.text().strip(), self.stems.isChecked()
        self._live.ask(self._take, self, study_search, words, stems=stems)

    def _take(self, search: StudySearch) -> None:
        wanted = (self.field.text().strip(), self.stems.isChecked())
        if (search.words, search.stems) != wanted:
            return  # more was typed since
        before = self._current
        self.found.show(search)
        self.told.setText(found_sentence(search))
        self.code.setVisible(bool(search.places) and self._live.study.writable)
        same = self.found.rows.index(before) if before in self.found.rows else 0
        self._choose(self.found.place(same, 1))

    @property
    def _current(self) -> Found | None:
        at = self.list.currentIndex().row()
        row = self.found.rows[at] if 0 <= at < len(self.found.rows) else None
        return row if isinstance(row, Found) else None

    def _choose(self, at: int) -> None:
        if at >= 0:
            self.list.setCurrentIndex(self.found.index(at))

    # ── keys ─────────────────────────────────────────────────────────────────────────────────

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key(), in_field=watched is self.field)
        return super().eventFilter(watched, event)

    def _key(self, key: int, *, in_field: bool) -> bool:
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif in_field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose(self.found.place(self.list.currentIndex().row() + step, step))
        else:
            return False
        return True

    def _enter(self) -> None:
        """Go to the place that is looked at; words not yet looked for are, first."""
        if self._pause.isActive():
            self._ask()
        else:
            self._go(self.list.currentIndex().row())

    def _want_code(self) -> None:
        if words := self.field.text().strip():
            self.code_wanted.emit(words, self.stems.isChecked())

    def _go(self, at: int) -> None:
        row = self.found.rows[at] if 0 <= at < len(self.found.rows) else None
        if isinstance(row, Found):
            self.jump.emit(row.transcript, row.span)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()
