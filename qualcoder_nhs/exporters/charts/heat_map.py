"""Draws a square of numbers, the darker the more, from paper to one slate."""

from qualcoder_nhs.domain.chart import ChartColours, HeatChart
from qualcoder_nhs.exporters.charts.sheet import Sheet

LEFT, NAMES, HIGH = 2.2, 1.5, 4.6
"""Inches before the square, above it for the names, and of the square itself."""

LARGEST, POINTS, FILLED = 7, 72, 0.85
"""The letters of names in points; points of an inch; how much of their line the letters fill."""


def heat_map(chart: HeatChart, colours: ChartColours) -> Sheet:
    """The chart; what stands on the diagonal is framed and has no colour."""
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415  (as the sheet does)

    size = len(chart.names)
    sheet = Sheet(HIGH + NAMES, colours, left=LEFT)
    axes, numbers = sheet.axes, range(size)
    shown = [
        [0.0 if row == column else chart.values[row][column] ** 0.5 for column in numbers]
        for row in numbers
    ]
    scale = LinearSegmentedColormap.from_list("slate", [colours.paper, colours.fill])
    if size:
        axes.imshow(shown, cmap=scale, aspect="auto", vmin=0, vmax=max(1.0, chart.most) ** 0.5)
    axes.set_yticks(numbers, chart.names)
    axes.set_xticks(numbers, chart.names, rotation=90)
    axes.xaxis.tick_top()
    axes.tick_params(labelsize=min(LARGEST, POINTS * HIGH / max(1, size) * FILLED))
    axes.set_ylabel(chart.rows, fontsize=8, color=colours.ink)
    axes.set_xlabel(chart.columns, fontsize=8, color=colours.ink)
    _write_numbers(sheet, chart, shown)
    height = sheet.figure.get_size_inches()[1]
    box = axes.get_position()
    axes.set_position([box.x0, box.y0, box.width, box.height - NAMES / height])
    sheet.entitle(chart.title, chart.note)
    return sheet


def _write_numbers(sheet: Sheet, chart: HeatChart, shown: list[list[float]]) -> None:
    colours, most = sheet.colours, max(1.0, chart.most) ** 0.5
    for row, values in enumerate(chart.values):
        for column, value in enumerate(values):
            if value < 0.5:
                continue
            dark = shown[row][column] > 0.6 * most
            ink = colours.paper if dark else colours.quiet if row == column else colours.ink
            sheet.axes.text(
                column, row, f"{value:.0f}", size=5, color=ink, ha="center", va="center"
            )
