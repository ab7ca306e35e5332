"""The list of transcripts with its heading and what can be done to each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.library import Shelved
from qualcoder_nhs.ui.library.model import LibraryModel
from qualcoder_nhs.ui.library.row_painter import LibraryRow
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import label

MOST_ROWS = 9


class LibraryList(QListView):
    """As high as its rows, up to a few; then it scrolls."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = LibraryModel(self)
        self.painter = LibraryRow(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Transcripts"))
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.rows.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        shown = min(MOST_ROWS, self.rows.rowCount())
        height = self.sizeHintForRow(0) if shown else 0
        return QSize(240, shown * height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(self.sizeHint().height(), 60))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A menu asked for leaves the mark on the transcript that is on the desk."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what the keys stand on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class LibraryPane(QWidget):
    """`opened` bears the transcript that was picked; the others what is wished for it.

    `renamed` bears a transcript and its new name.
    """

    opened = Signal(str)
    renamed = Signal(str, str)
    memo_wanted = Signal(str)
    remove_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LibraryList(theme)
        self._writable = True
        self._nothing = label(_("No transcripts yet."), Size.SMALL, "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 0)
        column.setSpacing(4)
        heading = label(_("Transcripts"), Size.SMALL_LABEL, "second")
        heading.setContentsMargins(8, 0, 0, 0)
        self._nothing.setContentsMargins(8, 0, 8, 0)
        for part in (heading, self.list, self._nothing):
            column.addWidget(part)
        self.list.clicked.connect(self._picked)
        self.list.rows.rename_wanted.connect(self.renamed)
        self.list.customContextMenuRequested.connect(self._offer)
        self.setFocusProxy(self.list)
        self.show_transcripts(())

    def show_transcripts(self, rows: Sequence[Shelved]) -> None:
        """List these transcripts; say so where there are none."""
        chosen = self.list.rows.transcript(self.list.currentIndex())
        self.list.rows.show(rows)
        self.choose(chosen)
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def set_writable(self, *, writable: bool) -> None:
        """Whether anything can be done to the transcripts."""
        self._writable = writable
        keys = QListView.EditTrigger.EditKeyPressed
        self.list.setEditTriggers(keys if writable else QListView.EditTrigger.NoEditTriggers)

    def choose(self, transcript: TranscriptId | None) -> None:
        """Show which transcript is on the desk."""
        self.list.setCurrentIndex(self.list.rows.place(transcript))

    def set_theme(self, theme: Theme, *, comfortable: bool) -> None:
        """Draw it in another look."""
        self.list.painter.theme = theme
        self.list.painter.comfortable = comfortable
        self.list.doItemsLayout()
        self.list.updateGeometry()

    def _picked(self, index: QModelIndex) -> None:
        transcript = self.list.rows.transcript(index)
        if transcript is not None:
            self.opened.emit(transcript)

    def _offer(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        transcript = self.list.rows.transcript(index)
        if transcript is not None:
            self.menu_for(transcript, index).popup(self.list.viewport().mapToGlobal(place))

    def menu_for(self, transcript: TranscriptId, index: QModelIndex) -> QMenu:
        """What can be done to a transcript; it is gone when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Open"), lambda: self.opened.emit(transcript))
        if self._writable:
            menu.addAction(_("Rename\tF2"), lambda: self.list.edit(index))
            menu.addAction(_("Memo…"), lambda: self.memo_wanted.emit(transcript))
            menu.addSeparator()
            menu.addAction(_("Remove"), lambda: self.remove_wanted.emit(transcript))
            menu.addAction(_("Forget for good…"), lambda: self.forget_wanted.emit(transcript))
        return menu
