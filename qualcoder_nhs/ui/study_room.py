"""The Study desk among the desks of a study: what it is, and who codes in it."""

from PySide6.QtCore import Signal

from qualcoder_nhs.actions.people import AddCoder, RenameCoder
from qualcoder_nhs.actions.study import TakeStance
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.queries.study_card import StudyCard, study_card
from qualcoder_nhs.ui.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.studies.page import StudyPage

_ON_CARD = ("coders", "studies", "transcripts", "codes", "codings")


class StudyRoom(DeskRoom):
    """`codes` bears the coder to code as from now on; the one who does, where the name changed."""

    codes = Signal(object)
    page: StudyPage

    def __init__(self, around: Around) -> None:
        study = around.live.study
        super().__init__(StudyPage(study.path, writable=study.writable), around)
        self._live = around.live
        self.page.coder_added.connect(lambda name: self._live.run(AddCoder(name)))
        self.page.coder_renamed.connect(lambda one, name: self._live.run(RenameCoder(one, name)))
        self.page.stance_chosen.connect(lambda stance: self._live.run(TakeStance(stance)))
        self.page.coder_chosen.connect(self._choose)
        self._ask()

    def enter(self) -> None:
        self._ask()

    def run(self, command: str) -> bool:
        if command in ("coders", "backups"):
            self.page.focus_on(command)
        return command in ("coders", "backups")

    def follow(self, changes: Changes) -> None:
        if self.page.isVisible() and any(table in changes for table in _ON_CARD):
            self._ask()
        if "coders" in changes:
            self._choose(self._live.coder)

    def coder_changed(self) -> None:
        self._ask()

    def _ask(self) -> None:
        def show(card: StudyCard) -> None:
            self.page.show_card(card, self._live.coder)
            self.page.show_backups(self._live.study.backups)

        self._live.ask(show, self, study_card)

    def _choose(self, chosen: CoderId) -> None:
        def tell(card: StudyCard) -> None:
            found = next((one for one in card.coders if one.id == chosen), None)
            if found is not None:
                self.codes.emit(found)

        self._live.ask(tell, self, study_card)
