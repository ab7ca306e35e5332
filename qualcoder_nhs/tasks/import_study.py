"""A study of another program into one here: read, turns found, and taken in as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.actions.take_study import TakeStudy
from qualcoder_nhs.domain.foreign import ForeignStudy, Placing
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.study_formats import read_study
from qualcoder_nhs.importers.turns import Line, recognise
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible
from qualcoder_nhs.tasks.import_report import StudyImported
from qualcoder_nhs.tasks.task import Progress

A_ROOM = 60
"""Up to so many voices nothing more is asked of a text before it counts as talk."""

RETURNING, OPENING = 2, 8
"""With more, each speaks so often on the average, and one line in so many opens a turn."""


@dataclass
class ReadStudy:
    """Look what a study of another program holds; nothing is written."""

    file: Path
    title: str = field(default_factory=lambda: _("Reading a study"))

    def run(self, _study: Study, _coder: CoderId, progress: Progress) -> ForeignStudy:
        """Read it.

        Raises:
            BadFile: when it cannot be read.
        """
        progress(0, 0, _("Reading {name}").format(name=legible(self.file.name)))
        return read_study(self.file)


@dataclass
class ImportStudy:
    """Bring a study of another program in; `same` says which of its coders are one person.

    Where it was `read` before it is not read again.
    """

    file: Path
    same: Mapping[str, str] = field(default_factory=dict)
    read: ForeignStudy | None = None
    title: str = field(default_factory=lambda: _("Import a study"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> StudyImported:
        """Import it, as one step; when stopped before that step nothing came in.

        Raises:
            BadFile: when it cannot be read.
        """
        progress(0, 0, _("Reading {name}").format(name=legible(self.file.name)))
        foreign = self.read or read_study(self.file)
        people = frozenset(case.name for case in foreign.cases if case.name)
        turns = {}
        for done, text in enumerate(foreign.texts):
            progress(
                done, len(foreign.texts), _("Finding the turns of {name}").format(name=text.name)
            )
            told = text.turns
            turns[text.key] = turns_of(text.text, people) if told is None else told
        progress(len(turns), len(turns), _("Writing it down"))
        taken = study.run(TakeStudy(foreign, turns, legible(self.file.name), self.same), coder)
        found = sum(map(len, turns.values()))
        name = foreign.name.strip() or legible(self.file.stem)
        return StudyImported(self.file, foreign.program, name, found, taken, _placings(foreign))


def turns_of(text: str, people: frozenset[str] = frozenset()) -> tuple[Turn, ...]:
    """The turns in a text that stays as it is, to the letter; names of people are labels.

    None where it has more voices than a room and does not read like talk throughout: other
    programs' studies hold papers and lists as well, and nobody looks at their labels before they
    come in. An inquiry or a debate may have a hundred voices.
    """
    lines = [Line(line) for line in text.removesuffix("\n").split("\n")]
    found = recognise(lines, ReadingOptions(as_label=people))
    talk = _is_talk(found.turns, sum(1 for line in lines if line.text.strip()), len(people))
    return found.turns if talk and found.text.startswith(text) else ()


def _is_talk(turns: Sequence[Turn], filled: int, people: int) -> bool:
    voices = len({turn.label for turn in turns})
    if voices <= max(A_ROOM, people):
        return True
    return len(turns) >= RETURNING * voices and len(turns) * OPENING >= filled


def _placings(foreign: ForeignStudy) -> tuple[tuple[str, Placing], ...]:
    names = {one.key: one.name for one in foreign.texts}
    return tuple((names[one.text], one) for one in foreign.placings)
