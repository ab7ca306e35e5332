"""Where the stripes and names beside the words stand: clusters of overlapping codings, packed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.lanes import Bar, name_rows, pack
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.geometry import Geometry
from qualcoder_nhs.ui.code.paragraphs import Paragraphs
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.fonts import grown

LANES = 6
"""So many lanes are drawn side by side; the rest fold into a number."""

LEAST_LANES = 3
PITCH = 9
LEAST_HEIGHT = 18
_NAME_HEIGHT = 18
LOOK_BACK = 12
"""So many paragraphs before the view are packed with it, so that names do not jump at its edge."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A coding's bar and the row of its name; heights are the document's.

    `names_left` is where the names of its cluster begin.
    """

    coding: Coding
    lane: int
    top: int
    bottom: int
    row: int
    names_left: int


@dataclass(frozen=True, slots=True)
class Fold:
    """How many codings found no lane of their own here, and the one that begins first."""

    coding: Coding
    top: int
    count: int


@dataclass(frozen=True)
class LaneLayout:
    """What is drawn for a stretch of the transcript."""

    reach: range
    stripes: tuple[Stripe, ...] = ()
    folds: tuple[Fold, ...] = ()


def name_height() -> int:
    """From one name to the next below it."""
    return grown(_NAME_HEIGHT)


def lay_out(state: DeskState, geometry: Geometry, first: int, last: int) -> LaneLayout:
    """Pack the codings around some paragraphs, whole clusters of them."""
    reach = _grown(state, max(0, first - LOOK_BACK), last)
    span = _span_of(state.paragraphs, reach)
    bars = [(coding, _bar(state, geometry, coding)) for coding in state.in_span(span)]
    bars.sort(key=lambda pair: (pair[1].start, -len(pair[0].span), state.look(pair[0]).order))
    stripes: list[Stripe] = []
    folds: list[Fold] = []
    floor, high = 0, name_height()
    for cluster in _clusters(bars):
        laid = _pack_cluster(cluster, floor)
        stripes += [stripe for stripe in laid if stripe.lane < LANES]
        folds += _folded([stripe for stripe in laid if stripe.lane >= LANES])
        shown = [stripe.row for stripe in laid if stripe.lane < LANES]
        floor = max([floor, *(row + high for row in shown)])
    return LaneLayout(reach, tuple(stripes), tuple(folds))


def _grown(state: DeskState, first: int, last: int) -> range:
    """The paragraphs, and those that their codings reach into, until no coding leaves them."""
    while True:
        codings = state.in_span(_span_of(state.paragraphs, range(first, last + 1)))
        firsts = [state.paragraphs.at(coding.span.start).number for coding in codings]
        lasts = [state.paragraphs.at(coding.span.end - 1).number for coding in codings]
        wider = (min([first, *firsts]), max([last, *lasts]))
        if wider == (first, last):
            return range(first, last + 1)
        first, last = wider


def _span_of(paragraphs: Paragraphs, reach: range) -> Span:
    start, end = paragraphs[reach[0]].span.start, paragraphs[reach[-1]].span.end
    return Span(start, max(start, end))


def _bar(state: DeskState, geometry: Geometry, coding: Coding) -> Bar:
    places = state.paragraphs
    ends = [coding.span.start, max(coding.span.start, coding.span.end - 1)]
    first, last = (places.at(position) for position in ends)
    begins, stops = (
        place.offsets.to_units(min(max(0, position - place.span.start), len(place.span)))
        for place, position in zip((first, last), ends, strict=True)
    )
    top = round(geometry.line_bounds(first.number, begins)[0])
    bottom = round(geometry.line_bounds(last.number, stops)[1])
    return Bar(top, max(bottom, top + LEAST_HEIGHT))


_Bars = list[tuple[Coding, Bar]]


def _clusters(bars: _Bars) -> Iterator[_Bars]:
    """Runs of bars that touch one another; each is packed by itself."""
    cluster: _Bars = []
    end = 0
    for coding, bar in bars:
        if cluster and bar.start >= end:
            yield cluster
            cluster = []
        cluster.append((coding, bar))
        end = max(end, bar.end)
    if cluster:
        yield cluster


def _pack_cluster(cluster: _Bars, floor: int) -> list[Stripe]:
    bars = [bar for _, bar in cluster]
    lanes = pack(bars)
    rows = name_rows([bar.start for bar in bars], name_height(), floor)
    wide = min(LANES, max(LEAST_LANES, *(lane + 1 for lane in lanes)))
    left = wide * PITCH + 4
    return [
        Stripe(coding, lane, bar.start, bar.end, row, left)
        for (coding, bar), lane, row in zip(cluster, lanes, rows, strict=True)
    ]


def _folded(deep: Sequence[Stripe]) -> Iterator[Fold]:
    if deep:
        yield Fold(deep[0].coding, deep[0].top, len(deep))
