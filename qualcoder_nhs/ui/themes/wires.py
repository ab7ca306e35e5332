"""The wires of the Themes desk: what is typed, pressed and dropped becomes actions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.themes import (
    AddTheme,
    DeleteTheme,
    MoveTheme,
    RenameTheme,
    SayServes,
    StateTheme,
    TakeCodes,
)
from qualcoder_nhs.domain.ids import ThemeId
from qualcoder_nhs.domain.theme_page import Chosen
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_list import ListedTheme
from qualcoder_nhs.ui.memo_desk import MemoDesk
from qualcoder_nhs.ui.themes.board import Board
from qualcoder_nhs.ui.themes.hands import ThemeHands
from qualcoder_nhs.ui.themes.left import ThemesLeft
from qualcoder_nhs.ui.themes.pool import Concern
from qualcoder_nhs.ui.themes.rows import Dropped
from qualcoder_nhs.ui.themes.sheet import ThemeSheet
from qualcoder_nhs.ui.themes.side import Side
from qualcoder_nhs.ui.widgets.memo_dialog import MemoDialog
from qualcoder_nhs.ui.working.live import Live


@dataclass(frozen=True)
class ThemeParts:
    """What the desk consists of; `opened` is called with a theme that is to be looked at.

    `show_side` brings what stands beside it into sight.
    """

    left: ThemesLeft
    sheet: ThemeSheet
    side: Side
    board: Board
    opened: Callable[[ThemeId], None]
    show_side: Callable[[], None]


class ThemeWires(QObject):
    """`jump` bears a transcript and a span, `quote_wanted` words for a theme yet to be chosen."""

    jump = Signal(object, object)
    quote_wanted = Signal(object, object)

    def __init__(self, live: Live, parts: ThemeParts, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._parts, self._window = live, parts, window
        self._hands, self._memos = ThemeHands(self._run), MemoDesk(live, window)
        self._connect_fields()
        self._connect_cards()

    def _connect_fields(self) -> None:
        sheet, left = self._parts.sheet, self._parts.left
        sheet.name.told.connect(lambda words: self._about(lambda t: RenameTheme(t, words)))
        sheet.statement.stated.connect(lambda words: self._about(lambda t: StateTheme(t, words)))
        sheet.serves.told.connect(lambda words: self._about(lambda t: SayServes(t, words)))
        sheet.codes.taken.connect(lambda code: self._about(lambda t: TakeCodes(t, (code,))))
        left.begun.connect(self._begin)
        left.list.wished.connect(self._theme_wish)
        left.list.themes.dropped.connect(lambda one, to: self._run(MoveTheme(one, to)))
        left.list.themes.given.connect(self._hands.give)

    def _connect_cards(self) -> None:
        sheet, side, board = self._parts.sheet, self._parts.side, self._parts.board
        for cards in (sheet.cards, side, board):
            cards.wished.connect(self._card_wish)
        sheet.cards.cards.dropped.connect(self._drop)
        sheet.against_wanted.connect(self._look_against)
        side.memo_wanted.connect(self.write_memo)
        board.moved.connect(self._hands.move)
        board.theme_moved.connect(self._shift)
        board.given.connect(self._hands.give)

    def _run(self, action: Any) -> None:
        if self._live.study.writable:
            self._live.run(action)

    def _about(self, action: Callable[[ThemeId], Any]) -> None:
        """Of the theme that is shown, which may not be the one that was just gone to."""
        if self._parts.sheet.page is not None:
            self._run(action(self._parts.sheet.page.theme.id))

    # ── themes ───────────────────────────────────────────────────────────────────────────────

    def _begin(self, name: str) -> None:
        self._live.run(AddTheme(name), self._parts.opened, self)

    def _theme_wish(self, word: str, row: ListedTheme) -> None:
        if word in ("up", "down"):
            self._shift(row.theme.id, -1 if word == "up" else 1)
        elif word == "rename":
            self._parts.sheet.name.setFocus()
            self._parts.sheet.name.selectAll()
        elif word == "delete":
            self._run(DeleteTheme(row.theme.id))
        else:
            self._parts.sheet.statement.setFocus()

    def _shift(self, theme: ThemeId, step: int) -> None:
        self._hands.shift(self._parts.left.list.themes.rows, theme, step)

    def write_memo(self) -> None:
        """Open the memo of the theme that is shown."""
        page = self._parts.sheet.page
        if page is not None:
            self._memos.on_theme(page.theme.id, page.theme.name)

    # ── cards ────────────────────────────────────────────────────────────────────────────────

    def _card_wish(self, word: str, card: Any) -> None:
        page = self._parts.sheet.page
        if word == "stand on":
            self._parts.sheet.stand_on(card)
        elif word == "open":
            self.jump.emit(card.words.transcript, card.words.span)
        elif word == "theme":
            self.quote_wanted.emit(card.words.transcript, card.words.span)
        elif word == "note":
            self._annotate(card)
        elif page is not None:
            self._hands.do(word, page, card)

    def _annotate(self, card: Chosen) -> None:
        name = _("{place}: why it was chosen").format(place=card.words.reference)

        def keep(words: str) -> None:
            self._hands.annotate(card, words)

        note, writable = card.quote.note, self._live.study.writable
        MemoDialog(name, note, keep, self._window, writable=writable).open()

    def _drop(self, dropped: Dropped) -> None:
        page, cards = self._parts.sheet.page, self._parts.sheet.cards.cards
        if page is not None:
            before = cards.quote_from(dropped.row)
            self._hands.drop(page, dropped, before, on=cards.section(dropped.row))

    def _look_against(self) -> None:
        page = self._parts.sheet.page
        if page is not None:
            words = tuple(one.words for one in page.against_pool)
            told = _("What might speak against it.") if words else ""
            self._parts.show_side()
            self._parts.side.show_pool(Concern(told, words=words))
