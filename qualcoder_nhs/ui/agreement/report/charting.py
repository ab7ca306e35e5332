"""What the page shows as charts to be saved: the same rows, in the colours of the theme."""

from collections.abc import Sequence

from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.domain.chart import Chart, ChartColours, DotChart, DotRow, HeatChart, StackChart
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.agreement.report.heat import heat
from qualcoder_nhs.ui.agreement.report.marks import stack_ink
from qualcoder_nhs.ui.agreement.report.wording import ALONE, ANOTHER, ENDS, UNITS, why_not
from qualcoder_nhs.ui.look.theme import Theme

WIDTH = 34
"""Longer names are cut: the table has them whole."""


def chart_colours(theme: Theme) -> ChartColours:
    """The colours of the theme."""
    tokens = theme.tokens
    fill = stack_ink(tokens).name()
    return ChartColours(tokens.paper, tokens.ink, tokens.ink3, tokens.line, fill)


def chart(
    name: str, report: AgreementReport, rows: Sequence[CodeRow], criterion: float | None
) -> Chart:
    """The chart of a report with this id; `rows` are those that the table shows."""
    if name == "codes":
        return _dots(report, rows, criterion)
    return _kinds(report, rows) if name == "kinds" else _heat(report)


def _dots(report: AgreementReport, rows: Sequence[CodeRow], criterion: float | None) -> DotChart:
    depths = _depths(rows)
    axis = _("alpha, in {unit}").format(unit=_(UNITS[report.material.plan.unit]))
    made = tuple(
        DotRow(
            _cut(row.name),
            depths[row.code],
            row.alpha.value,
            row.alpha.low,
            row.alpha.high,
            row.rolled_up,
            row.few,
            _("n/a · {why}").format(why=why_not(row)),
        )
        for row in rows
    )
    note = _("Dot: alpha, line: 95 % interval, hollow: with codes below, grey: too few to judge.")
    if criterion is not None:
        note += " " + _("Dashed: the team’s criterion.")
    return DotChart(_("Agreement by code"), axis, made, criterion, note)


def _kinds(report: AgreementReport, rows: Sequence[CodeRow]) -> StackChart:
    parts = tuple(_(words) for words in (ENDS, ANOTHER, ALONE))
    shown = [row for row in rows if row.differences.total]
    made = tuple(
        (_cut(row.name), (row.differences.ends, row.differences.another, row.differences.alone))
        for row in shown
    )
    note = ", ".join(report.material.plan.coders)
    return StackChart(_("What differs"), _("characters"), parts, made, note)


def _heat(report: AgreementReport) -> HeatChart:
    found = heat(report)
    note = _("Characters with the row’s code from one and the column’s from another.")
    names = tuple(map(_cut, found.names))
    title = _("Which code for which")
    shown = (found.rows, found.columns, names, found.characters, found.most)
    return HeatChart(title, *shown, note)


def _depths(rows: Sequence[CodeRow]) -> dict[str, int]:
    """How deep each row stands among those that are shown."""
    depths: dict[str, int] = {}
    for row in rows:
        depths[row.code] = depths[row.parent] + 1 if row.parent in depths else 0
    return depths


def _cut(name: str) -> str:
    return name if len(name) <= WIDTH else name[: WIDTH - 1] + "…"
