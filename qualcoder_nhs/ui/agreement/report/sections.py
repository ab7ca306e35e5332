"""The sections of the report under their names: Ctrl PgDn and Ctrl PgUp go from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.analysis.agreement.bands import Bands
from qualcoder_nhs.analysis.agreement.behind import Behind
from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.analysis.agreement.over_time import OverTime
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement_paper.link_tables import link_tables
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.tasks.agreement_page import AgreementPage
from qualcoder_nhs.ui.agreement.report.code_section import CodeSection
from qualcoder_nhs.ui.agreement.report.heat import heat
from qualcoder_nhs.ui.agreement.report.heat_view import HeatMap
from qualcoder_nhs.ui.agreement.report.method_section import MethodSection
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.agreement.report.settled_section import SettledSection
from qualcoder_nhs.ui.agreement.report.sheet_section import SHEETS, SheetSection
from qualcoder_nhs.ui.agreement.report.sheet_view import SheetView
from qualcoder_nhs.ui.agreement.report.tables_section import TablesSection
from qualcoder_nhs.ui.agreement.report.time_section import TimeSection
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.labels import button, wrapped

HEAT_NOTE = N_(
    "What one coder coded in the rows’ codes and another in the columns’; the stronger the "
    "shade the more characters. Framed: what both gave."
)


NO_LINKS = N_("None of these coders has linked turns in what is compared.")


class Sections(QWidget):
    """`looked_at` bears what the passages are wanted of, `opened` that one goes to them.

    `late_wanted` asks, once for each report, for what a section shows that takes longer.
    """

    looked_at = Signal(object)
    opened = Signal()
    late_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._names = QButtonGroup(self)
        self._names.setExclusive(True)
        self._stack, self._row = QStackedWidget(), QWidget()
        self._flow = Flow(self._row, 4)
        self._ids: list[str] = []
        self._sections: list[QWidget] = []
        self.codes, self.heat, self.method = CodeSection(theme), HeatMap(theme), MethodSection()
        self.time = TimeSection(theme, _("Over time"))
        self.settled = SettledSection(theme, _("Settled"))
        self.links = TablesSection(theme, _("Links between turns"))
        self._late: dict[str, object] = {}
        self.sheets = [SheetSection(theme, told) for told in SHEETS]
        self._page: AgreementPage | None = None
        self._rolled_up = True
        self._fill()
        self._connect()
        self.show_section("codes")

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._row)
        column.addWidget(self._stack, 1)
        self._add("codes", _("By code"), self.codes)
        for sheet in self.sheets:
            self._add(sheet.told.id, _(sheet.told.words), sheet)
        self._add("confusion", _("Which for which"), _noted(_(HEAT_NOTE), self.heat))
        self._add("time", _("Over time"), self.time)
        self._add("settled", _("Settled"), self.settled)
        self._add("links", _("Links"), self.links)
        self._add("method", _("Method"), self.method)

    def _add(self, name: str, words: str, section: QWidget) -> None:
        made = button(words, "pill", Size.SMALL)
        made.setCheckable(True)
        self._names.addButton(made, len(self._ids))
        self._ids.append(name)
        self._flow.addWidget(made)
        self._stack.addWidget(section)
        self._sections.append(section)

    def _connect(self) -> None:
        self._names.idClicked.connect(lambda at: self.show_section(self._ids[at]))
        self.codes.looked_at.connect(self._look_at_code)
        self.codes.opened.connect(lambda _row: self.opened.emit())
        views: list[SheetView | HeatMap] = [*(one.view for one in self.sheets), self.heat]
        for view in views:
            view.looked_at.connect(self.looked_at)
            view.opened.connect(self.opened)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=step: self.step(by))

    # ── which one ────────────────────────────────────────────────────────────────────────────

    @property
    def section(self) -> str:
        """The one that is open."""
        return self._ids[self._stack.currentIndex()]

    def name_of(self, section: str) -> QPushButton:
        """The button of a section."""
        made = self._names.button(self._ids.index(section))
        assert isinstance(made, QPushButton)  # noqa: S101  (no others are added)
        return made

    def show_section(self, section: str) -> None:
        """Go to one."""
        at = self._ids.index(section)
        self._names.button(at).setChecked(True)
        self._stack.setCurrentIndex(at)
        self.setFocusProxy(self._sections[at])
        self._show_now()

    def step(self, by: int) -> None:
        """Go to the next one, or the one before, and take the keys along."""
        at = (self._stack.currentIndex() + by) % len(self._ids)
        self.show_section(self._ids[at])
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_page(self, page: AgreementPage) -> None:
        """Show another report; a section is filled when it is looked at."""
        self._page, self._late = page, {}
        self.time.wait()
        self.settled.wait()
        self._show_now()

    def roll_up(self, *, on: bool) -> None:
        """Show codes with what lies below them, or their own codings alone."""
        self._rolled_up = on
        self._show_now()

    def _show_now(self) -> None:
        page = self._page
        if page is None or page.report is None:
            return
        if self.section == "codes":
            self.codes.show_page(page, rolled_up=self._rolled_up)
        elif self.section == "confusion":
            self.heat.rows.show_heat(heat(page.report))
        elif self.section in ("time", "settled"):
            self._want(self.section)
        elif self.section == "links":
            self._show_links(page.report)
        elif self.section == "method":
            self._show_method(page.report)
        else:
            shown = next(one for one in self.sheets if one.told.id == self.section)
            shown.view.painter.criterion = page.criterion
            shown.view.show_sheet(shown.told.sheet(page.report))

    def _show_links(self, report: AgreementReport) -> None:
        tables = list(link_tables(report.links))
        if tables:
            self.links.show_tables([(table, "") for table in tables])
        else:
            self.links.show_nothing(_(NO_LINKS))

    def codes_shown(self, page: AgreementPage) -> tuple[tuple[CodeRow, ...], tuple[Bands, ...]]:
        """The rows of the table by code as they stand there, and whose words beside them."""
        if self.section != "codes":
            self.codes.show_page(page, rolled_up=self._rolled_up)
        return self.codes.rows, self.codes.bands

    def _want(self, late: str) -> None:
        if late not in self._late:
            self._late[late] = None
            self.late_wanted.emit(late)

    def show_late(self, section: str, found: object) -> None:
        """Show what a section asked for; the method tells of settling, too."""
        report = self._page.report if self._page else None
        if report is None:
            return
        self._late[section] = found
        names = report.about.names
        if isinstance(found, OverTime):
            self.time.show_found(found, names)
        elif section == "settled":
            self.settled.show_found(found if isinstance(found, Settling) else None, names)
            if self.section == "method" and found is not None:
                self._show_method(report)

    def _show_method(self, report: AgreementReport) -> None:
        self._want("settled")
        settling = self._late["settled"]
        self.method.show_report(report, settling if isinstance(settling, Settling) else None)

    def _look_at_code(self, row: CodeRow) -> None:
        codes = frozenset({row.code})
        if row.rolled_up:
            codes = self.codes.tree.rows.beneath(row.code)
        self.looked_at.emit(About(row.name, Behind(codes=codes)))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.codes.set_theme(theme)
        self.heat.set_theme(theme)
        self.time.set_theme(theme)
        self.settled.set_theme(theme)
        self.links.set_theme(theme)
        for one in self.sheets:
            one.view.set_theme(theme)


def _noted(note: str, view: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(wrapped(note, Size.SMALL, "second"))
    column.addWidget(view, 1)
    made.setFocusProxy(view)
    return made
