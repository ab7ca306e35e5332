"""Theme: a claim the analyst makes, with its codes, its chosen quotes and its counter-cases."""

from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    QuoteId,
    StatementId,
    ThemeId,
    TranscriptId,
)
from qualcoder_nhs.domain.span import Span


@dataclass(frozen=True)
class Theme:
    """A theme. What it claims is its newest `Statement`; codes may belong to several themes.

    `serves` are the study's questions it answers, as words.
    """

    id: ThemeId
    name: str
    codes: tuple[CodeId, ...] = ()
    serves: str = ""
    position: int = 0


@dataclass(frozen=True)
class Statement:
    """What a theme claimed from `made` on: statements are added, never rewritten."""

    id: StatementId
    theme: ThemeId
    text: str
    made: datetime
    by: CoderId


@dataclass(frozen=True)
class Quote:
    """Words chosen for a theme; a counter-case where they speak against it.

    `note` says why it was chosen, or what makes it deviant.
    """

    id: QuoteId
    theme: ThemeId
    transcript: TranscriptId
    span: Span
    against: bool
    position: int
    note: str
    added: datetime
    by: CoderId
