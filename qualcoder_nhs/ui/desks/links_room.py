"""Hosts the list of links between turns on the Analyse desk, and writes exchanges to a file."""

from pathlib import Path

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.queries.links import LinkFilter
from qualcoder_nhs.tasks.export import WriteExchanges
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.links.page import LinksPage
from qualcoder_nhs.ui.look.theme import Theme


class LinksRoom(DeskRoom):
    """Lets the page follow the study."""

    page: LinksPage

    def __init__(self, around: Around) -> None:
        super().__init__(LinksPage(around.live, around.theme), around)
        self._live = around.live
        self.page.jump.connect(self.jump)
        self.page.way_on.wanted.connect(self.command_wanted)
        self.page.export_wanted.connect(self._write)

    def run(self, command: str) -> bool:
        if command == "export" and self.page.export.isVisible():
            self.page.export.click()
        return command == "export"

    def follow(self, changes: Changes) -> None:
        self.page.refresh(changes)

    def coder_changed(self) -> None:
        if self.page.isVisible():
            self.page.ask()

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)

    def _write(self, out: Path, wanted: LinkFilter) -> None:
        self._live.start(WriteExchanges(wanted, out), self.said.emit, self)
