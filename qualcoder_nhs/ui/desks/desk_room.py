"""What every desk of a study is: words, icon and key on the rail, and the room behind them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.layer_choice import LayerChoice
from qualcoder_nhs.ui.look.preferences import Preferences
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.working.live import Live


@dataclass(frozen=True)
class Around:
    """What a room is made with: the open study, how it looks, and what dialogs stand over."""

    live: Live
    layers: LayerChoice
    preferences: Preferences
    theme: Theme
    window: QWidget


class DeskRoom(QObject):
    """Hosts the page of one desk: a room answers what concerns it, and lets the rest pass.

    `said` bears a line for the status bar; `jump` a transcript and a place in it, or None;
    `code_wanted` a code whose card shall be opened; `quote_wanted` a transcript and words of it
    that shall go to a theme; `command_wanted` a command of the menus.
    """

    said = Signal(str)
    jump = Signal(object, object)
    code_wanted = Signal(object)
    quote_wanted = Signal(object, object)
    command_wanted = Signal(str)

    def __init__(self, page: QWidget, around: Around) -> None:
        super().__init__(around.window)
        self.page = page

    def enter(self) -> None:
        """The desk was gone to: the keys are where one reads."""
        self.page.setFocus()

    def run(self, command: str) -> bool:
        """Do what is wished of this desk while it is open; tell whether there was such a thing."""
        del command
        return False

    def stops(self) -> list[QWidget]:
        """What the keys for the next pane walk through, in reading order."""
        return [self.page]

    def follow(self, changes: Changes) -> None:
        """Something in the study changed."""

    def layer_changed(self) -> None:
        """Another layer is looked at."""

    def coder_changed(self) -> None:
        """Somebody else looks: what is seen of a blind round hangs on who does."""

    def keep(self) -> None:
        """Keep what is being written: its writer goes, or the study is closed."""

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another look."""

    def set_preferences(self, now: Settings) -> None:
        """Follow the user's settings."""


@dataclass(frozen=True)
class Desk:
    """One desk of the window. `words` are translated where they are shown.

    `make` is called when the desk is first gone to; a room that brings heavy libraries along is
    imported there.
    """

    id: str
    words: str
    icon: str
    key: str
    make: Callable[[Around], DeskRoom]
