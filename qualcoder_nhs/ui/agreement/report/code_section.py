"""The section by code: filter, columns and legend over the table, and a note under it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_nhs.analysis.agreement.bands import BANDS, Bands
from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.analysis.agreement_paper.numbers import threshold
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.agreement_page import AgreementPage
from qualcoder_nhs.ui.agreement.report.code_tree import CodeTree
from qualcoder_nhs.ui.agreement.report.marks import paint_sample
from qualcoder_nhs.ui.agreement.report.tick_menu import TickMenu
from qualcoder_nhs.ui.agreement.report.wording import ALONE, ANOTHER, ENDS, UNITS
from qualcoder_nhs.ui.listed import listed
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import label
from qualcoder_nhs.ui.widgets.row_paint import write

SAMPLE = 14


class Legend(QWidget):
    """What the parts of the bars mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(", ".join(self._words))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def _words(self) -> list[str]:
        return [_(words) for words in (ENDS, ANOTHER, ALONE)]

    def _widths(self) -> list[int]:
        self.setFont(chrome_font(Size.SMALL))
        return [self.fontMetrics().horizontalAdvance(words) + SAMPLE + 22 for words in self._words]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), grown(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, grown(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, left = QPainter(self), 0.0
        for part, (words, width) in enumerate(zip(self._words, self._widths(), strict=True)):
            sample = QRectF(left, 0, SAMPLE, self.height())
            paint_sample(painter, sample, part, self.theme.tokens)
            room = QRectF(sample.right() + 6, 0, width - SAMPLE - 6, self.height())
            write(painter, room, words, chrome_font(Size.SMALL), self.theme.tokens.ink2)
            left += width
        painter.end()


class CodeSection(QWidget):
    """Values in; `looked_at` and `opened` bear a row of the table."""

    looked_at = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.caption = label("", Size.SMALL, "second")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter codes"))
        self.filter.setAccessibleName(_("Filter codes"))
        self.filter.setMaximumWidth(grown(180))
        self.unused = QCheckBox(_("Unused codes"))
        self.unused.setFont(chrome_font())
        self.columns, self.legend = TickMenu(theme, _("Columns")), Legend(theme)
        self.tree = CodeTree(theme)
        self._coders: tuple[str, ...] = ()
        self._lay_out()
        self.filter.textChanged.connect(lambda _words: self._filter())
        self.unused.toggled.connect(lambda _on: self._filter())
        self.columns.ticked.connect(self._show_columns)
        self.tree.looked_at.connect(self.looked_at)
        self.tree.opened.connect(self.opened)
        self.setFocusProxy(self.tree)

    def _lay_out(self) -> None:
        tools, heading = QHBoxLayout(), QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.unused)
        tools.addStretch(1)
        tools.addWidget(self.columns)
        heading.addWidget(self.caption, 1)
        heading.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(tools)
        column.addLayout(heading)
        column.addWidget(self.tree, 1)

    def show_page(self, page: AgreementPage, *, rolled_up: bool) -> None:
        """Show another report's codes."""
        report = page.report
        if report is None:
            return
        plan = report.material.plan
        self.tree.painter.criterion = page.criterion
        self.tree.rows.show_rows(page.rolled_up if rolled_up else page.own, plan.coders)
        if plan.coders != self._coders:
            self._coders = plan.coders
            self._offer_columns()
        self._show_columns()
        told = _("By code, in {unit}.").format(unit=_(UNITS[plan.unit]))
        if page.criterion is not None:
            told += " " + _("Dashed: your criterion, {value}").format(
                value=threshold(page.criterion)
            )
        self.caption.setText(told)

    @property
    def rows(self) -> tuple[CodeRow, ...]:
        """What the table shows now, from above to below."""
        return self.tree.shown_rows()

    @property
    def bands(self) -> tuple[Bands, ...]:
        """Whose words for ranges of alpha are shown."""
        return tuple(one for name, one in BANDS.items() if f"bands {name}" in self.columns.chosen)

    def stand_somewhere(self) -> None:
        """On the first row, where one stands on none: the words behind it are shown beside it."""
        rows = self.rows
        if self.tree.current is None and rows:
            self.tree.stand_on(rows[0].code)

    def note(self) -> str:
        """How many of how many are shown, and which are not for which reason."""
        model = self.tree.rows
        told = [_("{n} of {total} codes shown.").format(n=model.shown, total=model.total)]
        unused = [row.name for row in model.left_out if not row.used]
        sifted = [row.name for row in model.left_out if row.used]
        if unused:
            told.append(_("Used by nobody: {names}.").format(names=listed(unused)))
        if sifted:
            told.append(_("Not among what is filtered: {names}.").format(names=listed(sifted)))
        return " ".join(told)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.tree.set_theme(theme)
        self.columns.set_theme(theme)
        self.legend.theme = theme
        self.legend.update()

    def _offer_columns(self) -> None:
        every = self.tree.rows.columns[1:]
        named = [(one.id, one.title) for one in every]
        self.columns.offer(named, [one.id for one in every if one.at_first])

    def _show_columns(self) -> None:
        chosen = {"code", *self.columns.chosen}
        hidden = {one.id for one in self.tree.rows.columns} - chosen
        self.tree.show_columns(frozenset(hidden))

    def _filter(self) -> None:
        self.tree.rows.filter(self.filter.text().strip(), unused=self.unused.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tree.lay_out_columns()
