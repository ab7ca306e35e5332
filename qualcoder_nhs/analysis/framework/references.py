"""References of a summary to turns, checked: each leads to a turn that is there, and theirs."""

import re
from collections.abc import Iterator

from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.domain.framework import REFERENCE
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.i18n import _


def faults(
    material: Material, session: Session, person: ParticipantId | None, text: str
) -> Iterator[str]:
    """A sentence for each reference that leads nowhere, or to somebody else's turns only."""
    for match in re.finditer(REFERENCE, text):
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= len(session.turns):
            told = _("{reference} is no turn of {transcript}, which has {turns}.")
            yield told.format(reference=match[0], transcript=session.name, turns=len(session.turns))
        elif person is not None and not _speaks(session, person, first, last):
            told = _("{name} does not speak in {reference}.")
            yield told.format(name=material.people[person].name, reference=match[0])


def _speaks(session: Session, person: ParticipantId, first: int, last: int) -> bool:
    return any(person in turn.people for turn in session.turns[first - 1 : last])
