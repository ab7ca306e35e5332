"""The whole study as a REFI-QDA project for other programs, with the round-trip report."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from qualcoder_nhs import __version__
from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.round_trip import RoundTrip, Sight, round_trip
from qualcoder_nhs.exporters.refi.project import write_project
from qualcoder_nhs.exporters.refi.target import Leaving, Target
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.whole_study import whole_study
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.task import Progress

SUFFIX = ".qdpx"

# What the project says of who wrote it; readers guess from it how positions count.
_ORIGINS = {
    Target.STANDARD: f"qualcoder_nhs {__version__}",
    Target.NVIVO: f"qualcoder_nhs {__version__} for NVivo for Windows",
    Target.QUALCODER: f"qualcoder_nhs {__version__} for QualCoder",
}


@dataclass
class WriteProject:
    """Write the study, as far as whoever asks may see it, and note in it that it left."""

    out: Path
    target: Target = Target.STANDARD
    title: str = field(default_factory=lambda: _("Export project"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> RoundTrip:
        """Write it.

        Raises:
            UnknownSuffix: when the name says another kind of file.
            NotWritten: when the file cannot be put there; nothing is left of it then.
        """
        report, transcripts = project_written(study, coder, self.out, self.target, progress)
        if transcripts.transcripts and study.writable:
            note(study, coder, "project", self.out, transcripts)
        return report


def project_written(
    study: Study, asker: CoderId | None, out: Path, target: Target, progress: Progress
) -> tuple[RoundTrip, Exported]:
    """Write the project; the report, and whose words left.

    Raises:
        UnknownSuffix, NotWritten: nothing is left of the file then.
    """
    if out.suffix.casefold() != SUFFIX:
        raise UnknownSuffix(out.name, SUFFIX)
    progress(0, 1, _("Reading the study"))
    whole = study.ask_as(asker, whole_study)
    writing = _("Writing {name}").format(name=out.name)
    leaving = Leaving(_ORIGINS[target], asker, datetime.now(UTC))
    replaced = write_project(
        whole.study, out, target, leaving, lambda done, total: progress(done, total, writing)
    )
    transcripts = tuple(one.id for one in study.ask(Reader.transcript_summaries))
    words = _("{n} codings of {texts} transcripts exported to {name}.").format(
        n=len(whole.study.codings), texts=len(transcripts), name=out.name
    )
    sight = _in_qualcoder() if target is Target.QUALCODER else Sight()
    report = round_trip(whole.study, whole.unseen, target.words, replaced, sight)
    return report, Exported(words, transcripts)


def _in_qualcoder() -> Sight:
    return Sight(
        sets=False,
        memos=_("on codings, passages, texts and participants there; others are in its journal"),
        links=_("as notes on the turns that answer"),
    )
