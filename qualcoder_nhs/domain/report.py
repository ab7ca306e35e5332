"""Report: what was counted, as titled tables and words, in the one shape that files are made of."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the limits of its interval, or the reason why one or the other is missing."""

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""


Cell = str | int | float | Estimate | None


class Measures(StrEnum):
    """What the cells of a column are."""

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"
    FIGURE = "figure"
    ESTIMATE = "estimate"


@dataclass(frozen=True)
class Column:
    """A column of a table. `formula` says how its figures come about, and after whom."""

    title: str
    measures: Measures = Measures.WORDS
    formula: str = ""


@dataclass(frozen=True)
class Table:
    """A titled table.

    `name` is short. `depths` say how deep each row stands in a tree, from 0; empty where there is
    none. Pages show `shown` rows at most, files for counting all of them; an `appendix` is in those
    only.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    depths: tuple[int, ...] = ()
    shown: int | None = None
    appendix: bool = False


@dataclass(frozen=True)
class Prose:
    """Words under a heading; `points` are questions with their answers."""

    title: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Report:
    """A report that stands for itself: how it was made comes first, then what came of it.

    `facts` are the method in short, name and value. `headline` is one sentence; `details` go on.
    """

    title: str
    subtitle: str
    author: str
    made: datetime
    facts: tuple[tuple[str, str], ...]
    headline: str
    details: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    prose: tuple[Prose, ...] = ()
    notes: tuple[str, ...] = field(default=())
