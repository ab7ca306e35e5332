"""What can be chosen: passages coded under the theme, strong ones first, or some of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.theme_page import Offered, ThemePage, Words
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.card_list import CardList
from qualcoder_nhs.ui.themes.keys import IN_POOL
from qualcoder_nhs.ui.themes.rows import CardRow, Nothing, is_same
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, wrapped

_SMALLER = 2


@dataclass(frozen=True)
class Concern:
    """Which passages are looked at: of some codes, or exactly these words; `told` says it."""

    told: str = ""
    codes: frozenset[CodeId] = frozenset()
    words: tuple[Words, ...] = ()

    def holds(self, offered: Offered) -> bool:
        """Whether a passage is one of them."""
        if self.words:
            return any(is_same(one, offered.words) for one in self.words)
        return not self.codes or not self.codes.isdisjoint(offered.words.codes)


class PassagePool(QWidget):
    """`wished` bears `choose`, `against`, `open` or `theme`, and the passage."""

    wished = Signal(str, object)

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        self._page: ThemePage | None = None
        self.concern = Concern()
        self.about = wrapped("", Size.SMALL, "second")
        self.all = button(_("All of the theme"), "link", Size.SMALL)
        self.all.clicked.connect(lambda: self.look_at(Concern()))
        name = _("Passages to choose from")
        self.list = CardList(theme, name, IN_POOL, takes=False, whole=False)
        self.list.painter.smaller = _SMALLER
        self.list.wished.connect(self._wish)
        self._writable = writable
        self._buttons = [
            KeyButton(theme, self._action(_("Open"), "O", "open")),
            KeyButton(theme, self._action(_("Against"), "A", "against")),
            KeyButton(theme, self._action(_("Choose"), "Return", "choose"), "primary"),
        ]
        self._lay_out()
        self.setFocusProxy(self.list)

    def _action(self, words: str, key: str, wish: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))  # shown on the button; the list acts on it
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._press(wish))
        return action

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.all)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for one in self._buttons if self._writable else self._buttons[:1]:
            foot.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def show_page(self, page: ThemePage) -> None:
        """Offer what this theme has; another theme is looked at as a whole."""
        if self._page is not None and self._page.theme.id != page.theme.id:
            self.concern = Concern()
        self._page = page
        self._fill()

    def look_at(self, concern: Concern) -> None:
        """Offer only these."""
        self.concern = concern
        self._fill()
        self.list.stand_on(0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)
        for one in self._buttons:
            one.set_theme(theme)

    @property
    def offered(self) -> list[Offered]:
        """What there is to choose from, of what is looked at."""
        return [one for one in self._candidates() if not self._is_taken(one)]

    def _candidates(self) -> Sequence[Offered]:
        """What might speak against the theme bears its reason, so it comes before its twin."""
        if self._page is None:
            return ()
        reasons = [one for one in self._page.against_pool if self.concern.words]
        given = {(one.words.transcript, one.words.span) for one in reasons}
        rest = [
            one for one in self._page.pool if (one.words.transcript, one.words.span) not in given
        ]
        return [one for one in (*reasons, *rest) if self.concern.holds(one)]

    def _is_taken(self, offered: Offered) -> bool:
        chosen = self._page.chosen if self._page is not None else ()
        return any(is_same(one.words, offered.words) for one in chosen)

    def _fill(self) -> None:
        offered: list[CardRow] = [*self.offered]
        number = len(offered)
        told = self.concern.told or _("Coded under the theme, strong quotes first.")
        self.about.setText(_("{told} {n} to choose from.").format(told=told, n=number))
        self.all.setVisible(bool(self.concern.told))
        self.list.put(offered or [Nothing(self._nothing())])

    def _nothing(self) -> str:
        if self._page is not None and not self._page.theme.codes:
            return _("Put codes under the theme; what is coded with them is offered here.")
        return _("Everything here is chosen already, or nothing is coded.")

    def _press(self, wish: str) -> None:
        card = self.list.card
        if card is not None:
            self._wish(wish, card)

    def _wish(self, wish: str, card: object) -> None:
        if self._writable or wish == "open":
            self.wished.emit(wish, card)
