"""The report page: its finding in a sentence, three figures, the sections, and the words behind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.agreement.behind import Behind
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.queries.agreement_passages import agreement_passages
from qualcoder_nhs.queries.round_desk import RoundDesk
from qualcoder_nhs.queries.rounds import RoundBoard
from qualcoder_nhs.tasks.agreement_page import AgreementPage, ReadAgreement
from qualcoder_nhs.ui.agreement.page import RoundPage
from qualcoder_nhs.ui.agreement.report.departing import AskFile, Departure
from qualcoder_nhs.ui.agreement.report.late import Late
from qualcoder_nhs.ui.agreement.report.leading import LeadingStrip, leading
from qualcoder_nhs.ui.agreement.report.passages_pane import PassagesPane
from qualcoder_nhs.ui.agreement.report.sections import Sections
from qualcoder_nhs.ui.agreement.report.switches import Choices, Switches
from qualcoder_nhs.ui.agreement.report.top import Leave, foot_words, headline_words
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.beside import Beside
from qualcoder_nhs.ui.widgets.labels import button, wrapped
from qualcoder_nhs.ui.working.counting import Counting
from qualcoder_nhs.ui.working.live import Live
from qualcoder_nhs.ui.working.waiting import Waiting

LOW = 600
CONCERNS = (
    "codings",
    "decisions",
    "finishes",
    "rounds",
    "codes",
    "speakers",
    "transcripts",
    "turns",
)


class ReportPage(RoundPage):
    """Counts what is wanted off the window's thread, and shows it.

    `jump` bears a transcript and a span, `queue_wanted` what is to be found in the queue of the
    round, `said` a line for the status bar.
    """

    jump = Signal(object, object)
    queue_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, theme: Theme, ask_file: AskFile) -> None:
        super().__init__()
        self._theme = theme
        self._live: Live | None = None
        self._of: str | None = None
        self.page: AgreementPage | None = None
        self.headline, self.leave = wrapped("", Size.TITLE), Leave(theme)
        self.leading, self.switches = LeadingStrip(theme), Switches(theme)
        self.sections, self.passages = Sections(theme), PassagesPane(theme)
        rows = self.sections.codes_shown
        self.departure = Departure(self.leave, ask_file, rows, theme, self)
        self.counting, self.late = Counting(self._task, self.isVisible, self), Late(self)
        self.waiting, self.foot = Waiting(), wrapped("", Size.SMALL, "second")
        self.refused, self.again = wrapped("", Size.BODY, "second"), button(_("Count again"))
        self._centre = QWidget()
        self.beside = Beside(theme, self._centre, self.passages)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.sections)

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self._shown, counted, nothing = QStackedWidget(), QWidget(), QWidget()
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.switches, 1)
        row.addWidget(self.beside.open, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        parts = (self.headline, self.leading, rule(), ways, self.sections, self.foot)
        _column(counted, 0, *parts)
        _column(nothing, 0, self.refused).addStretch(1)
        self._shown.addWidget(nothing)
        self._shown.addWidget(counted)
        _column(self._centre, 24, self.waiting, self.again, self._shown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)
        self.again.hide()

    def _connect(self) -> None:
        self.switches.wanted.connect(self.counting.count)
        self.switches.turned.connect(self._turn)
        self.sections.looked_at.connect(self.passages.be_about)
        self.sections.opened.connect(self.beside.go_to_passages)
        self.sections.late_wanted.connect(self.late.ask)
        self.late.came.connect(self.sections.show_late)
        self.passages.asked.connect(self._ask_passages)
        self.passages.jump.connect(self.jump)
        self.passages.queue_wanted.connect(self.queue_wanted)
        self.passages.left.connect(self._go_to_table)
        self.beside.narrowed.connect(self._make_room)
        self.waiting.follow(self.counting)
        self.again.clicked.connect(self.counting.count)
        self.counting.begun.connect(self.again.hide)
        self.counting.counted.connect(self._show)
        self.counting.stopped.connect(self._say_stopped)
        self.departure.said.connect(self.said)

    # ── for the desk that hosts it ───────────────────────────────────────────────────────────

    def attach(self, live: Live | None) -> None:
        """Show reports of this study; of None, nothing."""
        self._live = self.departure.live = self.late.live = live
        self.counting.attach(live)
        self._show(None)
        self.counting.renew()

    def show_round(self, desk: RoundDesk, board: RoundBoard) -> None:
        """Be about this round."""
        del desk
        self.departure.called = board.round.name
        self.show_layer(board.round.id)

    def show_layer(self, words: str | None) -> None:
        """Be about the round or layer that is called so; None is the open one."""
        if words != self._of:
            self._of = words
            self.switches.begin()
            self._show(None)
            self.counting.renew()
        self.counting.follow()

    def refresh(self, changes: Changes) -> None:
        """Something in the study changed; counted again at once, or when the page is seen."""
        if any(table in changes for table in CONCERNS):
            self.counting.renew()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self.departure.theme = theme
        above = (self.leave, self.beside, self.leading, self.switches)
        for part in (*above, self.sections, self.passages):
            part.set_theme(theme)
        self._dress()

    def _task(self) -> ReadAgreement:
        return ReadAgreement(self._wish())

    def _wish(self) -> AgreementWish:
        return self.switches.wish(AgreementWish(round=self._of))

    def _say_stopped(self) -> None:
        self.said.emit(_("Stopped; nothing was counted."))
        self.again.show()

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    def _show(self, page: AgreementPage | None) -> None:
        self.page = self.departure.page = self.late.page = page
        report = page.report if page else None
        self._shown.setCurrentIndex(int(report is not None))
        self._make_room()
        self.refused.setText(page.refused if page else "")
        if page is None or report is None:
            return
        if not page.wish.coders and not page.wish.transcripts:
            names = [talk.name for talk in report.material.talks]
            self.switches.offer(Choices(report.material.plan.coders, names))
        self.switches.show_unit(Unit(report.material.plan.unit))
        self.headline.setText(headline_words(report))
        self.leading.show_figures(leading(report.comparison), page.criterion)
        self._dress()
        self.passages.in_round = report.about.round is not None
        self.passages.show_nothing(_("Stand on a row: the passages behind it are shown here."))
        self.sections.show_page(page)
        self.sections.codes.stand_somewhere()
        self._say_foot()

    def _dress(self) -> None:
        """Give every code its look."""
        if self.page is None or self.page.report is None:
            return
        book = self.page.report.about.codebook
        found = looks(book, self._theme)
        self.passages.set_looks(found)
        self.sections.codes.tree.painter.looks = {
            code.slug: found[code.id] for code in book.codes if code.id in found
        }

    def _say_foot(self) -> None:
        if self.page is not None and self.page.report is not None:
            note = self.sections.codes.note()
            self.foot.setText(f"{note} {foot_words(self.page.report)}")

    def _turn(self) -> None:
        self.sections.roll_up(on=self.switches.rolled_up.isChecked())

    # ── passages ─────────────────────────────────────────────────────────────────────────────

    def _ask_passages(self, asked: Behind) -> None:
        if self._live is not None and self.page is not None and self.page.report is not None:
            report = self.page.report
            self._live.ask(
                self.passages.show_passages, self.passages, agreement_passages, report, asked
            )

    def turn_passages(self) -> None:
        """Show the passages, or put them away."""
        if self.passages.isHidden():
            self.beside.go_to_passages()
        else:
            self._go_to_table()
            self.passages.hide()

    def _go_to_table(self) -> None:
        self.beside.make_room(some=True)
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        self.beside.make_room(some=self.page is not None and self.page.report is not None)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.counting.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.setVisible(self.height() >= LOW)  # the method section says the same


def _column(widget: QWidget, margin: int, *parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(margin, margin // 2, margin, margin // 3)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QStackedWidget | Sections) else 0)
    return column
