"""The Themes desk among the desks of a study."""

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.themes import GiveCodes
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.codebook import Applicable, Code
from qualcoder_nhs.domain.ids import CodeId, ThemeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_list import ThemeList
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.pack_export import PackExport
from qualcoder_nhs.ui.themes.page import ThemesPage


class ThemesRoom(DeskRoom):
    """Lets the page follow the study, and asks for codes with the codebook's own dialog."""

    page: ThemesPage

    def __init__(self, around: Around) -> None:
        now = around.preferences.now
        super().__init__(ThemesPage(around.live, around.theme, now), around)
        self._live, self._window = around.live, around.window
        self.export = PackExport(around.live, around.theme, around.window, self.said.emit)
        self.page.jump.connect(self.jump)
        self.page.code_wanted.connect(self.code_wanted)
        self.page.quote_wanted.connect(self.quote_wanted)
        self.page.codes_wanted.connect(self._ask_code)

    def stops(self) -> list[QWidget]:
        page = self.page
        every = [page.left.list, page.sheet.statement, page.sheet.cards, page.side.pool.list]
        return [one for one in (*every, page.side.glance) if one.isVisible()] or [page]

    def run(self, command: str) -> bool:
        if command == "export":
            self.export.ask()
            return True
        if command in ("left", "right"):
            self.page.toggle_pane(command)
        return command in ("left", "right")

    def follow(self, changes: Changes) -> None:
        self.page.follow(changes)

    def layer_changed(self) -> None:
        self.page.refresh()

    def coder_changed(self) -> None:
        self.page.refresh()

    def keep(self) -> None:
        self.page.keep()

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)
        self.export.set_theme(theme)

    def _ask_code(self, theme: ThemeId, listed: ThemeList) -> None:
        """Codes that are used and in no theme yet are offered first."""
        held = next(one.theme.codes for one in listed.themes if one.theme.id == theme)
        offered = [*listed.homeless, *(one for one in listed.codebook.walk() if _fits(one))]
        fresh = [one for one in dict.fromkeys(offered) if one.id not in held]

        def give(code: CodeId | None) -> None:
            if code is not None:
                self._live.run(GiveCodes(theme, (code,)))

        question = _("Put under the theme …")
        ChooseCode(question, listed.codebook, fresh, give, self._window).open()


def _fits(code: Code) -> bool:
    return code.applicable is not Applicable.NO and not code.archived
