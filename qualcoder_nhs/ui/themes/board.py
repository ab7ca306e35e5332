"""The board: every theme a column of its quotes, to be arranged by dragging or with the keys."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import QuoteId, ThemeId
from qualcoder_nhs.domain.theme_page import Chosen, ThemePage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.card_list import CardList
from qualcoder_nhs.ui.themes.glance import count_words
from qualcoder_nhs.ui.themes.keys import ON_BOARD
from qualcoder_nhs.ui.themes.rows import CardRow, Dropped, Nothing
from qualcoder_nhs.ui.widgets.labels import button, wrapped

_WIDTH = 300
_SMALLER = 3


class _Cards(CardList):
    """A column's cards; ← and → leave it even where it holds none."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers():
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)


class Column(QWidget):
    """One theme: its name, which opens it, its statement, how widely it is said, its quotes."""

    def __init__(self, theme: Theme, page: ThemePage, *, writable: bool) -> None:
        super().__init__()
        on_ground(self, "side")
        self.setFixedWidth(grown(_WIDTH))
        self.key: ThemeId = page.theme.id
        self.name = button("", "row", Size.LABEL)
        self._claim = wrapped("", Size.SMALL, "second")
        self._counts = wrapped("", Size.SMALL, "second")
        keys = ON_BOARD if writable else ON_BOARD[-1:]
        self.cards = _Cards(theme, page.theme.name, keys, takes=writable, whole=False)
        self.cards.painter.smaller = _SMALLER
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for part in (self.name, self._claim, self._counts):
            column.addWidget(part)
        column.addWidget(self.cards, 1)
        self.show_page(page)

    def show_page(self, page: ThemePage) -> None:
        """Show the theme as it is now."""
        title = _("{n}  {name}").format(n=page.number, name=page.theme.name)
        self.name.setText(title)
        self.name.setAccessibleName(_("Open {theme}").format(theme=page.theme.name))
        self._claim.setText(page.statement.text if page.statement else _("No statement yet."))
        groups, people, turns, _loudest = count_words(page, page.whole)
        told = _("{groups} groups · {people} people · {turns} turns")
        self._counts.setText(told.format(groups=groups, people=people, turns=turns))
        rows: list[CardRow] = [*page.chosen]
        self.cards.setAccessibleName(_("Quotes of {theme}").format(theme=page.theme.name))
        self.cards.put(rows or [Nothing(_("No quotes yet."))])

    def quote_at(self, place: int) -> QuoteId | None:
        """The quote of a row."""
        rows = self.cards.cards.rows
        row = rows[place] if 0 <= place < len(rows) else None
        return row.quote.id if isinstance(row, Chosen) else None


class Board(QScrollArea):
    """`moved` bears a quote, its theme and the quote it stands ahead of; `theme_moved` a theme.

    `wished` bears `open`, `turn` or `drop` and a card; `opened` the theme whose page is wanted;
    `given` a theme and a passage dropped on it.
    """

    moved = Signal(object, object, object)
    theme_moved = Signal(object, int)
    wished = Signal(str, object)
    opened = Signal(object)
    given = Signal(object, object)

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        self._theme, self._writable = theme, writable
        self.columns: list[Column] = []
        self._wanted: QuoteId | None = None
        self._held = QWidget()
        on_ground(self._held, "paper")
        self._row = QHBoxLayout(self._held)
        self._row.setContentsMargins(16, 16, 16, 16)
        self._row.setSpacing(12)
        self._row.addStretch(1)
        self.setWidget(self._held)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_pages(self, pages: Iterable[ThemePage]) -> None:
        """Show all themes; a column keeps the keys and its place where its theme is still there."""
        held = next((one.key for one in self.columns if one.cards.hasFocus()), None)
        known = {one.key: one for one in self.columns}
        self.columns = []
        for place, page in enumerate(pages):
            column = known.pop(page.theme.id, None)
            if column is None:
                column = self._made(page)
            else:
                column.show_page(page)
            self.columns.append(column)
            self._row.removeWidget(column)
            self._row.insertWidget(place, column)
        for gone in known.values():
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._find_again(held)

    def _made(self, page: ThemePage) -> Column:
        column = Column(self._theme, page, writable=self._writable)
        column.name.clicked.connect(partial(self.opened.emit, column.key))
        column.cards.wished.connect(partial(self._wish, column))
        column.cards.walked.connect(partial(self._walk, column))
        column.cards.cards.dropped.connect(partial(self._dropped, column))
        return column

    def _find_again(self, held: ThemeId | None) -> None:
        """The card that was moved is still the one that is looked at."""
        for column in self.columns:
            places = range(column.cards.cards.rowCount())
            at = next((n for n in places if column.quote_at(n) == self._wanted), -1)
            if self._wanted is not None and at >= 0:
                self._wanted = None
                column.cards.setFocus()
                column.cards.stand_on(at)
                self.ensureWidgetVisible(column)
                return
        for column in self.columns:
            if column.key == held:
                column.cards.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for column in self.columns:
            column.cards.set_theme(theme)

    def begin(self) -> None:
        """Give the keys to the first column."""
        if self.columns:
            self.columns[0].cards.setFocus()

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def _walk(self, column: Column, step: int) -> None:
        at = self.columns.index(column) + step
        if 0 <= at < len(self.columns):
            self.columns[at].cards.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.columns[at])

    def _wish(self, column: Column, word: str, card: Chosen) -> None:
        at, place = self.columns.index(column), column.cards.currentIndex().row()
        if word in ("up", "down"):
            before = place - 1 if word == "up" else place + 2
            if word == "down" or place > 0:
                self._move(card.quote.id, column, column.quote_at(before))
        elif word in ("to the left", "to the right"):
            beside = at + (-1 if word == "to the left" else 1)
            if 0 <= beside < len(self.columns):
                other = self.columns[beside]
                self._move(card.quote.id, other, other.quote_at(place))
        elif word.startswith("theme"):
            self._wanted = card.quote.id
            self.theme_moved.emit(column.key, -1 if word.endswith("left") else 1)
        else:
            self.wished.emit(word, card)

    def _move(self, quote: QuoteId, to: Column, before: QuoteId | None) -> None:
        self._wanted = quote
        self.moved.emit(quote, to.key, before if before != quote else None)

    def _dropped(self, column: Column, dropped: Dropped) -> None:
        if dropped.quote is not None:
            self._move(dropped.quote, column, column.quote_at(dropped.row))
        else:
            self.given.emit(column.key, dropped.passage)
