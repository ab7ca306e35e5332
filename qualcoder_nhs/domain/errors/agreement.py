"""Refusals to compare coders."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class StillApart(Refusal):
    """A comparison of what a blind round keeps apart."""

    round: str
    sentence = N_(
        "“{round}” is blind and not opened yet, so its coders are not compared; "
        "the lead opens it when everybody is done."
    )


@dataclass(eq=False)
class TooFewCoders(Refusal):
    """A comparison of nobody, or of somebody with nobody."""

    layer: str
    sentence = N_("A comparison takes two coders at least; name those to compare in “{layer}”.")


@dataclass(eq=False)
class NoCodes(Refusal):
    """A comparison by a codebook without codes."""

    sentence = N_("There are no codes to compare coders by; make or import some first.")


@dataclass(eq=False)
class NotIndependent(Refusal):
    """A comparison of what was agreed on."""

    layer: str
    sentence = N_(
        "“{layer}” holds what was agreed after discussion; agreement is computed on what coders "
        "did apart from each other."
    )
