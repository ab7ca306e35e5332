"""Getting a study open, off the window's thread: the file, who codes in it, what to warn of."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.actions.codebook import ImportCodebook
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.study import TakeStance
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.codebook_draft import CodebookDraft
from qualcoder_nhs.domain.errors import ReadOnly
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.packs import pack_of
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress
from qualcoder_nhs.ui.studies.start_dialog import ReadyCodebook, StartPlan


@dataclass(frozen=True)
class Makers:
    """What makes studies and reads codebooks, so that a window can be tried with others."""

    build_sample: Callable[[Path, str, Progress], Study]
    read_codebook: Callable[[Path], CodebookDraft]
    ready: tuple[ReadyCodebook, ...]
    attributes: Callable[[Path | None], tuple[AttributeDraft, ...]]


@dataclass(frozen=True)
class Opened:
    """An open study, its name, and who codes in it."""

    study: Study
    name: str
    coder: Coder

    def close(self) -> None:
        """Let go of it where nobody wants it any more."""
        self.study.close()


def open_study(path: Path, coder: str, progress: Progress) -> Opened:
    """Open it to write; to read only where it cannot be written.

    Raises:
        Held, NotAStudy, FromTheFuture: as the study says.
    """
    progress(0, 0, _("Opening {name} …").format(name=path.name))
    try:
        return entered(Study.open(path), coder)
    except ReadOnly:
        return read_study(path, coder, progress)


def read_study(path: Path, coder: str, _progress: Progress) -> Opened:
    """Open it to read only."""
    return entered(Study.read(path), coder)


def start_study(plan: StartPlan, coder: str, makers: Makers, progress: Progress) -> Opened:
    """Make it, with the codebook that was chosen; a bad codebook file makes no study."""
    progress(0, 0, _("Starting {name} …").format(name=plan.name))
    draft = makers.read_codebook(plan.codebook) if plan.codebook else None
    if plan.make_folder:
        plan.path.parent.mkdir(parents=True, exist_ok=True)
    listed = makers.attributes(plan.codebook)
    opened = entered(Study.create(plan.path, plan.name, coder or _("Coder 1"), listed), coder)
    if plan.stance is not Stance.CODEBOOK:
        opened.study.run(TakeStance(plan.stance), opened.coder.id)
    if draft and plan.codebook:
        opened.study.run(ImportCodebook(draft, plan.codebook.stem), opened.coder.id)
    return opened


def open_sample(path: Path, coder: str, makers: Makers, progress: Progress) -> Opened:
    """The sample study in this file; made first where it is not there yet."""
    if path.exists():
        return open_study(path, coder, progress)
    path.parent.mkdir(parents=True, exist_ok=True)
    return entered(makers.build_sample(path, coder or _("Coder 1"), progress), coder)


def restore_study(path: Path, backup: Path, coder: str, progress: Progress) -> Opened:
    """Put a backup in a closed study's place, and open it."""
    progress(0, 0, _("Restoring {name} …").format(name=path.name))
    Study.restore(path, backup)
    return open_study(path, coder, progress)


def entered(study: Study, name: str) -> Opened:
    """The study with its coder of that name, added where there is none; else its first coder.

    In a pack it is the pack's own coder, whatever the name: nobody else's work is merged from it.
    """
    try:
        coders = study.ask(Reader.coders)
        if (pack := study.ask(pack_of)) is not None:
            return Opened(study, study.ask(Reader.study).name, pack.coder)
        known = next((one for one in coders if name in (one.name, one.id)), None)
        if known is None and name.strip() and study.writable:
            added = study.run(AddCoder(name.strip()), coders[0].id)
            known = study.ask(Reader.coder, added)
        return Opened(study, study.ask(Reader.study).name, known or coders[0])
    except BaseException:
        study.close()
        raise
