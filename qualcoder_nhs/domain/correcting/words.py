"""The words of a text, each with its place; signs stand alone, and blanks are between them."""

import re
from typing import NamedTuple

_WORD = re.compile(r"\w+|[^\w\s]")


class Word(NamedTuple):
    """A run of letters and digits, or one sign."""

    text: str
    start: int
    end: int


def words_in(text: str, start: int = 0) -> list[Word]:
    """The words in order; `start` is where the text begins in a larger one."""
    return [Word(m[0], m.start() + start, m.end() + start) for m in _WORD.finditer(text)]


def holds_words(text: str) -> bool:
    """Whether anything but blanks and signs is in it."""
    return any(map(str.isalnum, text))


def alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return next(
        n for n, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs
    )


def beginning_alike(one: str, other: str) -> int:
    """The same of long texts: by halving, since whole pieces are compared at once."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def ending_alike(one: str, other: str) -> int:
    """How many characters both end with."""
    return alike(one[::-1], other[::-1])
