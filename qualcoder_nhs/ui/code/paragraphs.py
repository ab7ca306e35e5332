"""Which paragraphs the view shows, and where each lies in the stored text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.ui.offsets import Offsets

# Qt would begin a new paragraph at these, or draw an object; each is one unit, as the blank is.
_SHOWN = str.maketrans(dict.fromkeys("\r\u2028\u2029\ufdd0\ufdd1\ufffc\0", " "))


@dataclass(frozen=True)
class Paragraph:
    """One line of the stored text as the view shows it.

    `span` is its place in the stored text. `turn` is None for headings and front matter. `first`
    and `last` say whether it opens or closes its turn.
    """

    number: int
    span: Span
    text: str
    turn: Turn | None
    first: bool = False
    last: bool = False

    @cached_property
    def offsets(self) -> Offsets:
        """Positions inside this paragraph."""
        return Offsets(self.text)


@dataclass(frozen=True)
class Piece:
    """The part of a span that lies in one paragraph, in Qt's units from the paragraph's start."""

    number: int
    start: int
    end: int


class Paragraphs:
    """All paragraphs of a transcript, and the way between the view and the stored text.

    A view position counts Qt's units from the top of the document, one for each paragraph's end.
    """

    def __init__(self, transcript: Transcript) -> None:
        self.listed = tuple(_paragraphs(transcript))
        self._starts = [paragraph.span.start for paragraph in self.listed]
        self._tops: list[int] = []
        top = 0
        for paragraph in self.listed:
            self._tops.append(top)
            top += paragraph.offsets.units + 1

    def __len__(self) -> int:
        return len(self.listed)

    def __getitem__(self, number: int) -> Paragraph:
        return self.listed[number]

    @property
    def text(self) -> str:
        """What the view shows."""
        return "\n".join(paragraph.text for paragraph in self.listed)

    def at(self, position: int) -> Paragraph:
        """The paragraph a stored position lies in, or the last one before it."""
        return self.listed[max(0, bisect_right(self._starts, position) - 1)]

    def of_turn(self, turn: Turn) -> Paragraph:
        """The paragraph that opens the turn."""
        place = self.at(turn.words.start)
        while place.turn == turn and not place.first and place.number:
            place = self.listed[place.number - 1]
        return place

    def to_view(self, position: int) -> int:
        """Where the view shows a stored position; the nearest place where it shows none."""
        place = self.at(position)
        inside = min(max(0, position - place.span.start), len(place.span))
        return self._tops[place.number] + place.offsets.to_units(inside)

    def to_stored(self, view: int) -> int:
        """The stored position of a place in the view."""
        place = self.listed[max(0, bisect_right(self._tops, view) - 1)]
        units = min(view - self._tops[place.number], place.offsets.units)
        return place.span.start + place.offsets.to_points(units)

    def span_of(self, start: int, end: int) -> Span:
        """The stored span of a selection; an end at a paragraph's start ends the one before."""
        first = self.to_stored(start)
        last = self.listed[max(0, bisect_right(self._tops, end) - 1)]
        if end > start and end == self._tops[last.number]:
            end -= 1
        return Span(first, max(first, self.to_stored(end)))

    def pieces(self, span: Span) -> Iterator[Piece]:
        """The parts of a stored span in the paragraphs it touches, in order."""
        at = self.at(span.start).number
        for paragraph in self.listed[at:]:
            if paragraph.span.start >= span.end:
                return
            shared = paragraph.span.shared(span).shifted(-paragraph.span.start)
            if shared:
                units = paragraph.offsets.to_units
                yield Piece(paragraph.number, units(shared.start), units(shared.end))

    def reach(self, number: int) -> Span:
        """The words that a paragraph belongs to: its turn's, or its own."""
        paragraph = self.listed[number]
        return paragraph.turn.words if paragraph.turn else paragraph.span


def _paragraphs(transcript: Transcript) -> Iterator[Paragraph]:
    number = 0
    for span, turn, first, last in _lines(transcript):
        text = span.of(transcript.text).translate(_SHOWN)
        yield Paragraph(number, span, text, turn, first, last)
        number += 1
    if not number:
        yield Paragraph(0, Span(0, 0), "", None)


_Line = tuple[Span, Turn | None, bool, bool]


def _lines(transcript: Transcript) -> Iterator[_Line]:
    text, at = transcript.text, 0
    for turn in transcript.turns:
        before = text.rfind("\n", at, turn.whole.start) + 1
        yield from ((span, None, False, False) for span in _filled(text, Span(at, max(at, before))))
        yield from _turn_lines(text, turn)
        after = text.find("\n", turn.whole.end)
        at = len(text) if after < 0 else after + 1
        at = min(at, _next_start(transcript, turn))
    yield from ((span, None, False, False) for span in _filled(text, Span(at, len(text))))


def _next_start(transcript: Transcript, turn: Turn) -> int:
    following = transcript.turns[turn.index : turn.index + 1]
    return following[0].whole.start if following else len(transcript.text)


def _turn_lines(text: str, turn: Turn) -> Iterator[_Line]:
    lines = list(_filled(text, turn.words)) or [Span(turn.words.start, turn.words.start)]
    for span in lines:
        yield span, turn, span is lines[0], span is lines[-1]


def _filled(text: str, within: Span) -> Iterator[Span]:
    """The lines that hold more than blanks."""
    start = within.start
    for line in within.of(text).split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1
