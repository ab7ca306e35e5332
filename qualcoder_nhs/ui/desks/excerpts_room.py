"""The Analyse desk among the desks of a study: the excerpts, and their way into a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptOptions
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.excerpts import ExcerptFilter
from qualcoder_nhs.tasks.export import WriteExcerpts
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.excerpts.page import ExcerptPage
from qualcoder_nhs.ui.look.theme import Theme


class ExcerptsRoom(DeskRoom):
    """Lets the excerpt page follow the study, and writes what it wants written."""

    page: ExcerptPage

    def __init__(self, around: Around) -> None:
        super().__init__(ExcerptPage(around.theme, self._ask_where), around)
        self._live, self._window = around.live, around.window
        self.page.attach(around.live)
        self.page.jump.connect(self.jump)
        self.page.list.quote_wanted.connect(self.quote_wanted)
        self.page.way_on.wanted.connect(self.command_wanted)
        self.page.export_wanted.connect(self._write)
        self.layer_changed()

    def run(self, command: str) -> bool:
        if command == "export":
            self.page.export()
        return command == "export"

    def follow(self, changes: Changes) -> None:
        self.page.refresh(changes)

    def layer_changed(self) -> None:
        in_a_round = self._live.layer != OPEN
        self.page.show_layer(self._live.layer if in_a_round else None)

    def coder_changed(self) -> None:
        self.page.attach(self._live)

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)

    def _ask_where(self, name: str, kinds: str) -> Path | None:
        start = str(self._live.study.path.parent / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, _("Save as"), start, kinds)
        return Path(chosen) if chosen else None

    def _write(self, wanted: ExcerptFilter, out: Path, options: ExcerptOptions) -> None:
        self._live.start(WriteExcerpts(wanted, out, options), self.said.emit, self)
