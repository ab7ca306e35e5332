"""The Code desk among the desks of a study."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui.desks.code_page import CodePage
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.desks.finishing import Finishing
from qualcoder_nhs.ui.look.theme import Theme


class CodeRoom(DeskRoom):
    """The page follows the study by itself."""

    page: CodePage

    def __init__(self, around: Around) -> None:
        super().__init__(CodePage(around.live, around.preferences, around.theme), around)
        self._live = around.live
        self.finishing = Finishing(around.live, around.layers, around.window)
        self.page.said.connect(self.said)
        self.finishing.said.connect(self.said)
        self.finishing.jump.connect(self.jump)
        self.page.wires.quote_wanted.connect(self.quote_wanted)

    def enter(self) -> None:
        self.page.desk.focus_text()

    def stops(self) -> list[QWidget]:
        return self.page.stops()

    def run(self, command: str) -> bool:
        """`left` and `right` are panes; `finish` and `reopen` are about the transcript there."""
        known: dict[str, Callable[[], None]] = {
            "left": lambda: self._turn("left"),
            "right": lambda: self._turn("right"),
            "find_code": self._find_code,
            "finish": lambda: self._with_transcript(self.finishing.ask),
            "reopen": lambda: self._with_transcript(self.finishing.reopen),
            "correct": self._ask_for_version,
        }
        if command in known:
            known[command]()
        return command in known

    def _turn(self, side: str) -> None:
        self.page.show_pane(side, on=not self.page.panes.has(side))

    def _ask_for_version(self) -> None:
        if self.page.wires.transcript is not None:
            self.page.correcting.ask_for_file(self.page.wires.transcript)

    def _find_code(self) -> None:
        self.page.show_pane("left", on=True)
        self.page.codebook.find_code()

    def _with_transcript(self, act: Callable[[TranscriptId, str], None]) -> None:
        """In the layer that is looked at."""
        if self.page.wires.transcript is not None:
            act(self.page.wires.transcript, self._live.layer)

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
