"""Refusals about links between turns."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NotEarlier(Refusal):
    """A turn that answers itself, or one that was said after it."""

    turn: int
    target: int
    sentence = N_("A turn answers an earlier one: t.{turn} cannot answer t.{target}.")


@dataclass(eq=False)
class ModeratorAnswers(Refusal):
    """A link from a turn of whoever moderates or takes notes."""

    turn: int
    sentence = N_(
        "t.{turn} is not a participant’s: links say what participants do with what was said. "
        "A moderator’s turn may be answered, and “Moderator effect” may be put on it."
    )
