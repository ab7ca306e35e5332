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
    file = legible(str(out.absolute()))
    study.run(NoteExport(what, file, _digest(out), exported.transcripts), coder)


def _digest(out: Path) -> str:
    """The SHA-256 of a file; of a folder that of all its files, in the order of their names."""
    files = sorted(one for one in out.rglob("*") if one.is_file()) if out.is_dir() else [out]
    digest = hashlib.sha256()
    for one in files:
        digest.update(one.read_bytes())
    return digest.hexdigest()
