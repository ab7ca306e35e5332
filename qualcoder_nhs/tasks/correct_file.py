"""A corrected version of a transcript, read from a file and put over the old one."""

from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.actions.correcting import CorrectTranscript
from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.transcript_formats import file_hash, read_transcript
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible
from qualcoder_nhs.tasks.import_files import problems_of, proposed_cast
from qualcoder_nhs.tasks.task import Progress


@dataclass(frozen=True)
class Corrected:
    """What a corrected version does, or did, and what to look at in its file."""

    action: CorrectTranscript
    plan: CorrectionPlan
    problems: tuple[Problem, ...] = ()


@dataclass
class CorrectByFile:
    """Compare a file with a transcript, and correct this unless it is only `rehearsed`."""

    transcript: TranscriptId
    file: Path
    losing: Losing = Losing.REFUSE
    rehearsed: bool = False
    title: str = field(default_factory=lambda: _("Import a corrected version"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> Corrected:
        """Read, compare and correct.

        Raises:
            Refusal: as the file, or the correction, is refused.
        """
        progress(0, 2, _("Reading {name}").format(name=legible(self.file.name)))
        parsed = read_transcript(self.file)
        action = CorrectTranscript(
            self.transcript,
            parsed.text,
            parsed.turns,
            legible(self.file.name),
            file_hash(self.file),
            parsed.kind,
            proposed_cast("", parsed),
            Losing.KEEP if self.rehearsed else self.losing,
        )
        progress(1, 2, _("Comparing {name}").format(name=legible(self.file.name)))
        act = study.rehearse if self.rehearsed else study.run
        plan = act(action, coder)
        progress(2, 2, "")
        return Corrected(action, plan, problems_of(parsed))
