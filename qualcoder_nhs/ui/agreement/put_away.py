"""A page that a reflexive study puts away: it says why, and can be shown all the same."""

from PySide6.QtWidgets import QStackedLayout

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.empty_page import EmptyPage
from qualcoder_nhs.ui.widgets.labels import button


class PutAway(RoundPage):
    """Holds another page; what it is told reaches the page while that can be seen."""

    def __init__(self, page: RoundPage) -> None:
        super().__init__()
        self._page = page
        self._about: tuple[RoundDesk, RoundBoard] | None = None
        self._away = self._anyway = False
        self.notice = EmptyPage(_("Agreement is put away"), _why(), button(_("Show it here")))
        self.notice.button.clicked.connect(self._show_anyway)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for part in (page, self.notice):
            self._stack.addWidget(part)
        self._turn()

    def put_away(self, *, on: bool) -> None:
        """Whether the study wants it out of sight."""
        self._away = on
        self._turn()

    def _show_anyway(self) -> None:
        self._anyway = True
        self._turn()

    def _turn(self) -> None:
        seen = self._anyway or not self._away
        self._stack.setCurrentWidget(self._page if seen else self.notice)
        self.setFocusProxy(self._page if seen else self.notice)
        if seen and self._about is not None:
            self._page.show_round(*self._about)

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        self._about = desk, board
        if self._stack.currentWidget() is self._page:
            self._page.show_round(desk, board)

    def set_theme(self, theme: Theme) -> None:
        self._page.set_theme(theme)


def _why() -> tuple[str, ...]:
    return (
        _("This study is reflexive: a second coder brings another view, not a check."),
        _("Rounds, disagreements and settling are here as ever. The stance is set in Study."),
    )
