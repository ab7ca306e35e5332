"""The page of a queue of codings: all of them at the left, the one looked at at the right."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, transcript_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.coding_rows import CodingModel, CodingRow, One, about_words
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import label, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader

_WIDTH = 420


class CodingQueue(QWidget, Generic[One]):
    """What both kinds of queue have; `jump` bears a transcript and a span.

    A page lays itself out when it has made what stands under the words, and says what is shown of
    a coding in `look`.
    """

    jump = Signal(object, object)
    nothing: str
    """What stands where nothing waits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.model = CodingModel[One](self)
        self.row = CodingRow(theme, self.model, self)
        self.list = QListView()
        self.open = self.key_action(_("Open in transcript"), "O", self._open)
        self.about, self.words = label("", Size.HEADING), wrapped("")
        self._buttons: list[KeyButton] = []

    def key_action(self, words: str, key: str, act: Callable[[], None]) -> QAction:
        """Something that a key does wherever on the page one is."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    def key_button(self, action: QAction, look: str = "") -> KeyButton:
        """A button of the page that shows its key and keeps to its colours."""
        made = KeyButton(self._theme, action, look)
        self._buttons.append(made)
        return made

    # ── laying out ───────────────────────────────────────────────────────────────────────────

    def lay_out(
        self,
        title: str,
        named: str,
        controls: Iterable[QWidget],
        parts: Iterable[QWidget],
        choices: Iterable[QWidget] = (),
    ) -> None:
        """Head with controls, the list by its name for screen readers, words with parts below."""
        on_ground(self, "paper")
        self.header = PageHeader(title, *controls)
        self._lay_list(named)
        self.words.setFont(transcript_font(self._theme.text_pixels, self._theme.face))
        panes = QSplitter()
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.list)
        panes.addWidget(self._right(parts, choices))
        panes.setSizes([_WIDTH, _WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(panes, 1)
        self.setFocusProxy(self.list)

    def _lay_list(self, named: str) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.row)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(named)
        self.list.selectionModel().currentChanged.connect(self._look)

    def _right(self, parts: Iterable[QWidget], choices: Iterable[QWidget]) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for part in (self.about, self.words, *parts):
            column.addWidget(part)
        column.addSpacing(8)
        for choice in choices:
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return right

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    def put(self, waiting: Sequence[One]) -> None:
        """Show what waits; the row that was looked at stays where it can."""
        row = max(0, self.list.currentIndex().row())
        self.model.put(waiting)
        self.list.setCurrentIndex(self.model.index(min(row, len(waiting) - 1)))
        self._look(self.list.currentIndex())

    @property
    def current(self) -> One | None:
        """The coding that is looked at."""
        return self.model.at(self.list.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        one = self.model.at(index)
        self.open.setEnabled(one is not None)
        self.about.setText(about_words(one) if one else "")
        self.words.setText(one.excerpt.words if one else self.nothing)
        self.look(one)

    def look(self, one: One | None) -> None:
        """Show what the page has to say of a coding besides its words; None for no coding."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self.row.theme = theme
        self.words.setFont(transcript_font(theme.text_pixels, theme.face))
        self.list.viewport().update()
        for button in self._buttons:
            button.set_theme(theme)

    def _open(self) -> None:
        if self.current is not None:
            coding = self.current.excerpt.coding
            self.jump.emit(coding.transcript, coding.span)
