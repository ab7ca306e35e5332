"""Where coded words stand, told by the place a program stored and by the words it stored with it.

Programs of this kind keep both. Where the two disagree, the text was edited after it was coded, or
the program counts otherwise than it is known to; the words are then looked for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.refi.positions import FileText, Reading, Ruler, file_text

_ALIKE = 0.6
_MOST_WORDS = 400
_LONGEST_PATTERN = 20_000
_BLANK = re.compile(r"\s")
_NOWHERE = Span(0, 0)


class Finding(StrEnum):
    """How the words of a passage were found; `BELIEVED` where the file has none to compare."""

    THERE = "there"
    BELIEVED = "believed"
    MOVED = "moved"
    EDITED = "edited"
    LOST = "lost"
    EMPTY = "empty"


@dataclass(frozen=True)
class Quoted:
    """A passage as the file has it. Without a quote its place is believed."""

    start: int | None
    end: int | None
    quote: str = ""


@dataclass(frozen=True)
class Found:
    """Where a passage stands in the stored text; an empty span where it has no words in it."""

    span: Span
    finding: Finding


@dataclass(frozen=True)
class Quotes:
    """The passages of one text, found, in the order they were asked for."""

    reading: Reading
    found: tuple[Found, ...]


def find_quotes(
    file: FileText, usual: Reading, passages: Sequence[Quoted], *, early: bool = False
) -> Quotes:
    """Where the passages stand, read in the way of counting in which most quotes fit.

    `early` says that a quote may begin one character before its place.
    """
    plain = [Quoted(one.start, one.end, file_text(one.quote).text) for one in passages]
    reading = _best(file, file.plainest(usual), plain, early=early)
    ruler = Ruler(file, reading)
    return Quotes(reading, tuple(_find(file.text, ruler, one, early=early) for one in plain))


def _best(file: FileText, usual: Reading, passages: Iterable[Quoted], *, early: bool) -> Reading:
    told = [one for one in passages if one.quote.strip()]

    def fitting(reading: Reading) -> int:
        ruler = Ruler(file, reading)
        places = ((_place(ruler, one), one.quote) for one in told)
        return sum(_fit(file.text, place, quote, early=early) for place, quote in places if place)

    if len(file.readings) == 1:
        return usual
    fits = {reading: fitting(reading) for reading in file.readings}
    best = max(fits, key=lambda one: fits[one])
    return best if fits[best] > fits[usual] else usual


def _find(text: str, ruler: Ruler, passage: Quoted, *, early: bool) -> Found:
    place = _place(ruler, passage)
    if not passage.quote.strip():
        found = Finding.BELIEVED if place and place.of(text).strip() else Finding.EMPTY
        return Found(place or _NOWHERE, found)
    if place and _says(text, place, passage.quote, early=early):
        return Found(place, Finding.THERE)
    near = place.start if place else min(max(passage.start or 0, 0), len(text))
    elsewhere = _nearest(text, passage.quote, near)
    if elsewhere:
        return Found(elsewhere, Finding.MOVED)
    if place and _resembles(place.of(text), passage.quote):
        return Found(place, Finding.EDITED)
    return Found(_NOWHERE, Finding.LOST)


def _place(ruler: Ruler, passage: Quoted) -> Span | None:
    """The characters the file means, where there are any."""
    if passage.start is None or passage.end is None:
        return None
    start, end = ruler.place(passage.start), ruler.place(passage.end)
    return None if start is None or end is None or start >= end else Span(start, end)


def _says(text: str, place: Span, quote: str, *, early: bool) -> bool:
    return _fit(text, place, quote, early=early) > 0


def _fit(text: str, place: Span, quote: str, *, early: bool) -> int:
    """How well words fit: twice as well to the letter as with other white space about them."""
    words = [place.of(text)]
    if early and place.start > 0:
        words.append(text[place.start - 1 : place.end])
    if any(_blanks_alike(one) == _blanks_alike(quote) for one in words):
        return 2
    return int(any(one.split() == quote.split() for one in words))


def _blanks_alike(words: str) -> str:
    return _BLANK.sub(" ", words)


def _nearest(text: str, quote: str, near: int) -> Span | None:
    """The same words nearest to a place, to the letter or else with other white space."""
    before = text.rfind(quote, 0, near + len(quote))
    after = text.find(quote, near)
    exact = [start for start in (before, after) if start >= 0]
    if exact:
        start = min(exact, key=lambda one: abs(one - near))
        return Span(start, start + len(quote))
    if len(quote) > _LONGEST_PATTERN:
        return None
    loose = re.compile(r"\s+".join(map(re.escape, quote.split())))
    spans = (Span(*match.span()) for match in loose.finditer(text))
    return min(spans, key=lambda one: abs(one.start - near), default=None)


def _resembles(words: str, quote: str) -> bool:
    one, other = words.split()[:_MOST_WORDS], quote.split()[:_MOST_WORDS]
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
