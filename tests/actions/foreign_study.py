"""A study made by itself, to be merged: of known and new coders, some of it known or broken."""

from datetime import UTC, datetime
from typing import Any

from qualcoder_nhs.actions.merge_pack import MergePack
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, StudyId
from qualcoder_nhs.domain.merge.sides import Text, There
from qualcoder_nhs.domain.merge.states import Things
from qualcoder_nhs.domain.people import Coder, CoderRole

OTHERS = "0c2a1b60-0000-4000-8000-0000000000"
"""How ids begin that no study has."""


def foreign_study(dice: Any) -> MergePack:
    """Merging such a study into the one that the dice know."""
    known = dice.known
    texts = {one.id: Text(one.id, one.name, one.text) for one in known.transcripts}
    who = [*known.coders, CoderId(f"{OTHERS}01")]
    idea = Code(CodeId(f"{OTHERS}02"), "warm", dice.name())
    now = datetime(2026, 3, 1, tzinfo=UTC)
    codings_there = {one.id: one for one in dice.some(known.codings)}
    for number in range(3):
        text, key = (
            dice.one(known.transcripts),
            CodingId(f"0c2a1b60-0000-4000-8000-00000000001{number}"),
        )
        layer = dice.one(("open", "settled", "nowhere", *(one.layer for one in known.rounds)))
        code = dice.one((idea, dice.code()))
        codings_there[key] = Coding(
            key, text.id, dice.one(who), code.id, layer, dice.span(text), now
        )
    return MergePack(
        There(
            name="other.qnhs",
            study=StudyId(f"{OTHERS}03"),
            study_name="Other",
            lineage=dice.one(("", "00000000", "0000000011111111")),
            coders={one: Coder(one, dice.name(), CoderRole.LEAD, now) for one in who},
            codes={one.id: one for one in (*known.codes, idea)},
            texts=texts,
            codings=Things(codings_there),
        )
    )
