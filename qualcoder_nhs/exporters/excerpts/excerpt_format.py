"""What a format for excerpts is, what may be chosen about it, and how it says how far it is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from qualcoder_nhs.domain.excerpts import ExcerptBook

Item = TypeVar("Item")
Progress = Callable[[int, int], None]
"""Told `done, total` now and then; may raise to stop the work."""

_STRIDE = 250


@dataclass(frozen=True)
class ExcerptOptions:
    """What stands around the excerpts. Each may be left out; the excerpts themselves never are.

    `context` shows the turns around each excerpt that the book holds. `references` are those such
    as `[FG2 t.41]`, for co-authors and not for print. In tables the columns stay and are empty, and
    context and definitions have no place.
    """

    context: bool = True
    memos: bool = True
    definitions: bool = True
    references: bool = True
    counts: bool = True


EVERYTHING = ExcerptOptions()


@dataclass(frozen=True)
class ExcerptFormat:
    """A kind of file that excerpts are written to. `suffix` has its dot.

    `write` writes to exactly the path it is given and raises nothing of its own but `OSError`.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[ExcerptBook, Path, ExcerptOptions, Progress], None]


class Pace:
    """Counts what has been done and says so now and then."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = total
        self._progress = progress
        self._done = 0

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, counted on from those before. Whatever the progress raises comes through."""
        for item in items:
            if self._done % _STRIDE == 0:
                self._progress(self._done, self._total)
            yield item
            self._done += 1
