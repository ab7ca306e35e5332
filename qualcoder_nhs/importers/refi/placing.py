"""Which way of counting positions a file was written in, told by where words begin and end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.refi.positions import EVERY_READING, FileText, Reading, Ruler

SURE = 0.8
"""The share of beginnings and ends at words from which on nobody need look."""

_CLEARLY = 3
_CLEAR_SHARE = 0.04
_NAMED = 4  # a passage whose words the file repeats tells more than a place between words does
_LEAST_NAME = 4
_AROUND = 20


@dataclass(frozen=True)
class Marked:
    """A passage as the file has it; `name` may be its words, as ATLAS.ti has it."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True)
class Fit:
    """How many passages of how many begin and end where words do, or are called by their words."""

    starts: int = 0
    ends: int = 0
    named: int = 0
    of: int = 0

    @property
    def points(self) -> int:
        """The more, the better it fits."""
        return self.starts + self.ends + _NAMED * self.named

    @property
    def share(self) -> float:
        """The share of beginnings and ends that are right; one where there are none."""
        return (self.starts + self.ends) / (2 * self.of) if self.of else 1.0

    def __add__(self, other: "Fit") -> "Fit":
        return Fit(
            self.starts + other.starts,
            self.ends + other.ends,
            self.named + other.named,
            self.of + other.of,
        )

    def clearly_beats(self, other: "Fit") -> bool:
        """Whether chance does not explain how much better this fits."""
        return self.points - other.points >= max(_CLEARLY, _CLEAR_SHARE * self.of)


def usual_reading(origin: str) -> Reading:
    """How the program that wrote a file is known to count."""
    program = origin.casefold()
    if "nvivo" in program:
        return Reading(utf16=True, ends_twice=True)
    return Reading(ends_twice=not ("atlas" in program or "qualcoder" in program))


def readings_of(
    texts: Mapping[str, tuple[FileText, Sequence[Marked]]], usual: Reading
) -> dict[str, tuple[Reading, Fit]]:
    """How each text's positions are to be read, and how well that fits.

    The usual way stands unless another fits the whole file clearly better, and that one unless a
    text clearly says otherwise. Of ways that fit the same, the one nearest to the usual is taken.
    """
    every = {key: _fits(file, marks) for key, (file, marks) in texts.items()}
    of_file = {
        reading: sum((fits[texts[key][0].plainest(reading)] for key, fits in every.items()), Fit())
        for reading in EVERY_READING
    }
    usual = _best(of_file, usual)
    found = {}
    for key, fits in every.items():
        reading = _best(fits, texts[key][0].plainest(usual))
        found[key] = (reading, fits[reading])
    return found


def _best(fits: Mapping[Reading, Fit], usual: Reading) -> Reading:
    def unlike(one: Reading) -> int:
        return sum(a != b for a, b in zip(one, usual, strict=True))

    best = max(sorted(fits, key=unlike), key=lambda one: fits[one].points)
    return best if fits[best].clearly_beats(fits[usual]) else usual


def _fits(file: FileText, marks: Sequence[Marked]) -> dict[Reading, Fit]:
    return {reading: _fit(file.text, Ruler(file, reading), marks) for reading in file.readings}


def _fit(text: str, ruler: Ruler, marks: Sequence[Marked]) -> Fit:
    starts = ends = named = 0
    for mark in marks:
        start, end = ruler.place(mark.start), ruler.place(mark.end)
        if start is None or end is None or start >= end:
            continue
        starts += begins_word(text, start)
        ends += ends_word(text, end)
        named += len(mark.name) >= _LEAST_NAME and _same_words(mark.name, text[start:end])
    return Fit(starts, ends, named, len(marks))


def begins_word(text: str, place: int) -> bool:
    """Whether something begins here that is no blank and no rest of a word."""
    if place >= len(text) or text[place].isspace():
        return False
    return place == 0 or not text[place - 1].isalnum()


def ends_word(text: str, place: int) -> bool:
    """Whether something ends here and no word is cut; a whole line ends behind its line end."""
    if place <= 0 or (text[place - 1].isspace() and text[place - 1] != "\n"):
        return False
    return place == len(text) or text[place - 1] == "\n" or not text[place].isalnum()


def _same_words(name: str, quote: str) -> bool:
    called = " ".join(re.sub(r"(…|\.\.\.)\s*$", "", name).split())
    return bool(called) and " ".join(quote.split()).startswith(called)


def worst(text: str, spans: Sequence[Span], most: int = 3) -> Iterator[str]:
    """The passages that fit worst, each between strokes among its neighbours."""

    def fitting(span: Span) -> int:
        return begins_word(text, span.start) + ends_word(text, span.end)

    for span in sorted(spans, key=fitting)[:most]:
        before = text[max(0, span.start - _AROUND) : span.start]
        behind = text[span.end : span.end + _AROUND]
        quote = span.of(text)
        if len(quote) > 3 * _AROUND:
            quote = f"{quote[:_AROUND]} … {quote[-_AROUND:]}"
        yield f"{before}|{quote}|{behind}".replace("\n", "↵")
