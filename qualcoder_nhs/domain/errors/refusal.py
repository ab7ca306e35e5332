"""What a refusal is: typed, with fields, a culprit and one sentence."""

from dataclasses import asdict, dataclass
from enum import Enum
from typing import ClassVar

from qualcoder_nhs.i18n import _


class Culprit(Enum):
    """Who has to act for the next try to succeed."""

    FILE = "file"  # what the researcher gave us
    REQUEST = "request"  # what was asked for
    WORLD = "world"  # the disk, another program, another person
    BUG = "bug"  # us


@dataclass(eq=False)
class Refusal(Exception):
    """Something that was asked for and not done; nothing was changed.

    A subclass adds fields and says its sentence as a template over them. `str()` gives the sentence
    in the user's language, so every door (window, command line) says the same.
    """

    culprit: ClassVar[Culprit] = Culprit.REQUEST
    sentence: ClassVar[str]

    def __str__(self) -> str:
        return _(self.sentence).format(**asdict(self))
