"""Refusals about the codebook."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class IllegalMove(Refusal):
    """A code under itself or beneath one of its own."""

    name: str
    under: str
    sentence = N_("“{name}” cannot move under “{under}”: it would lie beneath itself.")


@dataclass(eq=False)
class Archived(Refusal):
    """A code that was put away and is asked to take part."""

    name: str
    sentence = N_("“{name}” is archived; bring it back first.")


@dataclass(eq=False)
class NotAColour(Refusal):
    """Words that name no colour."""

    colour: str
    sentence = N_("“{colour}” is not a colour; write it as #RRGGBB.")


@dataclass(eq=False)
class StillInUse(Refusal):
    """Something that others hang on."""

    name: str
    count: int
    # Without the number: some of them may be of a blind round.
    sentence = N_("“{name}” is not deleted while codings use it. It can be archived.")


@dataclass(eq=False)
class NoParts(Refusal):
    """A code that would be split into one."""

    sentence = N_("Name at least two codes to split it into.")
