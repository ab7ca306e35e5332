"""Whose voice is the largest, in words: nobody is named ahead of others who hold as much."""

from collections.abc import Collection, Mapping

from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.i18n import _

NAMED = 2
"""So many are named; more are counted."""


def loudest_of(
    held: Mapping[ParticipantId, int],
) -> tuple[ParticipantId | None, frozenset[ParticipantId]]:
    """Who holds most, the first by id, and the others who hold just as much."""
    if not held:
        return None, frozenset()
    most = max(held.values())
    first, *others = sorted(who for who, turns in held.items() if turns == most)
    return first, frozenset(others)


def voice_share(names: Collection[str], share: str, named: int = NAMED) -> str:
    """Such as `FG3 P4, 56%`, `FG1 P6 and FG4 P5, 18% each`, `8 people, 12% each`.

    More than `named` who share it are counted.
    """
    told = sorted(names)
    if len(told) == 1:
        return _("{who}, {share}").format(who=told[0], share=share)
    if len(told) > named:
        return _("{n} people, {share} each").format(n=len(told), share=share)
    who = _(" and ").join(told)
    return _("{who}, {share} each").format(who=who, share=share)
