"""The sections of the report under their names: Ctrl PgDn and Ctrl PgUp go from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass

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
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.tasks.agreement_page import AgreementPage
from qualcoder_nhs.ui.agreement.report.code_section import CodeSection
from qualcoder_nhs.ui.agreement.report.heat import HeatMap, heat
from qualcoder_nhs.ui.agreement.report.method_section import MethodSection
from qualcoder_nhs.ui.agreement.report.passages_pane import About
from qualcoder_nhs.ui.agreement.report.sheet import Sheet, SheetView
from qualcoder_nhs.ui.agreement.report.sheets import (
    coders_sheet,
    levels_sheet,
    pairs_sheet,
    transcripts_sheet,
)
from qualcoder_nhs.ui.agreement.report.time_section import TimeSection
from qualcoder_nhs.ui.flow import Flow
from qualcoder_nhs.ui.fonts import Size
from qualcoder_nhs.ui.labels import button, wrapped
from qualcoder_nhs.ui.theme import Theme


@dataclass(frozen=True)
class Told:
    """A small table with its name on the page, and what is to be known of it."""

    id: str
    words: str
    note: str
    sheet: Callable[[AgreementReport], Sheet]


SHEETS = (
    Told("transcripts", N_("By transcript"), N_("Each transcript counted on its own."),
         transcripts_sheet),
    Told("pairs", N_("By pair"), N_("Pooled kappa over all codes, for every two coders."),
         pairs_sheet),
    Told("coders", N_("By coder"), N_("How near each coder is to the others, and how freely codes "
         "are given: above 1 more freely, below 1 more sparingly."), coders_sheet),
    Told("levels", N_("By level"), N_("All codes cut down to their ancestors on each level of the "
         "tree, and counted anew."), levels_sheet),
)  # fmt: skip
HEAT_NOTE = N_(
    "What one coder coded in the rows’ codes and another in the columns’; the darker the more "
    "characters. Framed: what both gave."
)


class SheetSection(QWidget):
    """A small table under a line that says what it is."""

    def __init__(self, theme: Theme, told: Told) -> None:
        super().__init__()
        self.told = told
        self.view = SheetView(theme, _(told.words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(wrapped(_(told.note), Size.SMALL, "second"))
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)


class Sections(QWidget):
    """`looked_at` bears what the passages are wanted of, `opened` that one goes to them.

    `time_wanted` asks for what is counted over time, once for each report.
    """

    looked_at = Signal(object)
    opened = Signal()
    time_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._names = QButtonGroup(self)
        self._names.setExclusive(True)
        self._stack, self._row = QStackedWidget(), QWidget()
        self._flow = Flow(self._row, 4)
        self._ids: list[str] = []
        self._sections: list[QWidget] = []
        self.codes, self.heat, self.method = CodeSection(theme), HeatMap(theme), MethodSection()
        self.time, self._timed = TimeSection(theme), False
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
        self._page, self._timed = page, False
        self.time.wait()
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
        elif self.section == "time":
            self._want_time()
        elif self.section == "method":
            self.method.show_report(page.report)
        else:
            shown = next(one for one in self.sheets if one.told.id == self.section)
            shown.view.painter.criterion = page.criterion
            shown.view.show_sheet(shown.told.sheet(page.report))

    def codes_shown(self, page: AgreementPage) -> tuple[tuple[CodeRow, ...], tuple[Bands, ...]]:
        """The rows of the table by code as they stand there, and whose words beside them."""
        if self.section != "codes":
            self.codes.show_page(page, rolled_up=self._rolled_up)
        return self.codes.rows, self.codes.bands

    def _want_time(self) -> None:
        if not self._timed:
            self._timed = True
            self.time_wanted.emit()

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
