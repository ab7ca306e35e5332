"""What an importer is, what it returns, and how it names what it could not take."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.transcript import Turn


@dataclass(frozen=True)
class Problem:
    """Something left out or wrong in the file. `line` counts from 1; None is the whole file."""

    line: int | None
    what: str


@dataclass(frozen=True)
class Doubt:
    """A line that could be read in two ways, with the reading that was taken.

    `start` is its place in the stored text. `what` says in a sentence why it is doubtful and how it
    was read; `label` is the label it would be as a turn, None where it has none.
    """

    line: int
    start: int
    what: str
    label: str | None = None


@dataclass(frozen=True)
class Parsed:
    """A transcript file as understood: the text to store, its turns, and what to look at.

    `convention` says in words how labels look in this file (`[00:12:44] P4:`), empty where no turn
    was found. `encoding` is the guess for text files, empty where the format says it itself.
    """

    text: str
    turns: tuple[Turn, ...]
    kind: str
    convention: str = ""
    encoding: str = ""
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class TranscriptFormat:
    """A kind of file that transcripts come in.

    `read` returns `Parsed` or raises `BadFile`; nothing else escapes it.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], Parsed]
