"""The page of the framework matrix: the grid, and beside it the cell one writes in."""

from typing import cast

from PySide6.QtCore import Qt, Signal

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.analysis.framework.sheets import THEMES
from qualcoder_nhs.domain.framework_sheet import Emptiness
from qualcoder_nhs.domain.ids import ParticipantId, ThemeId, TranscriptId
from qualcoder_nhs.domain.tabled import Entry, Head, Mark
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.tasks.table_page import TablePage
from qualcoder_nhs.ui.analyse.body import About, Body, TableBody
from qualcoder_nhs.ui.analyse.cell_editor import CellEditor, CellPlace
from qualcoder_nhs.ui.analyse.controls import OneOf
from qualcoder_nhs.ui.analyse.counted_page import CountedPage
from qualcoder_nhs.ui.analyse.option_row import OptionRow
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.working.live import Live

LEGEND = N_(
    "Each cell is your summary of what a case says. – they were there and said nothing coded so; "
    "n/a not asked here, or not there; blank: there are codings, and the summary is still to be "
    "written. Enter writes."
)
ATTRIBUTE = "attribute:"
"""Begins the keys of columns that tell of people."""

ELSEWHERE = N_("This says who they are. It is filled in under Participants.")
"""Told of a cell that is not written here."""

_NAMES = 112
_EMPTY = {
    Mark.NOTHING: Emptiness.NOTHING,
    Mark.NOT_ASKED: Emptiness.NOT_ASKED,
    Mark.UNMARKED: Emptiness.UNMARKED,
}


class FrameworkView(TableView):
    """Of the attributes the first is shown, which is the role; the rest are in the files."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.names_width = _NAMES

    def hides(self, at: int, head: Head) -> bool:
        return at > 0 and head.key.startswith(ATTRIBUTE)

    def first_column(self) -> int:
        """The first that can be written in."""
        told = [one.key.startswith(ATTRIBUTE) for one in self.table.tabled.heads]
        return told.index(False) if False in told else 0


def framework_body(theme: Theme, title: str) -> Body:
    """The grid in the middle of its page."""
    made = TableBody(theme, FrameworkView(theme, title))
    made.legend = _(LEGEND)
    return made


class FrameworkPage(CountedPage):
    """`written` bears what is to be kept in a cell, `workbook_wanted` the whole matrix as a file,
    `workbook_given` that one comes back.
    """

    written = Signal(object)
    workbook_wanted = Signal()
    workbook_given = Signal()

    def __init__(
        self, theme: Theme, live: Live, report: CountedReport, body: Body, row: OptionRow
    ) -> None:
        super().__init__(theme, live, report, body, row)
        self.grid = cast("TableBody", body).view
        self.editor = CellEditor()
        self.pane.column.insertWidget(1, self.editor)
        self.pane.setFocusProxy(self.editor)
        for part in (self.pane.hints, self.pane.among, self.buttons[1]):
            part.hide()
        self.pane.list.jump.disconnect(self.jump)
        self.pane.list.jump.connect(self._refer)
        self._go = self._action(_("Go there"), self._go_there)
        self._go.setShortcut("G")
        self._go.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.pane.list.addAction(self._go)
        self.editor.written.connect(self.written)
        self.editor.done.connect(self._go_on)
        self._add_buttons()

    def _add_buttons(self) -> None:
        out = self._action(_("Export workbook…"), self.workbook_wanted.emit)
        back = self._action(_("Take from workbook…"), self.workbook_given.emit)
        for at, one in enumerate((self._go, out, back)):
            made = KeyButton(self._theme, one)
            self.buttons.append(made)
            self.foot.insertWidget(2 + at, made)

    def _show(self, page: TablePage) -> None:
        super()._show(page)
        control = self.options.controls["sheet"]
        if page.choices is not None and isinstance(control, OneOf):
            roots = [one for one in page.choices.codebook.children(None) if not one.archived]
            offered = [*((one.slug, one.name) for one in roots), (THEMES, _("Themes"))]
            control.offer(offered)
            title = page.tabled.title.partition(": ")[2] if page.tabled else ""
            control.stand_on(next((key for key, name in offered if name == title), ""))

    # ── the cell ─────────────────────────────────────────────────────────────────────────────

    def _look_at(self, about: About) -> None:
        if self.place != self.editor.place:
            self.editor.keep()
        super()._look_at(about)

    def _tell_pane(self) -> None:
        super()._tell_pane()
        index = self.grid.currentIndex()
        entry = self.grid.table.entry(index)
        if entry is None:
            return
        empty = _emptiness(entry)
        text = entry.words if empty is Emptiness.WRITTEN else ""
        name = f"{self.grid.table.row(index).name}, {self.grid.table.head(index).title}"
        self.pane.title.setText(name)
        told = "" if self.place is None or empty is Emptiness.WRITTEN else empty.words
        self.pane.more.setText("")
        self.editor.be_about(self.place, name, text, told)
        self.editor.setVisible(self.place is not None)
        if self.place is None:
            self.pane.more.setText(_(ELSEWHERE))

    def _open(self) -> None:
        """Enter writes, where there is something to write in."""
        if self.place is None:
            self.said.emit(_(ELSEWHERE))
        else:
            super()._open()

    @property
    def place(self) -> CellPlace | None:
        """The cell one is at; None at an attribute."""
        index = self.grid.currentIndex()
        if not index.isValid():
            return None
        head = self.grid.table.head(index)
        if head.key.startswith(ATTRIBUTE):
            return None
        room, _slash, person = self.grid.table.row(index).key.partition("/")
        theme = None if head.code else ThemeId(head.key)
        who = ParticipantId(person) if person else None
        return CellPlace(TranscriptId(room), who, head.code, theme)

    def _go_on(self) -> None:
        """To the next case, ready to write."""
        index = self.grid.currentIndex()
        below = self.grid.table.index(index.row() + 1, index.column())
        if below.isValid():
            self.grid.setCurrentIndex(below)
            self._later.stop()
            self._tell_pane()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refer(self, transcript: TranscriptId, span: object) -> None:
        """Enter on an excerpt names it in the summary."""
        del transcript, span
        found = self.pane.list.current
        if found is not None and found.said:
            first, last = found.said[0].turn, found.said[-1].turn
            self.editor.refer(f"t.{first}" if first == last else f"t.{first}–{last}")

    def _go_there(self) -> None:
        found = self.pane.list.current
        if found is not None:
            self.jump.emit(found.transcript, found.span)


def _emptiness(entry: Entry) -> Emptiness:
    if entry.mark in _EMPTY:
        return _EMPTY[entry.mark]
    return Emptiness.WRITTEN if entry.words else Emptiness.TO_WRITE
