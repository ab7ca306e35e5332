"""The Themes desk: the list at the left, the theme in the middle, what is known of it beside it."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CodeId, ThemeId
from qualcoder_nhs.domain.theme_page import ThemePage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_list import ThemeList, theme_list
from qualcoder_nhs.queries.theme_page import ThemeWish, theme_page, theme_pages
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.look.fonts import grown
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.board import Board
from qualcoder_nhs.ui.themes.left import ThemesLeft
from qualcoder_nhs.ui.themes.sheet import ThemeSheet
from qualcoder_nhs.ui.themes.side import Side
from qualcoder_nhs.ui.themes.wires import ThemeParts, ThemeWires
from qualcoder_nhs.ui.widgets.desk_panes import DeskPanes
from qualcoder_nhs.ui.widgets.empty_page import EmptyPage
from qualcoder_nhs.ui.widgets.labels import button
from qualcoder_nhs.ui.working.live import Live

_LEFT, _RIGHT, _CROWDED = 250, 480, 1100
_ELSEWHERE = {"exports", "finishes", "rechecks", "merges", "attributes", "decisions"}
_SOON = 60  # milliseconds: changes that come together are asked about once


class ThemesPage(QWidget):
    """Asks for the themes and for the one that is looked at; does what is wished of them.

    `jump` bears a transcript and a span, `code_wanted` a code, `quote_wanted` words that are to go
    to a theme that is still to be chosen, `codes_wanted` the theme that shall get more codes.
    """

    jump = Signal(object, object)
    code_wanted = Signal(object)
    quote_wanted = Signal(object, object)
    codes_wanted = Signal(object, object)

    def __init__(self, live: Live, theme: Theme, now: Settings) -> None:
        super().__init__()
        self._live, self._theme, writable = live, theme, live.study.writable
        self._now = now
        self.listed: ThemeList | None = None
        self.current: ThemeId | None = None
        self.budget = ThemeWish().budget
        self._number, self._stale = 0, True
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self.board_action = self._action(_("Board"), "Ctrl+B")
        self.memo_action = self._action(_("Write a memo"), "Ctrl+M")
        self.left = ThemesLeft(theme, self.board_action, writable=writable)
        self.sheet = ThemeSheet(theme, writable=writable)
        self.side = Side(theme, writable=writable)
        self.board = Board(theme, writable=writable)
        self.empty = EmptyPage(_("No themes yet"), _empty_words(), button(_("Begin a theme")))
        self.empty.button.setProperty("look", "primary")
        self._shown = QStackedWidget()
        parts = ThemeParts(
            self.left, self.sheet, self.side, self.board, self._opened, self.show_side
        )
        self.wires = ThemeWires(live, parts, self)
        self._lay_out()
        self._connect()

    def _action(self, words: str, key: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self.board_action.setCheckable(True)
        for page in (self.sheet, self.board, self.empty):
            self._shown.addWidget(page)
        widths = replace(self._now, left_width=grown(_LEFT), right_width=grown(_RIGHT))
        self.panes = DeskPanes([self.left], self._shown, [self.side], widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.setFocusProxy(self.left.list)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._ask)
        self.board_action.toggled.connect(lambda _on: self._show_part(entered=True))
        self.left.list.picked.connect(lambda row: self.open(row.theme.id))
        self.side.findings.budget_chosen.connect(self._set_budget)
        self.board.opened.connect(self._open_from_board)
        self.memo_action.triggered.connect(self.wires.write_memo)
        self.empty.button.clicked.connect(self.begin)
        self.wires.jump.connect(self.jump)
        self.wires.quote_wanted.connect(self.quote_wanted)
        self.sheet.codes.opened.connect(self.code_wanted)
        self.sheet.codes.shown.connect(self._show_code)
        for wish in (self.sheet.codes.more, self.left.homeless_wanted):
            wish.connect(self._offer_codes)

    def _opened(self, theme: ThemeId) -> None:
        """A theme was begun: its statement is what comes next."""
        self.current = theme
        self.refresh()
        self.sheet.statement.setFocus()

    def begin(self) -> None:
        """Let a name be typed for a new theme."""
        self.left.new.setFocus()

    def _offer_codes(self) -> None:
        if self.current is not None and self.listed is not None:
            self.codes_wanted.emit(self.current, self.listed)

    def _show_code(self, code: CodeId) -> None:
        self.show_side()
        self.side.show_code(code)

    def _set_budget(self, budget: int) -> None:
        self.budget = budget
        self._number += 1
        self._ask_page()

    # ── asking and showing ───────────────────────────────────────────────────────────────────

    def follow(self, changes: Changes) -> None:
        """Something in the study changed."""
        if set(changes.rows) <= _ELSEWHERE:
            return
        self.refresh()

    def refresh(self) -> None:
        """Ask anew, at once where it is seen, else when it is next."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        self._number += 1
        self._live.ask(self._show_list, self, theme_list)
        if self.board_action.isChecked():
            self._live.ask(self.board.show_pages, self, theme_pages)

    def _show_list(self, listed: ThemeList) -> None:
        self.listed = listed
        known = [one.theme.id for one in listed.themes]
        if self.current not in known:
            self.current = known[0] if known else None
        look = looks(listed.codebook, self._theme)
        with _Quiet(self.left.list):
            self.left.show_list(listed, look)
            place = self.left.list.themes.place_of(self.current)
            self.left.list.setCurrentIndex(self.left.list.themes.index(max(0, place)))
        self._show_part()
        self._ask_page()

    def _ask_page(self) -> None:
        if self.current is None or self.listed is None:
            return
        number = self._number

        def show(page: ThemePage) -> None:
            if number == self._number and page.theme.id == self.current:
                self._show_page(page)

        self._live.ask(show, self, theme_page, self.current, ThemeWish(budget=self.budget))

    def _show_page(self, page: ThemePage) -> None:
        if self.listed is None:
            return
        book = self.listed.codebook
        codes = [book[code] for code in page.theme.codes if code in book.by_id]
        self.sheet.show_page(page, codes, looks(book, self._theme))
        self.side.show_page(page, book)

    def _show_part(self, *, entered: bool = False) -> None:
        some = self.current is not None
        on_board = self.board_action.isChecked()
        part = self.empty if not some else self.board if on_board else self.sheet
        if part is not self._shown.currentWidget() or entered:
            self._shown.setCurrentWidget(part)
            self.panes.show_pane("right", on=part is self.sheet and not self._crowded)
        self.left.board.setVisible(some)
        if entered and on_board:
            self._live.ask(self._begin_board, self, theme_pages)

    def _begin_board(self, pages: list[ThemePage]) -> None:
        self.board.show_pages(pages)
        self.board.begin()

    def toggle_pane(self, side: str) -> None:
        """Show what stands at the left or at the right, or put it away."""
        self.panes.show_pane(side, on=not self.panes.has(side))

    def show_side(self) -> None:
        """What is looked for stands at the right, so that it is in sight."""
        if not self.panes.has("right"):
            self.panes.show_pane("right", on=True)

    @property
    def _crowded(self) -> bool:
        return self.width() < grown(_CROWDED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.make_room(crowded=self._crowded)

    @property
    def page(self) -> ThemePage | None:
        """The theme that is shown."""
        return self.sheet.page

    def open(self, theme: ThemeId) -> None:
        """Look at a theme."""
        if theme != self.current:
            self.sheet.keep()
            self.current = theme
            self._number += 1
            self._ask_page()

    def _open_from_board(self, theme: ThemeId) -> None:
        self.board_action.setChecked(False)
        self.open(theme)
        self.left.list.setCurrentIndex(
            self.left.list.themes.index(self.left.list.themes.place_of(theme))
        )
        self.sheet.statement.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another look."""
        self._theme = theme
        for part in (self.left, self.sheet, self.side, self.board):
            part.set_theme(theme)
        self.refresh()

    def keep(self) -> None:
        """Keep what is being written."""
        self.sheet.keep()


class _Quiet:
    """While rows are put anew nobody picks one."""

    def __init__(self, view: QWidget) -> None:
        self._view = view

    def __enter__(self) -> None:
        self._view.blockSignals(True)  # noqa: FBT003  (Qt's own)

    def __exit__(self, *_error: object) -> None:
        self._view.blockSignals(False)  # noqa: FBT003


def _empty_words() -> tuple[str, ...]:
    return (
        _("A theme is a claim that you make: a statement, the codes it rests on, chosen words."),
        _("Give it a name to begin. It can be renamed, restated, deleted, and all of it undone."),
    )
