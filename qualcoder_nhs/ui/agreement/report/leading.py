"""The three figures under the headline: a question, a value, dot and whisker, and its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qualcoder_nhs.analysis.agreement.comparison import CHARACTER, Comparison
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement_paper.numbers import bare
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.agreement.report.marks import Dot, paint_axis, paint_criterion, paint_dot
from qualcoder_nhs.ui.agreement.report.wording import limits, plain
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.theme import Theme, colour
from qualcoder_nhs.ui.widgets.row_paint import write

LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Leading:
    """One of the figures; `asks` is untranslated."""

    asks: str
    name: str
    figure: Figure


OF_CHARACTERS = (
    (N_("Do we mark the same passages?"), "|u-alpha"),
    (N_("Given the passage, the same code?"), "cu-alpha"),
    (N_("Both together"), "u-alpha"),
)
OF_UNITS = (
    (N_("Code by code, on average?"), N_("mean alpha")),
    (N_("The same set of codes?"), "MASI-alpha"),
    (N_("The same, by Jaccard’s distance?"), "Jaccard-alpha"),
)


def leading(comparison: Comparison) -> tuple[Leading, ...]:
    """The three of a comparison; of units, for which the unitizing ones are not defined, others."""
    overall = comparison.overall
    one, sets = overall.unitized, overall.sets
    figures = (one.bar_u_alpha, one.cu_alpha, one.u_alpha)
    named = OF_CHARACTERS
    if comparison.plan.unit != CHARACTER:
        named, figures = OF_UNITS, (overall.figures.mean_alpha, sets.masi, sets.jaccard)
    return tuple(
        Leading(asks, name, figure) for (asks, name), figure in zip(named, figures, strict=True)
    )


class LeadingFigure(QWidget):
    """One figure."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.criterion: float | None = None
        self._shown: Leading | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, shown: Leading, criterion: float | None) -> None:
        """Show another one."""
        self._shown, self.criterion = shown, criterion
        told = f"{_(shown.asks)} {_(shown.name)} {plain(shown.figure)}"
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(220), grown(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(150), grown(62))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter, tokens = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, box = chrome_font(Size.SMALL), QRectF(self.rect()).adjusted(0, 0, -12, 0)
        write(painter, box, _(self._shown.asks), small, tokens.ink2, LEFT_TOP)
        middle = QRectF(box.left(), grown(18), box.width(), grown(26))
        self._paint_value(painter, middle, self._shown.figure)
        foot = box.adjusted(0, grown(44), 0, 0)
        write(painter, foot, _(self._shown.name), small, tokens.ink2, LEFT_TOP)
        painter.end()

    def _paint_value(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        tokens, title, small = self.theme.tokens, chrome_font(Size.TITLE), chrome_font(Size.SMALL)
        if figure.value is None:
            write(painter, box, plain(figure), small, tokens.ink2)
            return
        used = write(painter, box, bare(figure.value), title, tokens.ink)
        told, room = limits(figure), grown(62)
        plot = box.adjusted(used + 2, 0, -room, 0)
        if plot.width() > 40:
            paint_axis(painter, plot, tokens)
            paint_criterion(painter, plot, self.criterion, tokens)
            paint_dot(painter, plot, Dot(figure), colour(tokens.paper), tokens)
        write(painter, QRectF(box.right() - room, box.top(), room, box.height()), told, small,
              tokens.ink2)  # fmt: skip


class LeadingStrip(QWidget):
    """The three beside each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.figures = [LeadingFigure(theme) for _each in range(3)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for one in self.figures:
            row.addWidget(one, 1)

    def show_figures(self, shown: Sequence[Leading], criterion: float | None) -> None:
        """Show those of another comparison."""
        for widget, one in zip(self.figures, shown, strict=True):
            widget.show_figure(one, criterion)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for one in self.figures:
            one.theme = theme
            one.update()
