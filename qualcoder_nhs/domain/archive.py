"""An archive of a study: tables with every column named and explained, for whoever comes later."""

from collections.abc import Sequence
from dataclasses import dataclass

PROJECT = "study.qdpx"
"""What an archive calls the REFI-QDA project in it."""

ArchiveCell = str | int | float | None


@dataclass(frozen=True)
class ArchiveTable:
    """One table: what a row is, and for each column its name and what it means."""

    name: str
    a_row: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Sequence[ArchiveCell], ...]


@dataclass(frozen=True)
class ArchiveText:
    """The stored text of a transcript, under its id and name."""

    id: str
    name: str
    text: str
