"""What the window's session is made with: the sample study and the codebooks of the program."""

from pathlib import Path

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.codebook_draft import CodebookDraft
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.ready_codebooks import ready_codebooks
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress
from qualcoder_nhs.ui.frame.commands import Commands
from qualcoder_nhs.ui.frame.main_window import MainWindow
from qualcoder_nhs.ui.frame.opening import Makers
from qualcoder_nhs.ui.frame.session import Session
from qualcoder_nhs.ui.studies.start_dialog import ReadyCodebook


def attend(window: MainWindow) -> Session:
    """Let the window open studies."""
    session = Session(window, Makers(_sample, _draft, _ready(), _attributes))
    Commands(session)
    return session


def _sample(path: Path, coder: str, progress: Progress) -> Study:
    from qualcoder_nhs.tasks.sample import build_sample  # noqa: PLC0415  (numpy comes with it)

    return build_sample(path, coder, progress)


def _draft(path: Path) -> CodebookDraft:
    from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook  # noqa: PLC0415  (with docx)

    return read_codebook(path).draft


def _attributes(codebook: Path | None) -> tuple[AttributeDraft, ...]:
    from qualcoder_nhs.tasks.first_attributes import first_attributes  # noqa: PLC0415  (with yaml)

    return first_attributes(codebook)


def _ready() -> tuple[ReadyCodebook, ...]:
    words = {
        "nhs_doctor_manager": _("The NHS codebook: doctors and managers, 58 codes"),
        "trust_core": _("Trust, a small codebook for teaching"),
    }
    return tuple(ReadyCodebook(words.get(file.stem, file.stem), file) for file in ready_codebooks())
