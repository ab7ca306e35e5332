"""What was decided on disagreements, and how codes were worded when."""

import json
from collections import defaultdict
from datetime import datetime

from sqlalchemy import select

from qualcoder_nhs.domain.codebook_version import WORDINGS
from qualcoder_nhs.domain.ids import CodeId, CodingId, RoundId, TranscriptId
from qualcoder_nhs.domain.settling import Decision, Recheck
from qualcoder_nhs.storage import rows
from qualcoder_nhs.storage.reads.within import Within
from qualcoder_nhs.storage.schema import codes, decisions, rechecks, row_changes, steps

Worded = tuple[datetime, tuple[str, ...]]
"""From when on a code was worded how: the fields of its card, in the order of `WORDINGS`."""


class SettlingReads(Within):
    """Decisions, wordings and second looks. Only what is shown to all is ever decided on."""

    def decisions(
        self,
        round: RoundId | None = None,  # noqa: A002  (our word)
        transcript: TranscriptId | None = None,
    ) -> list[Decision]:
        """What was decided, in one round and on one transcript or in all, oldest first."""
        query = select(decisions).order_by(decisions.c.made, decisions.c.id)
        if round is not None:
            query = query.where(decisions.c.round == round)
        if transcript is not None:
            query = query.where(decisions.c.transcript == transcript)
        return [rows.decision_from(row) for row in self._all(query)]

    def rechecks(self) -> dict[CodingId, Recheck]:
        """When each coding was last looked at again, and by whom."""
        found = (rows.recheck_from(row) for row in self._all(select(rechecks)))
        return {one.coding: one for one in found}

    def wordings(self) -> dict[CodeId, list[Worded]]:
        """How each code was worded over time, oldest first; changes of anything else are left out.

        The journal knows every one of them, whoever made it and whether it was undone.
        """
        line = row_changes.c
        query = (
            select(line.row, line.after, steps.c.at)
            .join(steps, steps.c.id == line.step)
            .where(line.table == codes.name, line.after.is_not(None))
            .order_by(line.step, line.seq)
        )
        found: dict[CodeId, list[Worded]] = defaultdict(list)
        for row in self._all(query):
            image, told = json.loads(row["after"]), found[row["row"]]
            words = tuple(image[field] for field in WORDINGS)
            if not told or told[-1][1] != words:
                told.append((datetime.fromisoformat(row["at"]), words))
        return dict(found)
