"""The list of passages behind an entry: walked with keys, each a way to its place in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from qualcoder_nhs.domain.talk_passage import TalkPassage
from qualcoder_nhs.ui.analyse.talk_model import TalkModel, quotation
from qualcoder_nhs.ui.analyse.talk_painter import TalkPainter
from qualcoder_nhs.ui.look.theme import Theme

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TalkList(QListView):
    """Enter or a click goes to the place, Q wishes the words for a theme, Ctrl C copies them."""

    jump = Signal(object, object)
    quote_wanted = Signal(object, object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.talk = TalkModel()
        self.talk.setParent(self)
        self.painter = TalkPainter(theme, self.talk)
        self.setModel(self.talk)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(25)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)

    def show_talk(self, rows: Sequence[TalkPassage], headings: Sequence[str] = ()) -> None:
        """Show other passages."""
        self.talk.headings = tuple(headings)
        self.talk.put(rows)
        self.scrollToTop()
        if self.hasFocus():
            self._stand_somewhere()

    @property
    def current(self) -> TalkPassage | None:
        """The passage one is at."""
        return self.talk.at(self.currentIndex())

    def _go(self, index: QModelIndex) -> None:
        row = self.talk.at(index)
        if row is not None:
            self.jump.emit(row.transcript, row.span)

    def _stand_somewhere(self) -> None:
        if self.current is None and self.talk.rows:
            self.setCurrentIndex(self.talk.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if row is not None and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(quotation(row))
        elif row is not None and event.key() in _OPENS and not event.modifiers():
            self.jump.emit(row.transcript, row.span)
        elif row is not None and event.key() == Qt.Key.Key_Q and not event.modifiers():
            self.quote_wanted.emit(row.transcript, row.span)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._stand_somewhere()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painter.width != self.viewport().width():
            self.painter.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
