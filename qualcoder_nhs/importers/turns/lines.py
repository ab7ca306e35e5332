"""A line of a transcript, and a label that may stand on one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.labels import Convention


class Mark(Enum):
    """What sets a label apart from speech more strongly than a colon does."""

    BOLD = "bold"
    BRACKETS = "brackets"
    TIME = "time"
    OWN_LINE = "own line"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file; `bold` is how many of its first characters are bold."""

    text: str
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a label: where it lies on its line, and what it looks like.

    `at` and `words`, where its own words begin, count from the start of its line; `time_at` from
    the start of the line `time_line`, which is its own where that is None. `key` is the label as
    repeats are counted: case and an addition in brackets left aside. `listed` says that a bullet
    or a number stands before it.
    """

    line: int
    label: str
    key: str
    at: Span
    words: int
    convention: Convention
    marks: frozenset[Mark] = frozenset()
    listed: bool = False
    time_at: Span | None = None
    time: float | None = None
    time_line: int | None = None


def openers(lines: Sequence[Line]) -> list[bool]:
    """Whether a paragraph begins at each line; in a text without blank lines every line is one."""
    written = [bool(line.text.strip()) for line in lines]
    if all(written[:-1]):
        return written
    return [now and not before for before, now in zip([False, *written], written, strict=False)]
