"""What became of an export, and the note of it in the study."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible


@dataclass(frozen=True)
class Exported:
    """A file that was written: what it holds, in a sentence, and whose words."""

    words: str
    transcripts: tuple[TranscriptId, ...]


def note(study: Study, coder: CoderId, what: str, out: Path, exported: Exported) -> None:
    """Note in the study that a file was written, and whose words it holds."""
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    file = legible(str(out.absolute()))
    study.run(NoteExport(what, file, digest, exported.transcripts), coder)
