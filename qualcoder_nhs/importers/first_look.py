"""What shows of a file before it is read: its first bytes, its parts, the suffix as a hint."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qualcoder_nhs.importers.encoding import decoded, is_text
from qualcoder_nhs.importers.safety import beginning_of, parts_of

_ZIP = b"PK\x03\x04"
_ENOUGH = 20_000


@dataclass(frozen=True)
class Look:
    """A glance at a file: `head` is how it begins, `parts` what a zip archive is made of."""

    suffix: str
    head: bytes
    parts: frozenset[str] = frozenset()

    @property
    def is_archive(self) -> bool:
        """Whether it is a zip, as Word, OpenDocument and Excel files are."""
        return self.head.startswith(_ZIP)

    @cached_property
    def words(self) -> str:
        """The beginning as letters, in whatever encoding; empty where it is no text."""
        if self.is_archive:
            return ""
        cut = self.head.rfind(b"\n") + 1 if len(self.head) == _ENOUGH else 0
        text, _encoding = decoded(self.head[:cut] if cut else self.head)
        return text.removeprefix("\ufeff") if is_text(text) else ""


def first_look(path: Path) -> Look:
    """Look at a file.

    Raises:
        BadFile: when it cannot be opened, is empty, or larger than a transcript can be.
    """
    head = beginning_of(path, _ENOUGH)
    parts = parts_of(path) if head.startswith(_ZIP) else frozenset[str]()
    return Look(path.suffix.casefold(), head, parts)
