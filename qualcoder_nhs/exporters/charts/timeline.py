"""Draws discussions one under another, with stretches in lanes from the first turn to the last."""

from qualcoder_nhs.domain.chart import ChartColours, Strand, TimelineChart
from qualcoder_nhs.domain.palette import family
from qualcoder_nhs.exporters.charts.sheet import Sheet
from qualcoder_nhs.i18n import _

PITCH, THICK, GAP, LEAST = 0.17, 0.62, 1.6, 0.003
"""Inches of a lane, its share that is filled, lanes between discussions, the thinnest stretch."""


def timeline(chart: TimelineChart, colours: ChartColours) -> Sheet:
    """The chart, its first discussion at the top."""
    lanes = sum(len(one.lanes) + GAP for one in chart.strands) or 1
    sheet = Sheet(lanes * PITCH, colours)
    axes = sheet.axes
    axes.set_xlim(0, 1)
    axes.set_ylim(lanes, 0)
    axes.set_xticks([0, 0.5, 1], [_("first turn"), _("half way"), _("last turn")])
    axes.set_xlabel(chart.axis, fontsize=8, color=colours.ink)
    axes.set_yticks([])
    at = 0.0
    for strand in chart.strands:
        _draw(sheet, strand, at)
        at += len(strand.lanes) + GAP
    sheet.entitle(chart.title, chart.note)
    return sheet


def _draw(sheet: Sheet, strand: Strand, top: float) -> None:
    axes, colours = sheet.axes, sheet.colours
    axes.text(-0.01, top + 0.75, strand.name, size=8, weight="bold", color=colours.ink, ha="right")
    for place, words in strand.marks:
        axes.plot(
            (place, place),
            (top + 0.2, top + 1 + len(strand.lanes)),
            color=colours.line,
            linewidth=0.8,
            zorder=0,
        )
        axes.text(place, top + 0.75, f" {words}", size=6, color=colours.quiet)
    for number, lane in enumerate(strand.lanes):
        middle = top + 1.5 + number
        axes.text(-0.01, middle, lane.name, size=7, color=colours.ink, ha="right", va="center")
        axes.axhline(middle, color=colours.line, linewidth=0.4, zorder=0)
        known = family(lane.family)
        fill = known.stripe_dark if colours.dark else known.stripe_light
        widths = [(start, max(LEAST, end - start)) for start, end in lane.stretches]
        axes.broken_barh(widths, (middle - THICK / 2, THICK), facecolors=fill, linewidth=0)
