"""Draws curves over named places: what was found as dots, averages as lines."""

from qualcoder_nhs.domain.chart import ChartColours, CurveChart
from qualcoder_nhs.exporters.charts.sheet import Sheet

HEIGHT, LEFT = 3.2, 0.8
STYLES = ("--", ":", "-.", (0, (8, 2)), (0, (1, 1)), (0, (3, 1, 1, 1)))
"""Lines that are told apart without colour; after six they begin again."""


def curves(chart: CurveChart, colours: ChartColours) -> Sheet:
    """The chart, all curves on one scale from 0."""
    sheet = Sheet(HEIGHT, colours, left=LEFT)
    axes = sheet.axes
    places = range(1, len(chart.names) + 1)
    axes.set_xlim(0.7, max(1, len(chart.names)) + 0.3)
    axes.set_ylim(0, max(1.0, chart.most) * 1.08)
    axes.set_xticks(places, chart.names)
    axes.set_xlabel(chart.axis, fontsize=8, color=colours.ink)
    axes.set_ylabel(chart.measure, fontsize=8, color=colours.ink)
    axes.axhline(chart.most, color=colours.line, linewidth=0.8, zorder=0)
    dashed = 0
    for curve in chart.curves:
        style = STYLES[dashed % len(STYLES)] if curve.dashed else "-"
        dashed += curve.dashed
        axes.plot(
            places[: len(curve.values)],
            curve.values,
            linestyle=style,
            linewidth=1.3,
            color=colours.quiet if curve.dashed else colours.fill,
            marker="o" if curve.marked else ".",
            markersize=5 if curve.marked else 4,
            label=curve.name,
        )
    if chart.curves:
        legend = axes.legend(loc="lower right", fontsize=7, labelcolor=colours.ink)
        legend.set_frame_on(False)
    sheet.entitle(chart.title, chart.note)
    return sheet
