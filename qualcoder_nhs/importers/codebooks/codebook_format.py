"""What a codebook importer is, and what it returns."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.codebook_draft import CodebookDraft
from qualcoder_nhs.importers.format import Problem


@dataclass(frozen=True)
class ParsedCodebook:
    """A codebook file as understood, and what of it was left out or read in a way to look at.

    `groups` counts sets of codes that were left out, since none of their codes is in the file,
    `made` codes that the file has only in the names of those beneath.
    """

    draft: CodebookDraft
    problems: tuple[Problem, ...] = ()
    groups: int = 0
    made: int = 0


@dataclass(frozen=True)
class CodebookFormat:
    """A kind of file that codebooks come in.

    `read` returns `ParsedCodebook` or raises `BadFile`; nothing else escapes it.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], ParsedCodebook]
