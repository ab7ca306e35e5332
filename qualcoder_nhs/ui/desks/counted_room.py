"""Hosts a page of counts on the Analyse desk: lets it follow the study, and writes its files."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.table_options import Option
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.table_page import LetTableOut
from qualcoder_nhs.ui.analyse.body import Body
from qualcoder_nhs.ui.analyse.controls import OneOf
from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.option_row import OptionRow
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.file_asking import ask_to_save
from qualcoder_nhs.ui.look.chart_look import chart_look
from qualcoder_nhs.ui.look.theme import Theme

TABLE_KINDS = "Word (*.docx);;Excel (*.xlsx);;HTML (*.html);;CSV (*.csv);;JSON (*.json)"
CHART_KINDS = "SVG (*.svg);;PNG (*.png);;PDF (*.pdf)"

MakeBody = Callable[[Theme, str], Body]
MakeRow = Callable[[Theme, Collection[Option]], OptionRow]


class CountedRoom(DeskRoom):
    """The room of one of the REPORTS; how its table and its options are shown may be its own."""

    page: CountedPage
    page_kind: ClassVar[type[CountedPage]] = CountedPage

    def __init__(
        self, around: Around, report: str, make_body: MakeBody, make_row: MakeRow = OptionRow
    ) -> None:
        chosen, theme = report_named(report), around.theme
        body = make_body(around.theme, _(chosen.title))
        row = make_row(theme, chosen.options)
        super().__init__(self.page_kind(theme, around.live, chosen, body, row), around)
        self._live, self._window, self._theme = around.live, around.window, theme
        self.page.said.connect(self.said)
        self.page.jump.connect(self.jump)
        self.page.quote_wanted.connect(self.quote_wanted)
        self.page.command_wanted.connect(self.command_wanted)
        self.page.export_wanted.connect(partial(self._ask_where, kinds=TABLE_KINDS, suffix=".docx"))
        self.page.chart_wanted.connect(partial(self._ask_where, kinds=CHART_KINDS, suffix=".svg"))
        self.layer_changed()

    def enter(self) -> None:
        self.page.body.stop().setFocus()

    def run(self, command: str) -> bool:
        """`export` the table; `right` turns what was said."""
        known = {"export": self.page.export, "right": self.page.turn_pane}
        if command in known:
            known[command]()
        return command in known

    def stops(self) -> list[QWidget]:
        return self.page.stops()

    def follow(self, changes: Changes) -> None:
        del changes
        self.page.counting.renew()

    def layer_changed(self) -> None:
        """Whoever works in a round looks at the codings of that round."""
        control = self.page.options.controls.get("layer")
        if isinstance(control, OneOf):
            control.key = self._live.layer if self._live.layer != OPEN else ""
        self.page.counting.renew()

    def coder_changed(self) -> None:
        self.page.counting.renew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.page.set_theme(theme)

    def _ask_where(self, tabled: Tabled, kinds: str, suffix: str) -> None:
        name = tabled.title.replace("/", "-").replace(":", ",") + suffix
        file = self._live.study.path.parent / name
        ask_to_save(self._window, _("Save as"), file, kinds, partial(self._write, tabled))

    def _write(self, tabled: Tabled, out: Path) -> None:
        task = LetTableOut(tabled, out, chart_look(self._theme))
        self._live.start(task, self.said.emit, self)
