"""Script: a document as its parts in order, whatever kind of file it is written in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.exporters.legible import Legible


class Tone(StrEnum):
    """What a paragraph is there for, which says how it looks."""

    SUBTITLE = "subtitle"
    TEXT = "text"
    STATEMENT = "statement"
    LABEL = "label"
    SMALL = "small"
    POINT = "point"
    ASKED = "asked"


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph. `name` stands before it and apart: `Definition (v1):`.

    What is `kept` stays on one page with what follows.
    """

    text: str
    tone: Tone = Tone.TEXT
    name: str = ""
    kept: bool = False


@dataclass(frozen=True)
class Grid:
    """A table. `widths` are shares of the line; columns that are `right` stand to the right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: tuple[bool, ...]
    title: str = ""


@dataclass(frozen=True)
class Spoken:
    """A line of an excerpt: words, with who speaks and whom they answer where that is told."""

    text: str
    speaker: str = ""
    link: str = ""
    context: bool = False


@dataclass(frozen=True)
class Quoted:
    """An excerpt with its number and marks, such as `18 ★`, and where it comes from."""

    mark: str
    lines: tuple[Spoken, ...]
    source: str
    reference: str = ""
    note: str = ""


@dataclass(frozen=True)
class Contents:
    """The list of headings down to a level."""

    levels: int = 2


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = Heading | Words | Grid | Quoted | Contents | NewPage


@dataclass(frozen=True)
class Script:
    """A document. `facts` stand under the title, a name and a value each."""

    title: str
    subtitle: str
    author: str
    made: datetime
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]

    def headings(self, levels: int) -> Iterator[Heading]:
        """The headings down to a level, in order."""
        every = (one for one in self.blocks if isinstance(one, Heading))
        return (one for one in every if one.level <= levels)


def one_line(legible: Legible, text: str) -> str:
    """The text on one line, as XML can hold it."""
    return " ".join(legible(text).split())


def paragraphs(legible: Legible, text: str) -> Sequence[str]:
    """Its lines that are not blank; at least one."""
    return [line for line in legible(text).splitlines() if line.strip()] or [""]
