"""Charts as values: dots, bars, curves, timelines, a heat map; and the colours they take."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChartColours:
    """What a chart is drawn in, each `#RRGGBB`; `fill` is the slate of bars and heat.

    `warn` is for what one voice holds; `dark` says which of a family's two colours to take.
    """

    paper: str = "#FFFFFF"
    ink: str = "#1E1D1B"
    quiet: str = "#6B665E"
    line: str = "#E2DED6"
    fill: str = "#434C66"
    warn: str = "#8A4B00"
    dark: bool = False


LIGHT = ChartColours()
DARK = ChartColours(
    "#1B1C1E", "#E6E3DD", "#979590", "#34363B", "#B9C0D6", warn="#F0B865", dark=True
)
"""What charts are drawn in where no window's theme says otherwise."""


@dataclass(frozen=True)
class DotRow:
    """One line of a chart of dots. `hollow` where it is rolled up, `few` where it is greyed.

    `told` stands in place of the dot where there is no value.
    """

    name: str
    depth: int
    value: float | None
    low: float | None = None
    high: float | None = None
    hollow: bool = False
    few: bool = False
    told: str = ""


@dataclass(frozen=True)
class DotChart:
    """Values from 0 to 1 with their intervals, and a dashed line where a criterion was set."""

    title: str
    axis: str
    rows: tuple[DotRow, ...]
    criterion: float | None = None
    note: str = ""


@dataclass(frozen=True)
class StackChart:
    """Bars of a few parts on one scale: hollow, hatched, solid. `rows` are a name and its parts."""

    title: str
    axis: str
    parts: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]
    note: str = ""


@dataclass(frozen=True)
class HeatChart:
    """A square of numbers; `rows` and `columns` say whose they are.

    The diagonal has no colour. `most` is what is darkest; what is more is as dark.
    """

    title: str
    rows: str
    columns: str
    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    most: float
    note: str = ""


@dataclass(frozen=True)
class ShareRow:
    """One bar: a share from 0 to 1, or why there is none. `told` is `6 of 8`, as a table shows it.

    `one_voice` where one person has more than half of it.
    """

    name: str
    depth: int
    value: float | None
    told: str
    one_voice: bool = False


@dataclass(frozen=True)
class ShareChart:
    """Shares of those who could have said it, each bar over its own denominator."""

    title: str
    axis: str
    rows: tuple[ShareRow, ...]
    note: str = ""


@dataclass(frozen=True)
class Curve:
    """A line through one value for each place; `marked` with dots."""

    name: str
    values: tuple[float, ...]
    marked: bool = False
    dashed: bool = False


@dataclass(frozen=True)
class CurveChart:
    """Lines over the same places, which are named; `most` is the end of the scale."""

    title: str
    axis: str
    measure: str
    names: tuple[str, ...]
    curves: tuple[Curve, ...]
    most: float
    note: str = ""


@dataclass(frozen=True)
class Lane:
    """What shows along a discussion: stretches from 0 to 1, in the colour of a family."""

    name: str
    family: int
    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Strand:
    """One discussion: its lanes, and where questions were opened, each a place from 0 to 1."""

    name: str
    lanes: tuple[Lane, ...]
    marks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class TimelineChart:
    """Discussions one under another, each from its first turn to its last."""

    title: str
    axis: str
    strands: tuple[Strand, ...]
    note: str = ""


Chart = DotChart | StackChart | HeatChart | ShareChart | CurveChart | TimelineChart
