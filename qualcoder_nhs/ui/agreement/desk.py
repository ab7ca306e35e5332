"""The Agreement desk: rounds at the left, and pages about the chosen one beside them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.lists import RoundModel, RoundRow
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import PANE_WIDTH
from qualcoder_nhs.ui.widgets.empty_page import EmptyPage
from qualcoder_nhs.ui.widgets.labels import button, label
from qualcoder_nhs.ui.widgets.side_list import PageEntry, PageModel, PageRow, SideList

MOST_ROUNDS, MOST_PAGES = 9, 8


class AgreementDesk(QWidget):
    """Holds the pages; knows which round they are about.

    `new_wanted` asks for a round to be begun, `shown` tells that the desk came into view.
    """

    new_wanted = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        self._theme, self._writable = theme, writable
        self.desk: RoundDesk | None = None
        self._chosen: RoundId | None = None
        self._entered = True
        self._pages: dict[str, RoundPage] = {}
        self.rounds, self.listed = RoundModel(self), PageModel(self)
        self.round_list = SideList(self.rounds, RoundRow(theme, self), _("Rounds"), MOST_ROUNDS)
        self.page_list = SideList(
            self.listed, PageRow(theme, self), _("About this round"), MOST_PAGES
        )
        self.start = button(_("Start a round"))
        self.empty = EmptyPage(
            _("No rounds yet"), _empty_words(), button(_("Start a round"), "primary")
        )
        self._heading = label("", Size.SMALL_LABEL, "second")
        self._left, self._shown = QWidget(), QStackedWidget()
        self._form = QWidget(self)
        self._lay_out()
        self._connect()
        self.show_whether_empty()

    def _lay_out(self) -> None:
        on_ground(self._left, "side", "right")
        self._left.setFixedWidth(grown(PANE_WIDTH))
        column = QVBoxLayout(self._left)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(4)
        heading = label(_("Rounds"), Size.SMALL_LABEL, "second")
        for part in (heading, self._heading):
            part.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.round_list)
        column.addSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self.page_list)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.start)
        foot.addStretch(1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._shown, 1)
        self._shown.addWidget(self.empty)

    def _connect(self) -> None:
        self.round_list.picked.connect(self._pick_round)
        self.page_list.picked.connect(self._pick_page)
        self.page_list.clicked.connect(self._enter_page)
        self.page_list.activated.connect(self._enter_page)
        self.start.clicked.connect(self.new_wanted)
        self.empty.button.clicked.connect(self.new_wanted)

    # ── pages ────────────────────────────────────────────────────────────────────────────────

    def add_page(self, entry: PageEntry, page: RoundPage) -> None:
        """Put one more page below the others."""
        self._pages[entry.id] = page
        self._shown.addWidget(page)
        chosen = max(0, self.page_list.currentIndex().row())
        self.listed.put([*self.listed.rows, entry])
        self.page_list.choose(chosen)

    def show_page(self, page: str) -> None:
        """Go to a page about the chosen round."""
        at = next(n for n, entry in enumerate(self.listed.rows) if entry.id == page)
        self._entered = True
        self.page_list.choose(at)
        self.show_whether_empty()

    def hold_form(self, form: QWidget) -> None:
        """Keep the form that is shown in the place of the pages while a round is declared."""
        self._form = form
        self._shown.addWidget(form)

    def show_form(self) -> None:
        """Let a round be declared."""
        self._shown.setCurrentWidget(self._form)
        self._form.setFocus()

    def leave_form(self) -> None:
        """Go back to the rounds there are."""
        if self._shown.currentWidget() is self._form:
            self._shown.setCurrentWidget(self.empty)
            self.show_whether_empty()
            self.setFocus()

    # ── values in ────────────────────────────────────────────────────────────────────────────

    @property
    def board(self) -> RoundBoard | None:
        """The round that is chosen."""
        return next((one for one in self.rounds.rows if one.round.id == self._chosen), None)

    def show_desk(self, desk: RoundDesk) -> None:
        """Show these rounds, the newest above; the chosen one stays chosen."""
        self.desk = desk
        newest_first = list(reversed(desk.boards))
        known = [one.round.id for one in newest_first]
        self.rounds.put(newest_first)
        self.choose(self._chosen if self._chosen in known else known[0] if known else None)
        self.start.setVisible(desk.leads and self._writable and bool(known))
        self.empty.button.setVisible(desk.leads and self._writable)
        self.empty.sentences[-1].setText("" if desk.leads else lead_words(desk.lead))
        self.empty.sentences[-1].setHidden(desk.leads)
        self.show_whether_empty()

    def choose(self, wanted: RoundId | None) -> None:
        """Be about this round."""
        self._chosen = wanted
        at = next((n for n, one in enumerate(self.rounds.rows) if one.round.id == wanted), -1)
        if at >= 0:
            self.round_list.choose(at)
        self._tell_pages()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.round_list.set_theme(theme)
        self.page_list.set_theme(theme)
        for page in self._pages.values():
            page.set_theme(theme)

    # ── what follows ─────────────────────────────────────────────────────────────────────────

    def _pick_round(self, board: RoundBoard) -> None:
        if board.round.id != self._chosen:
            self._chosen = board.round.id
            self._tell_pages()
            self._show_page()

    def _pick_page(self, _entry: PageEntry) -> None:
        """The arrow keys look at a page and stay in the list, so that they reach those below it."""
        self._entered = not self.page_list.hasFocus()
        self._show_page()

    def _enter_page(self) -> None:
        """A click or Enter goes into it."""
        self._entered = True
        self._show_page()

    def _tell_pages(self) -> None:
        board = self.board
        self._heading.setText(board.round.name if board else "")
        if board is not None and self.desk is not None:
            for page in self._pages.values():
                page.show_round(self.desk, board)

    def show_whether_empty(self) -> None:
        """Show the page that is chosen, if there is anything to show on it.

        Without rounds there is one step to take, and nothing to list.
        """
        some = self.board is not None
        self._left.setVisible(some)
        self.setFocusProxy(self.round_list if some else self.empty)
        if self._shown.currentWidget() is not self._form:
            self._show_page()

    def _show_page(self) -> None:
        entry = self.listed.at(self.page_list.currentIndex())
        page = self._pages[entry.id] if entry else None
        if page is not None and self.board is None and not page.stands:
            page = None
        before, listed = self._shown.currentWidget(), not self._left.isHidden()
        self._shown.setCurrentWidget(page or self.empty)
        alone = page is not None and page.alone and self._entered
        self._left.setVisible(page is not None and self.board is not None and not alone)
        if page is not None and alone:
            self.setFocusProxy(page)
        if page is not None and alone and (page is not before or listed):
            page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()


def _empty_words() -> tuple[str, ...]:
    return (
        _("Agreement needs two coders on the same turns, coding apart and unseen."),
        _("A round says who codes what, and how agreement will be counted, before anybody codes."),
        "",
    )


def lead_words(lead: str) -> str:
    """Whom to ask for a round."""
    return _("Only the lead begins a round: that is {lead}.").format(lead=lead)
