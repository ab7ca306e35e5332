"""Draws dots with whiskers, a line a code."""

from qualcoder_nhs.domain.chart import ChartColours, DotChart, DotRow
from qualcoder_nhs.exporters.charts.sheet import Sheet

PITCH = 0.22


def dots(chart: DotChart, colours: ChartColours) -> Sheet:
    """The chart, its first row at the top."""
    sheet = Sheet(max(1, len(chart.rows)) * PITCH, colours)
    axes = sheet.axes
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(max(1, len(chart.rows)) - 0.5, -0.5)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", ".25", ".5", ".75", "1"])
    axes.set_xlabel(chart.axis, fontsize=8, color=colours.ink)
    axes.set_yticks(range(len(chart.rows)), [_named(row) for row in chart.rows])
    for at, row in enumerate(chart.rows):
        axes.axhline(at, color=colours.line, linewidth=0.7, zorder=0)
        _draw(sheet, at, row)
    if chart.criterion is not None:
        axes.axvline(chart.criterion, color=colours.quiet, linewidth=0.8, dashes=(4, 3), zorder=1)
    sheet.entitle(chart.title, chart.note)
    return sheet


def _named(row: DotRow) -> str:
    return "   " * row.depth + row.name


def _draw(sheet: Sheet, at: int, row: DotRow) -> None:
    colours, axes = sheet.colours, sheet.axes
    ink = colours.quiet if row.few else colours.ink
    if row.value is None:
        axes.text(0, at, row.told, size=7, color=colours.quiet, va="center")
        return
    if row.low is not None and row.high is not None:
        ends = (max(0.0, row.low), max(0.0, row.high))
        axes.plot(ends, (at, at), color=ink, linewidth=1.3, zorder=2)
    axes.plot(
        max(0.0, row.value),
        at,
        marker="o",
        markersize=5,
        color=ink,
        markerfacecolor=colours.paper if row.hollow else ink,
        zorder=3,
    )
