"""Settling: what a team decided on a passage its coders differ on, why, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    DecisionId,
    RoundId,
    TranscriptId,
)
from qualcoder_nhs.domain.span import Span


class Cause(StrEnum):
    """Why coders differed, as they see it after talking."""

    UNCLEAR = "definition unclear"
    SIBLING = "overlaps a sibling"
    MISSED = "missed"
    BOUNDARY = "boundary"
    READING = "real difference of reading"
    SLIP = "slip"


class Choice(StrEnum):
    """What is to hold: one coder's codings, all of them, none, another code; or nothing yet.

    Agreed is what every coder gave alike, so that nothing was to choose.
    """

    CODER = "coder"
    ALL = "all"
    NEITHER = "neither"
    OTHER = "other code"
    AGREED = "agreed"
    PUT_OFF = "put off"


@dataclass(frozen=True)
class Decision:
    """What was decided about independent codings of a round, which stay as they are.

    `about` are those codings, `coder` whose were taken, `code` the other code that was chosen.
    `codings` are the settled ones that came of it.
    """

    id: DecisionId
    round: RoundId
    transcript: TranscriptId
    about: tuple[CodingId, ...]
    choice: Choice
    made: datetime
    made_by: CoderId
    cause: Cause | None = None
    reason: str = ""
    coder: CoderId | None = None
    code: CodeId | None = None
    codings: tuple[CodingId, ...] = ()

    @property
    def settles(self) -> bool:
        """Whether anything was decided; what was put off is still to be."""
        return self.choice is not Choice.PUT_OFF

    def touches(self, codings: Iterable[CodingId]) -> bool:
        """Whether it is about any of these codings."""
        return not set(self.about).isdisjoint(codings)


@dataclass(frozen=True)
class Recheck:
    """Somebody looked at a coding again after its code had been worded anew; the last time."""

    coding: CodingId
    at: datetime
    by: CoderId


def outcome(
    choice: Choice,
    about: Sequence[Coding],
    coder: CoderId | None = None,
    code: CodeId | None = None,
) -> list[tuple[CodeId, Span]]:
    """Which codes are to stand on which passages; overlapping ones of a code become one there.

    Another code stands on all the words that anybody coded.
    """
    if choice is Choice.OTHER and code is not None:
        first, last = min(one.span.start for one in about), max(one.span.end for one in about)
        return [(code, Span(first, last))]
    if choice is Choice.CODER:
        return [(one.code, one.span) for one in about if one.coder == coder]
    if choice is Choice.ALL:
        return [(one.code, one.span) for one in about]
    if choice is Choice.AGREED:
        return [(about[0].code, about[0].span)]
    return []
