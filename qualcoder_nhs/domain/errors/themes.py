"""Refusals about themes, and about what leaves the study of them."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NoClaim(Refusal):
    """A statement without words."""

    sentence = N_("Write what the theme claims: an empty statement is not kept.")


@dataclass(eq=False)
class AttributesNobody(Refusal):
    """A template of attributions that says the same of whatever anybody says."""

    template: str
    known: str
    sentence = N_("“{template}” says of no words whose they are; put some of {known} into it.")
