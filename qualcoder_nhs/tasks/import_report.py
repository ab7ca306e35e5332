"""How files fared that were brought into a study."""

from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.actions.take_study import StudyTaken
from qualcoder_nhs.domain.foreign import Placing, TableRow
from qualcoder_nhs.importers.format import Problem


@dataclass(frozen=True)
class Imported:
    """A file that came in: as what, under which name, and what is to be looked at in it.

    `speakers` has the turns by label. `added` of `added` + `known` codings, links, codes were new;
    of the framework's summaries so many were taken, and `known` are as they were.
    Of a codebook or a study of another program `table` says how things of each kind fared, and of a
    study `placings` how positions were read, by the names of texts.
    """

    file: Path
    kind: str
    name: str
    turns: int = 0
    speakers: dict[str, int] = field(default_factory=dict)
    codings: int = 0
    links: int = 0
    summaries: int = 0
    known: int = 0
    coders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    table: tuple[TableRow, ...] = ()
    placings: tuple[tuple[str, Placing], ...] = ()


@dataclass(frozen=True)
class Refused:
    """A file that did not come in, and why, in a sentence."""

    file: Path
    why: str


@dataclass(frozen=True)
class ImportReport:
    """How each file fared, in the order given."""

    imported: tuple[Imported, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class StudyImported:
    """What came in from which program, and how the positions in its texts were read.

    `turns` is how many were found; the texts of `placings` are named as in the file.
    """

    file: Path
    program: str
    name: str
    turns: int
    taken: StudyTaken
    placings: tuple[tuple[str, Placing], ...]
