"""DESKS: every desk of a study in the order of the rail; a line here adds one."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from qualcoder_nhs.i18n import N_
from qualcoder_nhs.ui.desks.analyse_room import AnalyseRoom
from qualcoder_nhs.ui.desks.code_room import CodeRoom
from qualcoder_nhs.ui.desks.desk_room import Around, Desk, DeskRoom
from qualcoder_nhs.ui.desks.memos_room import MemosRoom
from qualcoder_nhs.ui.desks.study_room import StudyRoom
from qualcoder_nhs.ui.menu import Entry, Needs

Kind = TypeVar("Kind", bound=DeskRoom)


def _agreement(around: Around) -> DeskRoom:
    from qualcoder_nhs.ui.desks.rounds_room import RoundsRoom  # noqa: PLC0415  (numpy comes with it)

    return RoundsRoom(around)


def _themes(around: Around) -> DeskRoom:
    from qualcoder_nhs.ui.desks.themes_room import ThemesRoom  # noqa: PLC0415  (numpy comes with it)

    return ThemesRoom(around)


DESKS: tuple[Desk, ...] = (
    Desk("code", N_("Code"), "highlighter", "Ctrl+1", CodeRoom),
    Desk("agreement", N_("Agreement"), "scale", "Ctrl+2", _agreement),
    Desk("analyse", N_("Analyse"), "chart-column", "Ctrl+3", AnalyseRoom),
    Desk("themes", N_("Themes"), "layers", "Ctrl+4", _themes),
    Desk("study", N_("Study"), "library", "Ctrl+5", StudyRoom),
    Desk("memos", N_("Memos"), "notebook-pen", "Ctrl+6", MemosRoom),
)


def desk_entries() -> Iterator[Entry]:
    """What leads to the desks in the View menu; their keys are the rail's."""
    for desk in DESKS:
        yield Entry(f"desk:{desk.id}", "view", desk.words, desk.key, Needs.STUDY, shown=True)


class Desks(QStackedWidget):
    """The rooms behind the rail; each is made when it is first asked for, as things are then.

    `made` bears a room that is new.
    """

    made = Signal(object)

    def __init__(self, around: Callable[[], Around]) -> None:
        super().__init__()
        self._around = around
        self._known = {desk.id: desk for desk in DESKS}
        self._rooms: dict[str, DeskRoom] = {}

    def __getitem__(self, desk: str) -> DeskRoom:
        if desk not in self._rooms:
            around = self._around()
            room = self._rooms[desk] = self._known[desk].make(around)
            self.addWidget(room.page)
            room.set_preferences(around.preferences.now)
            self.made.emit(room)
        return self._rooms[desk]

    def room(self, desk: str, kind: type[Kind]) -> Kind:
        """The room of a desk that is known to be of this kind."""
        found = self[desk]
        if not isinstance(found, kind):
            raise TypeError(desk)
        return found

    @property
    def rooms(self) -> tuple[DeskRoom, ...]:
        """The rooms that were made."""
        return tuple(self._rooms.values())

    @property
    def open(self) -> str:
        """The desk whose page is shown; empty where the page is none of a desk."""
        shown = self.currentWidget()
        return next((name for name, room in self._rooms.items() if room.page is shown), "")

    def go_to(self, desk: str) -> None:
        """Show a desk."""
        room = self[desk]
        self.setCurrentWidget(room.page)
        room.enter()
