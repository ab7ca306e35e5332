"""The head of a line taken apart: label, time mark, and the brackets and stars around them."""

import re
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.directions import is_direction
from qualcoder_nhs.importers.turns.lines import Mark

_STARS = re.compile(r"\*{2,3}|__")
_PAIRS = {"[": "]", "(": ")", "<": ">", "{": "}"}
_PADDING = " \t-–—|,;:："
_BRACKETS_AT_END = re.compile(r"\s*(\[[^\]]*\]|\([^)]*\)|\{[^}]*\})\s*$")


@dataclass(frozen=True, slots=True)
class Head:
    """A label on its line, where the words begin, and the time mark that belongs to it."""

    label: str
    at: Span
    words: int
    convention: Convention
    marks: frozenset[Mark]
    time_at: Span | None


def head_of(text: str, start: int, end: int, words: int, convention: Convention) -> Head | None:
    """The stretch from start to end as a head; None where no label is left in it."""
    marks: set[Mark] = set()
    if _is_starred(text, start, end, words):
        marks.add(Mark.BOLD)
    label, time_at = _without_time(text, _trimmed(text, Span(start, end)))
    if time_at is None:
        time_at = _time_behind(text, words)
        words = time_at.end if time_at else words
    if time_at is not None:
        marks.add(Mark.TIME)
    label, bracketed = _unwrapped(text, label)
    if bracketed:
        marks.add(Mark.BRACKETS)
        label, inner = _without_time(text, label)
        time_at = time_at or inner
    label = _without_direction(text, label)
    if not label or label.of(text).isspace():
        return None
    words = _to_first_word(text, words)
    return Head(label.of(text), label, words, convention, frozenset(marks), time_at)


def _to_first_word(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\u00a0":
        at += 1
    return at


def _trimmed(text: str, span: Span) -> Span:
    """Without blanks, stars and padding at either end."""
    start, end = span.start, span.end
    while start < end and (text[start] in _PADDING or text[start] in "*_" or text[start].isspace()):
        start += 1
    while end > start and (
        text[end - 1] in _PADDING or text[end - 1] in "*_" or text[end - 1].isspace()
    ):
        end -= 1
    return Span(start, end)


def _is_starred(text: str, start: int, end: int, words: int) -> bool:
    """Whether Markdown's stars open before the label and close before the words."""
    opened = _STARS.search(text, start, end)
    if opened is None:
        return False
    closed = text.find(opened.group(), opened.end(), words)
    return closed >= 0


def _without_time(text: str, span: Span) -> tuple[Span, Span | None]:
    """The head without a time mark at its start or end, and that mark."""
    found = list(times.MARK.finditer(text, span.start, span.end))
    if not found:
        return span, None
    first, last = found[0], found[-1]
    if first.start() == span.start:
        return _trimmed(text, Span(first.end(), span.end)), Span(*first.span())
    if last.end() == span.end:
        return _trimmed(text, Span(span.start, last.start())), Span(*last.span())
    return span, None


def _time_behind(text: str, words: int) -> Span | None:
    """A time mark between the separator and the words.

    A bare `10:30` that words follow may be a time of day somebody speaks of.
    """
    found = times.MARK.match(text, words)
    if found is None:
        return None
    follows = text[found.end() :].strip()
    if follows and times.is_plain(found.group()):
        return None
    return Span(*found.span())


def _unwrapped(text: str, span: Span) -> tuple[Span, bool]:
    """Without one pair of brackets around the whole."""
    if len(span) < 3 or _PAIRS.get(text[span.start]) != text[span.end - 1]:
        return span, False
    inner = text[span.start + 1 : span.end - 1]
    if text[span.start] in inner:
        return span, False
    return _trimmed(text, Span(span.start + 1, span.end - 1)), True


def _without_direction(text: str, span: Span) -> Span:
    """`P4 [laughing]` is P4; what is left must still be a label."""
    found = _BRACKETS_AT_END.search(span.of(text))
    if found is None or found.start() == 0 or not is_direction(found.group(1)):
        return span
    return Span(span.start, span.start + found.start())
