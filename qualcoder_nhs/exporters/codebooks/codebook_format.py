"""What a codebook exporter is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.codebook_draft import CodebookDraft


@dataclass(frozen=True)
class CodebookFormat:
    """A kind of file that codebooks go out in.

    `write` writes the whole file and leaves closing and replacing to nobody else. `comes_back` says
    whether the importer of the same suffix reads everything again.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    write: Callable[[CodebookDraft, Path], None]
    comes_back: bool = True
