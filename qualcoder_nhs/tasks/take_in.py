"""Taking descriptions of people, and topic guides, in from files."""

from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.actions.guide import TakeGuide
from qualcoder_nhs.actions.take_people import PeopleTaken, TakePeople
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.guides.guide_files import read_guide
from qualcoder_nhs.importers.guides.guide_lines import ParsedGuide
from qualcoder_nhs.importers.tables.people_table import read_people
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible
from qualcoder_nhs.tasks.task import Progress


@dataclass
class TakePeopleFile:
    """Describe people or groups as a file does; columns named in `new` become attributes."""

    file: Path
    new: tuple[str, ...] = ()
    title: str = field(default_factory=lambda: _("Taking in descriptions"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> PeopleTaken:
        """Read it and take it in, as one step.

        Raises:
            BadFile: when it is no table of people or groups.
        """
        progress(0, 1, _("Reading {name}").format(name=legible(self.file.name)))
        table = read_people(self.file)
        return study.run(TakePeople(table, self.new, legible(self.file.name)), coder)


@dataclass
class TakeGuideFile:
    """Take the questions of a file into the topic guide."""

    file: Path
    title: str = field(default_factory=lambda: _("Taking in the topic guide"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> ParsedGuide:
        """Read it and take it in, as one step; what was understood comes back.

        Raises:
            BadFile: when no question is found in it.
        """
        progress(0, 1, _("Reading {name}").format(name=legible(self.file.name)))
        parsed = read_guide(self.file)
        study.run(TakeGuide(parsed.drafts, legible(self.file.name)), coder)
        return parsed
