"""The record of corrections: who put which words in the place of which, and when."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from qualcoder_nhs.domain.correcting.plan import Changed
from qualcoder_nhs.domain.ids import CoderId


def digest(text: str) -> str:
    """By which a text is known again without being kept."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class TextChange:
    """One step that made a transcript's text another, by doing, undoing or doing again."""

    step: int
    at: datetime
    coder: CoderId
    words: str
    direction: str
    before: str
    after: str


@dataclass(frozen=True)
class Correction:
    """The same as a list tells it: with the name of who did it, and the words that changed."""

    step: int
    at: datetime
    coder: str
    words: str
    direction: str
    changed: tuple[Changed, ...]
