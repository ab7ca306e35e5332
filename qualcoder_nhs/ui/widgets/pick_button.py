"""A button that says what is ticked, and opens the list to tick it in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.pick_list import PickList
from qualcoder_nhs.ui.widgets.pick_model import Pick, PickModel


class PickButton(MenuButton):
    """Says what is ticked: `Role: any`, `Role: medical director`, `Role: 2 of 5`."""

    picked = Signal()

    def __init__(self, theme: Theme, what: str, nothing: str) -> None:
        self._what, self._nothing = what, nothing
        super().__init__(theme)
        self.picks = PickModel(self)
        self.list = PickList(theme, self.picks, what, self)
        self.picks.ticks_changed.connect(self._say)
        self.picks.ticks_changed.connect(self.picked)
        self._say()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.painter.theme = theme

    def offer(self, picks: Sequence[Pick]) -> bool:
        """Offer other things; tell whether a tick went with its thing."""
        gone = self.picks.offer(picks)
        self._say()
        return gone

    @property
    def words(self) -> tuple[str, ...]:
        """The words of what is ticked."""
        return tuple(one.words for one in self.picks.picks if one.value in self.picks.ticked)

    def _say(self) -> None:
        count, words = len(self.picks.ticked), self.words
        shown = words[0] if len(words) == 1 else self._nothing
        if count > 1:
            shown = _("{} of {}").format(count, len(self.picks.picks))
        self.set_words(f"{self._what}: {shown}")

    def _open(self) -> None:
        self.list.open_under(self.mapToGlobal(QPoint(0, self.height() + 2)))
