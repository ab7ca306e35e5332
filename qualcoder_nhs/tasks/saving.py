"""Saving a copy of the whole study, which is noted in it."""

from pathlib import Path

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note


def save_copy(study: Study, coder: CoderId, target: Path) -> None:
    """Write the whole study to another file, and note that it holds the words of everybody.

    Raises:
        AlreadyThere, Held, DiskTrouble, NotWritten: as `Study.save_copy` says.
    """
    study.save_copy(target)
    transcripts = tuple(one.id for one in study.ask(Reader.transcript_summaries))
    if transcripts and study.writable:
        note(study, coder, "copy", target, Exported("", transcripts))
