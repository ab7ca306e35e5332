"""Summary: what the analyst wrote in a cell of the framework matrix."""

import re
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    ParticipantId,
    ThemeId,
    TranscriptId,
)

REFERENCE = re.compile(r"\bt\.\s?(\d+)(?:\s?[–-]\s?(\d+))?")
"""A turn, or turns one after the other: `t.61`, `t.88–93`."""


@dataclass(frozen=True)
class Summary:
    """The words of one cell: a case by a code or a theme.

    The case is a participant in a transcript, or the whole group where none is given. `id` joins
    all four by `/`, so that there is one at most.
    """

    id: str
    transcript: TranscriptId
    participant: ParticipantId | None
    code: CodeId | None
    theme: ThemeId | None
    text: str
    by: CoderId
    changed: datetime


def referred_turns(text: str) -> tuple[int, ...]:
    """The turns a summary names, such as `t.88–93` or `t.61`, each once and in order."""
    named: set[int] = set()
    for match in REFERENCE.finditer(text):
        first = int(match[1])
        last = int(match[2] or first)
        if last - first < 1000:
            named.update(range(first, last + 1))
    return tuple(sorted(named))


def cell_id(
    transcript: TranscriptId,
    participant: ParticipantId | None,
    code: CodeId | None,
    theme: ThemeId | None,
) -> str:
    """The id of the summary of a cell."""
    return "/".join(part for part in (transcript, participant, code, theme) if part)
