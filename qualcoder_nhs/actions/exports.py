"""Noting which files left the study, with whose words."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.ids import ExportId, TranscriptId, new_id
from qualcoder_nhs.domain.study import Export
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class NoteExport:
    """Note an exported file; what has left cannot be undone, so neither can this."""

    what: str
    file: str
    file_hash: str
    transcripts: tuple[TranscriptId, ...]
    label: ClassVar[str] = N_("Export {}")

    def apply(self, write: Writer) -> ExportId:
        """Note it."""
        export = Export(
            ExportId(new_id()),
            write.coder,
            write.now,
            self.what,
            self.file,
            self.file_hash,
            self.transcripts,
        )
        write.add(export)
        write.detail(self.what)
        write.seal()
        return export.id
