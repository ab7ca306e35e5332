"""Draws shares as bars on an open track, each with its words: `6 of 8`."""

from qualcoder_nhs.domain.chart import ChartColours, ShareChart
from qualcoder_nhs.exporters.charts.sheet import LEFT, Sheet
from qualcoder_nhs.i18n import _

PITCH, THICK, MARGIN, POINTS = 0.24, 0.56, 0.15, 72
"""Inches of a row, its share that is filled, inches before the names, points in an inch."""


def shares(chart: ShareChart, colours: ChartColours) -> Sheet:
    """The chart, its first row at the top; what one voice holds is hatched and amber."""
    sheet = Sheet(max(1, len(chart.rows)) * PITCH, colours)
    axes = sheet.axes
    axes.set_xlim(0, 1.2)
    axes.set_ylim(max(1, len(chart.rows)) - 0.5, -0.5)
    axes.set_xticks([0, 0.5, 1], [_("none"), _("half"), _("all")])
    axes.set_xlabel(chart.axis, fontsize=8, color=colours.ink, loc="left")
    names = ["    " * row.depth + row.name for row in chart.rows]
    axes.set_yticks(range(len(names)), names, ha="left")
    axes.tick_params(axis="y", pad=(LEFT - MARGIN) * POINTS)
    for at, row in enumerate(chart.rows):
        if row.value is None:
            axes.text(0, at, row.told, size=7, color=colours.quiet, va="center")
            continue
        fill = colours.warn if row.one_voice else colours.fill
        axes.barh(at, 1, height=THICK, facecolor=colours.paper, edgecolor=colours.line, linewidth=1)
        axes.barh(
            at,
            row.value,
            height=THICK,
            facecolor=colours.paper if row.one_voice else fill,
            edgecolor=fill,
            linewidth=0.7,
            hatch="/////" if row.one_voice else "",
        )
        sign = " ▲" if row.one_voice else ""
        axes.text(1.02, at, f"{row.told}{sign}", size=7, color=colours.ink, va="center")
    sheet.entitle(chart.title, chart.note)
    return sheet
