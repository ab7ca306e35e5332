"""Values in, bytes out: any chart in any kind of picture, and the one door to a file of it."""

from pathlib import Path

from qualcoder_nhs.domain.chart import (
    Chart,
    ChartColours,
    CurveChart,
    DotChart,
    HeatChart,
    ShareChart,
    StackChart,
    TimelineChart,
)
from qualcoder_nhs.domain.errors import NoSuchFormat
from qualcoder_nhs.exporters.charts.curves import curves
from qualcoder_nhs.exporters.charts.dots import dots
from qualcoder_nhs.exporters.charts.heat_map import heat_map
from qualcoder_nhs.exporters.charts.shares import shares
from qualcoder_nhs.exporters.charts.sheet import Sheet
from qualcoder_nhs.exporters.charts.stacks import stacks
from qualcoder_nhs.exporters.charts.timeline import timeline
from qualcoder_nhs.exporters.whole_file import whole_file

KINDS = (".svg", ".png", ".pdf")


def drawn(chart: Chart, kind: str, colours: ChartColours) -> bytes:
    """The picture of a chart as `svg`, `png` or `pdf`."""
    return _sheet(chart, colours).draw(kind)


def write_chart(chart: Chart, path: Path, colours: ChartColours) -> None:
    """The picture over what stands there, of the kind that the suffix says.

    Raises:
        NoSuchFormat: when the suffix is none of a picture.
        NotWritten: when the file cannot be put there; an older one is untouched then.
    """
    suffix = path.suffix.casefold()
    if suffix not in KINDS:
        raise NoSuchFormat(name=path.name, known=", ".join(KINDS))
    picture = drawn(chart, suffix.removeprefix("."), colours)
    with whole_file(path) as beside:
        beside.write_bytes(picture)


def _sheet(chart: Chart, colours: ChartColours) -> Sheet:
    match chart:
        case DotChart():
            return dots(chart, colours)
        case StackChart():
            return stacks(chart, colours)
        case ShareChart():
            return shares(chart, colours)
        case CurveChart():
            return curves(chart, colours)
        case TimelineChart():
            return timeline(chart, colours)
        case HeatChart():
            return heat_map(chart, colours)
