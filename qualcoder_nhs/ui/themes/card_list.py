"""A column of cards: walked with keys, as high as it has to be, each card a way to its place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QSizePolicy

from qualcoder_nhs.domain.theme_page import Chosen, Offered, Words
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.card_painter import CardPainter
from qualcoder_nhs.ui.themes.keys import CardKey
from qualcoder_nhs.ui.themes.rows import CardModel, CardRow
from qualcoder_nhs.ui.widgets.keycap import key_words
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex


class CardList(QListView):
    """`wished` bears what a key or a choice in the menu stands for, and the card it is about.

    One that is `whole` is as high as its cards and scrolls with the page it lies on.
    """

    wished = Signal(str, object)
    stood_on = Signal(object)

    def __init__(
        self, theme: Theme, name: str, keys: Sequence[CardKey], *, takes: bool, whole: bool
    ) -> None:
        super().__init__()
        self.cards = CardModel(self, takes=takes)
        self.painter = CardPainter(theme, self.cards)
        self._keys, self._whole = tuple(keys), whole
        self.setModel(self.cards)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(takes)
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.DragDrop if takes else mode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.doubleClicked.connect(lambda _index: self._wish("open"))
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, rows: list[CardRow]) -> None:
        """Show these rows, staying with the card that is looked at, or where it was."""
        before, place = self.words, self.currentIndex().row()
        self.painter.forget()
        self.cards.put(rows)
        again = self.cards.place_of(before) if before is not None else -1
        if again < 0 and place >= 0:
            again = self._near(place)
        if again >= 0:
            self.setCurrentIndex(self.cards.index(again))
        self.updateGeometry()

    def _near(self, place: int) -> int:
        """The card at or after a place, else the last before it; -1 where there is none."""
        cards = [n for n, row in enumerate(self.cards.rows) if isinstance(row, Chosen | Offered)]
        return next((n for n in cards if n >= place), cards[-1] if cards else -1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self.painter.theme = theme
        self._lay_out_again()

    @property
    def card(self) -> Chosen | Offered | None:
        """The card that is looked at."""
        row = self.cards.at(self.currentIndex())
        return row if isinstance(row, Chosen | Offered) else None

    @property
    def words(self) -> Words | None:
        """Its words."""
        return self.card.words if self.card is not None else None

    def stand_on(self, place: int) -> None:
        """Look at the card there, or at the next one."""
        near = self._near(max(0, place))
        if near >= 0:
            self.setCurrentIndex(self.cards.index(near))

    def _wish(self, word: str) -> None:
        if self.card is not None:
            self.wished.emit(word, self.card)

    def _lay_out_again(self) -> None:
        self.painter.forget()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if not self._whole:
            return super().sizeHint()
        return QSize(320, self._height())

    def _height(self) -> int:
        rows = range(self.cards.rowCount())
        return sum(self.sizeHintForIndex(self.cards.index(row)).height() for row in rows) + 4

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height() if self._whole else 80)

    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.stood_on.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.card is None:
            self.stand_on(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.words is not None:
            mime = self.cards.mimeData([self.currentIndex()])
            QGuiApplication.clipboard().setMimeData(mime)
            return
        pressed = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        meant = pressed.replace("Enter", "Return")
        wish = next((one.wish for one in self._keys if one.key == meant), None)
        if wish is None:
            super().keyPressEvent(event)
        else:
            self._wish(wish)

    def menu(self) -> QMenu:
        """What can be done with the card that is looked at, each with its key."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for one in self._keys:
            if one.words:
                shown = f"{_(one.words)}\t{key_words(one.key)}"
                menu.addAction(shown, partial(self._wish, one.wish))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.card is not None:
            self.menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painter.width != self.viewport().width():
            self.painter.width = self.viewport().width()
            self._lay_out_again()
