"""Where coded words stand, told by the place a program stored and by the words it stored with it.

Programs of this kind keep both. Where the two disagree, the text was edited after it was coded, or
the program counts otherwise than it is known to; the words are then looked for.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.refi.positions import FileText, Reading, Ruler, file_text

_ALIKE = 0.6
_WORD = re.compile(r"\S+")
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
    others = (Ruler(file, one) for one in file.readings if one != reading)
    search = _Search(file.text, (Ruler(file, reading), *others), early=early)
    return Quotes(reading, tuple(search.find(one) for one in plain))


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


class _Search:
    """The search in one text, in a time that grows no faster than the text does."""

    def __init__(self, text: str, rulers: Sequence[Ruler], *, early: bool) -> None:
        self._text = text
        self._rulers = rulers
        self._early = early

    def find(self, passage: Quoted) -> Found:
        """Where a passage stands, or that it is lost."""
        place = _place(self._rulers[0], passage)
        if not passage.quote.strip():
            found = Finding.BELIEVED if place and place.of(self._text).strip() else Finding.EMPTY
            return Found(place or _NOWHERE, found)
        there = self._there(passage)
        if there:
            return Found(there, Finding.THERE)
        near = place.start if place else min(max(passage.start or 0, 0), len(self._text))
        elsewhere = _nearest(self._text, passage.quote, near) or self._words.nearest(
            passage.quote, near
        )
        if elsewhere:
            return Found(elsewhere, Finding.MOVED)
        if place and _resembles(place.of(self._text), passage.quote):
            return Found(place, Finding.EDITED)
        return Found(_NOWHERE, Finding.LOST)

    def _there(self, passage: Quoted) -> Span | None:
        """Its place, where its words are; parts of one program may count each in its own way."""
        places = filter(None, (_place(ruler, passage) for ruler in self._rulers))
        fits = (one for one in places if _fit(self._text, one, passage.quote, early=self._early))
        return next(fits, None)

    @cached_property
    def _words(self) -> "_Words":
        return _Words(self._text)


class _Words:
    """A text with one blank between words, whatever white space it has there."""

    def __init__(self, text: str) -> None:
        self._spans = [Span(*found.span()) for found in _WORD.finditer(text)]
        words = [span.of(text) for span in self._spans]
        self._text = " ".join(words)
        self._starts = list(accumulate((len(word) + 1 for word in words), initial=0))

    def nearest(self, quote: str, near: int) -> Span | None:
        """The same words, nearest to a place of the text as it stands."""
        word = bisect_left(self._spans, near, key=lambda span: span.start)
        found = _nearest(self._text, " ".join(quote.split()), self._starts[word])
        return found and Span(self._place(found.start), self._place(found.end - 1) + 1)

    def _place(self, at: int) -> int:
        """Where a character that is no blank stands in the text as it is."""
        word = bisect_right(self._starts, at) - 1
        return self._spans[word].start + at - self._starts[word]


def _place(ruler: Ruler, passage: Quoted) -> Span | None:
    """The characters the file means, where there are any."""
    if passage.start is None or passage.end is None:
        return None
    start, end = ruler.place(passage.start), ruler.place(passage.end)
    return None if start is None or end is None or start >= end else Span(start, end)


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
    """The same words, to the letter, nearest to a place."""
    before = text.rfind(quote, 0, near + len(quote))
    after = text.find(quote, near)
    starts = [start for start in (before, after) if start >= 0]
    start = min(starts, key=lambda one: abs(one - near), default=None)
    return None if start is None else Span(start, start + len(quote))


def _resembles(words: str, quote: str) -> bool:
    """Whether most of the words are the same."""
    one, other = Counter(words.split()), Counter(quote.split())
    return 2 * (one & other).total() >= _ALIKE * (one.total() + other.total())
