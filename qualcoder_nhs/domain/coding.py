"""Coding: one coder put one code on one span in one layer; Memo: dated words about a thing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    MemoId,
    ParticipantId,
    ThemeId,
    TranscriptId,
)
from qualcoder_nhs.domain.span import Span

OPEN = "open"
"""The layer of everyday coding, outside any round."""

SETTLED = "settled"
"""The layer of what was agreed after discussion. Every other layer is a round, by its id."""


class Flag(StrEnum):
    """A mark on a coding; never counted as a code."""

    STRONG = "strong"
    IDENTIFYING = "identifying"
    DEVIANT = "deviant"
    DISCUSS = "discuss"


@dataclass(frozen=True)
class Coding:
    """One coder put one code on one span of one transcript in one layer.

    Flags stand in the order of `Flag`, each once.
    """

    id: CodingId
    transcript: TranscriptId
    coder: CoderId
    code: CodeId
    layer: str
    span: Span
    made: datetime
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Memo:
    """Dated words by a coder, on exactly one thing.

    On a transcript where only `transcript` is given, on a passage where `span` is given too, on
    the study where nothing is given. What is `private` stays in the file it was written in: it is
    left out of what a coder returns, and of a merge.
    """

    id: MemoId
    coder: CoderId
    text: str
    made: datetime
    changed: datetime
    transcript: TranscriptId | None = None
    span: Span | None = None
    code: CodeId | None = None
    coding: CodingId | None = None
    participant: ParticipantId | None = None
    private: bool = False
    theme: ThemeId | None = None
