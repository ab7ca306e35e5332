"""For whom a project is written: how its texts are laid down, and how positions are counted.

All three keep to the schema. What QualCoder makes of a project was found by its own importer (the
manual of this house says how to do it again).
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_, _


class Target(StrEnum):
    """The standard, or a program that counts, or looks for things, otherwise than it says."""

    STANDARD = "standard"
    NVIVO = "nvivo-windows"
    QUALCODER = "qualcoder"

    @property
    def words(self) -> str:
        """What it is called, with how it counts."""
        return _(_WORDS[self])


_WORDS = {
    Target.STANDARD: N_("Standard: positions in code points, as REFI-QDA 1.5 says"),
    Target.NVIVO: N_("NVivo for Windows: positions in UTF-16 units, line ends counted twice"),
    Target.QUALCODER: N_(
        "QualCoder: memos and turns of participants where QualCoder looks for them"
    ),
}


@dataclass(frozen=True)
class Leaving:
    """Who takes a study out, with what, and when; `coder` is a key of the study's coders."""

    origin: str
    coder: str | None
    at: datetime


@dataclass(frozen=True)
class LaidText:
    """A text as a target has it. Measured on a file of NVivo 12 for Windows: a byte order mark that
    is not counted, CR LF counted as two, UTF-16 units.
    """

    text: str
    target: Target

    @property
    def content(self) -> bytes:
        """What the file beside the project holds."""
        if self.target is not Target.NVIVO:
            return self.text.encode("utf-8", "surrogatepass")
        return ("\ufeff" + self.text.replace("\n", "\r\n")).encode("utf-8", "surrogatepass")

    def positions(self, span: Span) -> tuple[int, int]:
        """Where a passage begins and ends, the end not included."""
        return self._counted(span.start), self._counted(span.end)

    def _counted(self, position: int) -> int:
        if self.target is not Target.NVIVO:
            return position
        return position + bisect_left(self._twice, position)

    @cached_property
    def _twice(self) -> list[int]:
        """The places of the characters that count as two."""
        return [at for at, one in enumerate(self.text) if one == "\n" or one > "\uffff"]
