"""The tints of one paragraph as shapes, made when it comes into view and kept until it changes."""

from dataclasses import dataclass

from qualcoder_nhs.analysis.strips import Layer, drawn_depths, layers, strip_edges
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.geometry import Geometry, Stretch
from qualcoder_nhs.ui.code.paragraphs import Paragraph
from qualcoder_nhs.ui.code.state import DeskState

BAR_LEFT = -8.0
BAR_STEP = -4.0
MOST_BARS = 3


@dataclass(frozen=True, slots=True)
class Strip:
    """A coding's tint on one line, in the document's coordinates.

    `opens` and `closes` say whether the coding begins and ends here. A hatched strip lies too deep
    for a tint of its own.
    """

    coding: Coding
    left: float
    right: float
    top: float
    bottom: float
    depth: int
    whole: bool
    opens: bool
    closes: bool
    hatched: bool


@dataclass(frozen=True, slots=True)
class TurnBar:
    """The bar beside words that are coded as a whole turn."""

    coding: Coding
    left: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is painted behind one paragraph, deepest last."""

    strips: tuple[Strip, ...]
    bars: tuple[TurnBar, ...]


class Strips:
    """The drawings of the paragraphs that were in view."""

    def __init__(self, state: DeskState, geometry: Geometry) -> None:
        self._state = state
        self._geometry = geometry
        self._drawings: dict[int, Drawing] = {}

    def forget(self, span: Span | None = None) -> None:
        """The codings of a span changed, or everything. Whole turns are drawn anew."""
        if span is None:
            self._drawings.clear()
            return
        if not span or not self._drawings:
            return
        for number in list(self._drawings):
            reach = self._state.paragraphs.reach(number)
            if reach.overlaps(span):
                del self._drawings[number]

    def of(self, number: int) -> Drawing:
        """What is painted behind a paragraph."""
        if number not in self._drawings:
            self._drawings[number] = self._draw(number)
        return self._drawings[number]

    def _draw(self, number: int) -> Drawing:
        paragraph = self._state.paragraphs[number]
        reach = self._state.paragraphs.reach(number)
        codings = self._state.in_span(reach) if reach else []
        if not codings:
            return Drawing((), ())
        orders = [self._state.look(coding).order for coding in codings]
        laid = layers(reach, [coding.span for coding in codings], orders)
        pairs = sorted(zip(codings, laid, strict=True), key=lambda pair: pair[1].depth)
        return Drawing(tuple(self._strips(paragraph, pairs)), self._bars(number, pairs))

    def _strips(self, paragraph: Paragraph, pairs: list[tuple[Coding, Layer]]) -> list[Strip]:
        drawn = drawn_depths(self._geometry.pitch)
        shares = ((coding, layer, paragraph.span.shared(layer.span)) for coding, layer in pairs)
        return [
            self._strip(coding, layer, shared, stretch, drawn)
            for coding, layer, shared in shares
            if shared
            for piece in self._state.paragraphs.pieces(shared)
            for stretch in self._geometry.stretches(piece)
        ]

    def _strip(
        self, coding: Coding, layer: Layer, shared: Span, stretch: Stretch, drawn: int
    ) -> Strip:
        hatched = layer.depth >= drawn
        above, below = strip_edges(self._geometry.pitch, 0 if hatched else layer.depth)
        return Strip(
            coding,
            round(stretch.left),
            round(stretch.right),
            round(stretch.baseline + above),
            stretch.baseline + below,
            layer.depth,
            layer.whole,
            opens=stretch.opens and shared.start == coding.span.start,
            closes=stretch.closes and shared.end == coding.span.end,
            hatched=hatched,
        )

    def _bars(self, number: int, pairs: list[tuple[Coding, Layer]]) -> tuple[TurnBar, ...]:
        whole = [coding for coding, layer in pairs if layer.whole][:MOST_BARS]
        top, bottom = self._geometry.bounds(number)
        return tuple(
            TurnBar(coding, BAR_LEFT + BAR_STEP * at, top, bottom)
            for at, coding in enumerate(whole)
        )
