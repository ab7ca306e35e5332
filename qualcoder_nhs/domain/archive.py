"""An archive of a study: tables with every column named and explained, for whoever comes later."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.naming import unique_name

PROJECT = "study.qdpx"
"""What an archive calls the REFI-QDA project in it."""

ArchiveCell = str | int | float | None


@dataclass(frozen=True)
class ArchiveTable:
    """One table: what it has a row for, and for each column its name and what it means."""

    name: str
    each: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Sequence[ArchiveCell], ...]


@dataclass(frozen=True)
class ArchiveText:
    """The stored text of a transcript, and the file it goes into."""

    name: str
    file: str
    text: str


TEXTS = "transcripts"
"""The folder of texts."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


def text_files(names: Mapping[TranscriptId, str]) -> dict[TranscriptId, str]:
    """For each transcript the file of its text: its name as far as disks can bear it."""
    files: dict[TranscriptId, str] = {}
    taken: set[str] = set()
    for key, name in names.items():
        unique = unique_name(_NOT_IN_NAMES.sub("_", name).strip(". ") or "_", taken)
        taken |= {unique, unique.casefold()}
        files[key] = f"{TEXTS}/{unique}.txt"
    return files
