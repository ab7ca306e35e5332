"""Refusals about themes."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NoClaim(Refusal):
    """A statement without words."""

    sentence = N_("Write what the theme claims: an empty statement is not kept.")
