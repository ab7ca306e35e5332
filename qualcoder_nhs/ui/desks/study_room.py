"""The Study desk among the desks of a study: what it is, who was in it, what was asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.people import AddCoder, RenameCoder
from qualcoder_nhs.actions.study import TakeStance
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.study_card import StudyCard, study_card
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.desks.hand_outs import HandOuts
from qualcoder_nhs.ui.desks.study_pages import StudyPages
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.studies.page import StudyPage

if TYPE_CHECKING:
    from qualcoder_nhs.ui.guide.page import GuidePage
    from qualcoder_nhs.ui.people.page import PeoplePage


class StudyRoom(DeskRoom):
    """`codes` bears the coder to code as from now on; the one who does, where the name changed."""

    codes = Signal(object)
    page: StudyPages

    def __init__(self, around: Around) -> None:
        super().__init__(StudyPages(), around)
        self._live, self._theme, study = around.live, around.theme, around.live.study
        self.card = StudyPage(study.path, writable=study.writable)
        self._hand_outs = HandOuts(around.live, around.window)
        self._hand_outs.said.connect(self.said)
        self._people: PeoplePage | None = None
        self._guide: GuidePage | None = None
        self.card.coder_added.connect(lambda name: self._live.run(AddCoder(name)))
        self.card.coder_renamed.connect(lambda one, name: self._live.run(RenameCoder(one, name)))
        self.card.stance_chosen.connect(lambda stance: self._live.run(TakeStance(stance)))
        self.card.coder_chosen.connect(self._choose)
        self.page.add_page("card", _("This study"), lambda: self.card)
        self.page.add_page("people", _("Participants"), self._make_people)
        self.page.add_page("guide", _("Topic guide"), self._make_guide)
        self.page.shown.connect(self._catch_up)
        self._ask()

    # Both bring readers of files along, which take their time to load.

    def _make_people(self) -> QWidget:
        from qualcoder_nhs.ui.people.page import PeoplePage  # noqa: PLC0415

        self._people = PeoplePage(self._live, self._theme)
        self._people.said.connect(self.said)
        self._people.words_wanted.connect(self._hand_outs.ask_where)
        return self._people

    def _make_guide(self) -> QWidget:
        from qualcoder_nhs.ui.guide.page import GuidePage  # noqa: PLC0415

        self._guide = GuidePage(self._live)
        self._guide.said.connect(self.said)
        self._guide.jump.connect(self._go_to_turn)
        return self._guide

    def _go_to_turn(self, transcript: TranscriptId, turn: int) -> None:
        def tell(turns: list[Turn]) -> None:
            self.jump.emit(transcript, turns[turn - 1].words)

        self._live.ask(tell, self, Reader.turns, transcript)

    def enter(self) -> None:
        self._catch_up(self.page.open)

    def _catch_up(self, page: str) -> None:
        if page == "people" and self._people:
            self._people.refresh()
        elif page == "guide" and self._guide:
            self._guide.refresh()
        else:
            self._ask()

    def run(self, command: str) -> bool:
        if command in ("coders", "backups"):
            self.page.go_to("card")
            self.card.focus_on(command)
        elif command in ("people", "guide"):
            self.page.go_to(command)
        return command in ("coders", "backups", "people", "guide")

    def stops(self) -> list[QWidget]:
        return [self.page.list, *self.page.stops()]

    def follow(self, changes: Changes) -> None:
        if self.page.isVisible():
            self._catch_up(self.page.open)
        if "coders" in changes:
            self._choose(self._live.coder)

    def coder_changed(self) -> None:
        self._ask()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._people:
            self._people.set_theme(theme)

    def _ask(self) -> None:
        def show(card: StudyCard) -> None:
            self.card.show_card(card, self._live.coder)
            self.card.show_backups(self._live.study.backups)

        self._live.ask(show, self, study_card)

    def _choose(self, chosen: CoderId) -> None:
        def tell(card: StudyCard) -> None:
            found = next((one for one in card.coders if one.id == chosen), None)
            if found is not None:
                self.codes.emit(found)

        self._live.ask(tell, self, study_card)
