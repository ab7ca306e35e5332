"""Before you write: what there is to look at, each with its words and a way to see them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.domain.theme_page import BUDGET, Check, Finding
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_ICONS = {
    Check.ONE_VOICE: "triangle-alert",
    Check.IDENTIFYING: "eye-off",
    Check.NO_COUNTER_CASE: "diamond",
}
_BUDGETS = range(1, 6)


class _Mark(QWidget):
    def __init__(self, icon: str, theme: Theme, *, warns: bool) -> None:
        super().__init__()
        self._icon, self._theme, self._warns = icon, theme, warns
        self.setFixedSize(16, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = self._theme.tokens, QPainter(self)
        ink = tokens.warn if self._warns else tokens.ink2
        paint_icon(painter, self._icon, QRectF(0, 2, 15, 15), ink)
        painter.end()


class Findings(QWidget):
    """`opened` bears the finding whose words are wanted.

    `budget_chosen` bears how often one person may be quoted.
    """

    opened = Signal(object)
    budget_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.found: tuple[Finding, ...] = ()
        self.heading = label(_("Before you write"), Size.LABEL)
        self.budget = MenuButton(theme, _budget_words(BUDGET))
        for number in _BUDGETS:
            self.budget.choices.addAction(_budget_words(number), self._choosing(number))
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.budget)
        self._column.addLayout(head)
        self._column.addWidget(self._lines)

    def _choosing(self, number: int) -> Callable[[], None]:
        def choose() -> None:
            self.budget.set_words(_budget_words(number))
            self.budget_chosen.emit(number)

        return choose

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show these; where there is none, that is said."""
        self.found = tuple(found)
        old, self._lines = self._lines, QWidget()
        self._column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for one in self.found:
            column.addLayout(self._line(one))
        if not self.found:
            column.addWidget(wrapped(_("Nothing stands in the way."), Size.BODY, "second"))

    def _line(self, finding: Finding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        warns = finding.check is Check.ONE_VOICE
        icon = _ICONS.get(finding.check, "circle-alert")
        row.addWidget(_Mark(icon, self._theme, warns=warns))
        row.addWidget(wrapped(finding.sentence, look="warning" if warns else ""), 1)
        if finding.shows:
            show = button(_("show {n}").format(n=len(finding.shows)), "link", Size.SMALL)
            show.setAccessibleName(f"{show.text()}: {finding.sentence}")
            show.clicked.connect(lambda: self.opened.emit(finding))
            row.addWidget(show)
        return row

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.budget.set_theme(theme)
        self.show_findings(self.found)


def _budget_words(number: int) -> str:
    return ngettext("Quote a person once", "Quote a person up to {n} times", number)
