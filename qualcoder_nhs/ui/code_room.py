"""The Code desk among the desks of a study."""

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.code_page import CodePage
from qualcoder_nhs.ui.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.theme import Theme


class CodeRoom(DeskRoom):
    """The page follows the study by itself."""

    page: CodePage

    def __init__(self, around: Around) -> None:
        super().__init__(CodePage(around.live, around.preferences, around.theme), around)
        self.page.said.connect(self.said)
        self.page.wires.quote_wanted.connect(self.quote_wanted)

    def enter(self) -> None:
        self.page.desk.focus_text()

    def stops(self) -> list[QWidget]:
        return self.page.stops()

    def run(self, command: str) -> bool:
        panes = self.page.panes
        if command in ("left", "right"):
            self.page.show_pane(command, on=not panes.has(command))
        return command in ("left", "right")

    def layer_changed(self) -> None:
        self.page.keep_place()  # at once: nobody is to come back into a layer that others see
        self.page.layer_changed()

    def coder_changed(self) -> None:
        self.page.coder_changed()

    def keep(self) -> None:
        self.page.keep_place()

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)

    def set_preferences(self, now: Settings) -> None:
        self.page.set_preferences(now)
