"""The Memos desk among the desks of a study."""

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.memos.page import MemoPage


class MemosRoom(DeskRoom):
    """Lets the memo page follow the study."""

    page: MemoPage

    def __init__(self, around: Around) -> None:
        super().__init__(MemoPage(around.theme), around)
        self._live = around.live
        self.page.attach(around.live)
        self.page.jump.connect(self.jump)
        self.page.code_wanted.connect(self.code_wanted)

    def follow(self, changes: Changes) -> None:
        self.page.refresh(changes)

    def coder_changed(self) -> None:
        self.page.attach(self._live)

    def keep(self) -> None:
        self.page.keep()

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)
