"""A page of counts: its options, the table as its body shows it, notes, and what was said."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.domain.chart import Chart
from qualcoder_nhs.domain.table_options import Wish, wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.queries.talk_behind import Behind, talk_behind
from qualcoder_nhs.tasks.table_page import ReadTable, TablePage
from qualcoder_nhs.ui.analyse.body import About, Body
from qualcoder_nhs.ui.analyse.cell_pane import CellPane
from qualcoder_nhs.ui.analyse.lacking import NEVER_WITHOUT, lacking, nothing_words
from qualcoder_nhs.ui.analyse.option_row import OptionRow
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.beside import Beside
from qualcoder_nhs.ui.widgets.key_button import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.widgets.way_on import WayOn
from qualcoder_nhs.ui.working.counting import Counting
from qualcoder_nhs.ui.working.live import Live
from qualcoder_nhs.ui.working.waiting import Waiting

NOTES, LOOK_AFTER = 76, 90
"""Room for the notes; milliseconds on a cell before its words are asked for, so that keys run."""


class CountedPage(QWidget):
    """Counts off the window's thread, and again when the study changes and the page is seen.

    `export_wanted` bears the table, `chart_wanted` its chart; `command_wanted` the step that gives
    an empty page something to show.
    """

    jump = Signal(object, object)
    quote_wanted = Signal(object, object)
    said = Signal(str)
    export_wanted = Signal(object)
    chart_wanted = Signal(object)
    command_wanted = Signal(str)

    def __init__(
        self, theme: Theme, live: Live, report: CountedReport, body: Body, row: OptionRow
    ) -> None:
        super().__init__()
        self._theme, self._live, self._report = theme, live, report
        self.tabled: Tabled | None = None
        self.choices: TableChoices | None = None
        self._is_empty = True
        self.body, self.options, self.pane = body, row, CellPane(theme)
        self.title = wrapped(_(report.title), Size.TITLE)
        self.purpose = wrapped(body.legend or _(report.purpose), Size.SMALL, "second")
        self.waiting, self.again = Waiting(), button(_("Count again"))
        self.nothing, self.notes = WayOn(), wrapped("", Size.SMALL, "second")
        self.export_action = self._action(_("Export table…"), self.export)
        self.chart_action = self._action(_("Export chart…"), self.export_chart)
        self.caption_action = self._action(_("Copy caption"), self.copy_caption)
        self.buttons = [
            KeyButton(theme, one)
            for one in (self.export_action, self.chart_action, self.caption_action)
        ]
        self.counting = Counting(self._task, self.isVisible, self)
        self._centre = QWidget()
        self.beside = Beside(theme, self._centre, self.pane)
        self._later = QTimer(self)
        self._about: About | None = None
        self._lay_out()
        self._connect()
        self._show_nothing("")
        self.counting.attach(live)

    def _action(self, words: str, act: Callable[[], None]) -> QAction:
        made = QAction(words, self)
        made.triggered.connect(act)
        return made

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self._shown = QStackedWidget()
        self._shown.addWidget(self.nothing)
        self._shown.addWidget(self.body)
        notes = QScrollArea()
        notes.setWidgetResizable(True)
        notes.setWidget(self.notes)
        notes.setMaximumHeight(grown(NOTES))
        notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        notes.setAccessibleName(_("Notes to the table"))
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        on_ground(self.notes, "paper")
        self._notes = notes
        centre = self.column = QVBoxLayout(self._centre)
        centre.setContentsMargins(16, 12, 16, 10)
        centre.setSpacing(8)
        for part in (self.title, self.purpose, self.options, self.waiting):
            centre.addWidget(part)
        centre.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        centre.addWidget(self._shown, 1)
        centre.addWidget(notes)
        centre.addLayout(self._foot())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)

    def _foot(self) -> QHBoxLayout:
        foot = self.foot = QHBoxLayout()
        foot.setSpacing(8)
        for one in self.buttons:
            foot.addWidget(one)
        if not self._report.pictured:
            self.buttons[1].hide()
        foot.addWidget(self.beside.open)
        foot.addStretch(1)
        return foot

    def _connect(self) -> None:
        self.again.hide()
        self.nothing.wanted.connect(self.take_step)
        self.options.changed.connect(self.counting.count)
        self.again.clicked.connect(self.counting.count)
        self.waiting.follow(self.counting)
        self.counting.begun.connect(self.again.hide)
        self.counting.counted.connect(self._show)
        self.counting.stopped.connect(self._say_stopped)
        self.body.looked_at.connect(self._look_at)
        self.body.opened.connect(self._open)
        self.pane.asked.connect(self._ask_talk)
        self.pane.left.connect(self._go_to_table)
        self.beside.narrowed.connect(self._make_room)
        for part in (self.body, self.pane.list):
            part.jump.connect(self.jump)
            part.quote_wanted.connect(self.quote_wanted)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_AFTER)
        self._later.timeout.connect(self._tell_pane)
        self.setFocusProxy(self.body.stop())

    # ── counting ─────────────────────────────────────────────────────────────────────────────

    @property
    def wish(self) -> Wish:
        """What is wished of the table now."""
        return wish(self._report.options, self.options.said)

    def _task(self) -> ReadTable:
        return ReadTable(self._report, self.wish)

    def _say_stopped(self) -> None:
        self.said.emit(_("Stopped; nothing was counted."))
        self.again.show()

    def _show(self, page: TablePage) -> None:
        if page.choices is not None:
            self.choices = page.choices
            self.options.offer(page.choices)
            self._dress()
        if page.tabled is None:
            self._show_nothing(page.refused)
            self._say_why(page)
            return
        self.tabled = page.tabled
        self.title.setText(page.tabled.title)
        self.purpose.setText(self.body.legend or page.tabled.headline or _(self._report.purpose))
        below = (note for note in page.tabled.notes if note != page.tabled.headline)
        self.notes.setText(" ".join(below))
        empty = not page.tabled.rows or not page.tabled.heads
        self._shown.setCurrentIndex(int(not self._say_why(page, empty=empty)))
        self.pane.say_nothing()
        self.body.show_table(page.tabled, self._live)
        self._allow()
        self._make_room()

    def _say_why(self, page: TablePage, *, empty: bool = True) -> bool:
        """Say why there is nothing, where that is so, and offer what helps; tell whether it is."""
        report, step = self._report.id, None
        if page.has is not None and (empty or report in NEVER_WITHOUT):
            step = lacking(report, self.options.said, page.has)
        if step is not None:
            self.nothing.offer(step, writable=self._live.study.writable)
        elif empty and self.options.lacks_words:
            self.nothing.say(_("Type a word or a phrase above, and press Enter."))
        elif empty and not page.refused:
            self.nothing.say(_(nothing_words(report)))
        self._is_empty = empty or step is not None
        return self._is_empty

    def take_step(self, command: str) -> None:
        """Do what gives the page something to show."""
        self.command_wanted.emit(command)

    def _show_nothing(self, why: str) -> None:
        self.tabled, self._is_empty = None, True
        self.nothing.say(why)
        self.notes.setText("")
        self._shown.setCurrentIndex(0)
        self.pane.say_nothing()
        self._allow()
        self._make_room()

    def _allow(self) -> None:
        some, tabled = not self._is_empty, self.tabled
        self.export_action.setEnabled(some)
        self.caption_action.setEnabled(some)
        self.chart_action.setEnabled(some and tabled is not None and tabled.chart is not None)

    def _dress(self) -> None:
        if self.choices is not None:
            found = looks(self.choices.codebook, self._theme)
            self.body.set_looks(found)
            self.pane.set_looks(found)

    # ── what stands behind ───────────────────────────────────────────────────────────────────

    def _look_at(self, about: About) -> None:
        self._about = about
        self._later.start()

    def _tell_pane(self) -> None:
        if self._about is not None and self.tabled is not None:
            self.pane.be_about(self._about, self.choices.people if self.choices else {})

    def _open(self) -> None:
        self._later.stop()
        self._tell_pane()
        self.beside.go_to_passages()

    def _ask_talk(self, wanted: Behind) -> None:
        self._live.ask(
            lambda found: self.pane.show_talk(wanted, found), self.pane, talk_behind, wanted
        )

    def _go_to_table(self) -> None:
        self._make_room()
        self.body.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_pane(self) -> None:
        """Show what was said, or put it away."""
        if self.pane.isHidden():
            self.beside.go_to_passages()
        else:
            self._go_to_table()
            self.pane.hide()

    def _make_room(self) -> None:
        some = not self._is_empty and self.body.beside
        self.beside.make_room(some=some)
        self.pane.back.setVisible(self.beside.narrow)  # else the table stands beside it

    # ── leaving ──────────────────────────────────────────────────────────────────────────────

    def export(self) -> None:
        """Wish the table for a file."""
        if self.tabled is not None:
            self.export_wanted.emit(self.tabled)

    def export_chart(self) -> None:
        """Wish the chart for a file."""
        chart: Chart | None = self.tabled.chart if self.tabled else None
        if chart is not None:
            self.chart_wanted.emit(self.tabled)

    def copy_caption(self) -> None:
        """Words to paste under the table."""
        if self.tabled is not None:
            QGuiApplication.clipboard().setText(self.tabled.caption)
            self.said.emit(_("The caption is copied."))

    # ── for the desk that hosts it ───────────────────────────────────────────────────────────

    def stops(self) -> list[QWidget]:
        """What the keys for the next pane walk through."""
        first = next(iter(self.options.controls.values()))
        pane: list[QWidget] = [] if self.pane.isHidden() else [self.pane.list]
        return [first, self.body.stop(), *pane]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.options, self.body, self.pane, self.beside):
            part.set_theme(theme)
        for one in self.buttons:
            one.set_theme(theme)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.counting.follow()
