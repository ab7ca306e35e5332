"""The frame of the Analyse desk: its pages by name at the left, and the open one beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.side_list import PageEntry, PageModel, PageRow, SideList

LIST_WIDTH, MOST = 168, 40


class AnalyseFrame(QWidget):
    """Lists pages; `picked` bears the id of the one that is wished for, `entered` one gone into.

    `away_wanted` wishes to see the pages that are put away.
    """

    picked = Signal(str)
    entered = Signal(str)
    away_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pages = PageModel(self)
        self.list = SideList(self.pages, PageRow(theme, self), _("Pages"), MOST)
        self.away, self.show_away = wrapped("", Size.SMALL, "second"), button("", "link")
        self.side, self.shown = QWidget(), QStackedWidget()
        self._telling = False
        self._lay_out()
        self.list.picked.connect(self._pick)
        self.list.clicked.connect(self._enter)
        self.list.activated.connect(self._enter)
        self.show_away.clicked.connect(self.away_wanted)
        self.say_away("", "")

    def _lay_out(self) -> None:
        on_ground(self.side, "side", "right")
        self.side.setFixedWidth(grown(LIST_WIDTH))
        self.away.setContentsMargins(8, 0, 8, 0)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(6, 8, 6, 12)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addSpacing(8)
        column.addWidget(self.away)
        column.addWidget(self.show_away, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.shown, 1)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def offer(self, entries: Sequence[PageEntry], chosen: str) -> None:
        """List these pages, standing on one of them."""
        self._telling = True
        if list(entries) != self.pages.rows:
            self.pages.put(entries)
        at = next((n for n, entry in enumerate(entries) if entry.id == chosen), -1)
        self.list.choose(at)
        self._telling = False

    def show_page(self, page: QWidget) -> None:
        """Show the page beside the list; the keys for the page go to it."""
        if self.shown.indexOf(page) < 0:
            self.shown.addWidget(page)
        self.shown.setCurrentWidget(page)
        self.setFocusProxy(page)

    def say_away(self, why: str, words: str) -> None:
        """Say under the list why a page is not in it, and how it is shown; nothing for none."""
        self.away.setText(why)
        self.show_away.setText(words)
        self.show_away.setAccessibleName(words)
        self.away.setVisible(bool(why))
        self.show_away.setVisible(bool(why))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)

    # ── what follows ─────────────────────────────────────────────────────────────────────────

    def _pick(self, entry: PageEntry) -> None:
        """The arrow keys look at a page and stay in the list, so that they reach the next."""
        if not self._telling:
            self.picked.emit(entry.id)

    def _enter(self) -> None:
        entry = self.pages.at(self.list.currentIndex())
        if entry is not None:
            self.entered.emit(entry.id)
