"""Draws stacked bars: hollow, hatched and solid, so that they tell without colour."""

from qualcoder_nhs.domain.chart import ChartColours, StackChart
from qualcoder_nhs.exporters.charts.sheet import Sheet

PITCH = 0.24
HATCHES = ("", "/////", "")


def stacks(chart: StackChart, colours: ChartColours) -> Sheet:
    """The chart, its first row at the top, all rows on one scale."""
    sheet = Sheet(max(1, len(chart.rows)) * PITCH, colours)
    axes = sheet.axes
    axes.set_ylim(max(1, len(chart.rows)) - 0.5, -0.5)
    axes.set_yticks(range(len(chart.rows)), [name for name, _parts in chart.rows])
    axes.set_xlabel(chart.axis, fontsize=8, color=colours.ink)
    begun = [0.0] * len(chart.rows)
    for part, words in enumerate(chart.parts):
        widths = [parts[part] for _name, parts in chart.rows]
        axes.barh(
            range(len(widths)),
            widths,
            left=begun,
            height=0.55,
            label=words,
            facecolor=colours.fill if part == 2 else colours.paper,
            edgecolor=colours.fill,
            linewidth=0.7,
            hatch=HATCHES[part],
        )
        begun = [start + width for start, width in zip(begun, widths, strict=True)]
    legend = axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=3, fontsize=7)
    legend.set_frame_on(False)
    for words in legend.get_texts():
        words.set_color(colours.ink)
    sheet.entitle(chart.title, chart.note)
    return sheet
