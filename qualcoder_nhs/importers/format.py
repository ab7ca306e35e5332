"""What an importer is, what it returns, and how it names what it could not take."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.first_look import Look


class Endless(Exception):
    """A file has more in it than any transcript: reading on would take all day."""


@dataclass(frozen=True)
class Problem:
    """Something left out or wrong in the file. `line` counts from 1; None is the whole file."""

    line: int | None
    what: str


@dataclass(frozen=True)
class Doubt:
    """A line that could be read in two ways, with the reading that was taken.

    `start` is its place in the stored text. `what` says in a sentence why it is doubtful and how it
    was read; `label` is the label it would be as a turn, None where it has none. `mark` is where it
    begins with what may be a time mark, `time` what that says, in seconds.
    """

    line: int
    start: int
    what: str
    label: str | None = None
    mark: Span | None = None
    time: float | None = None


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
class ReadingOptions:
    """How a file is to be read where the usual way was not right.

    `convention` keeps one layout of labels, or none at all with `none`. `as_label` are labels that
    count though they stand once, `as_speech` words that are no labels. `cue_without_voice` is
    `continue` (the speaker before goes on) or `unknown`.
    """

    convention: str | None = None
    as_label: frozenset[str] = frozenset()
    as_speech: frozenset[str] = frozenset()
    cue_without_voice: str = "continue"


@dataclass(frozen=True)
class TranscriptFormat:
    """A kind of file that transcripts come in.

    `known_by` says whether a file must be of this kind by what stands in it. Where no format says
    so of a file, its suffix decides; `of_text` are those that any text may be. `read` returns
    `Parsed`, or raises `BadFile` or `Endless`; nothing else escapes it.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path, ReadingOptions], Parsed]
    known_by: Callable[[Look], bool]
    of_text: bool = False
