"""Refusals to settle what coders differ on."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NoCause(Refusal):
    """A decision that does not say why coders differed."""

    sentence = N_("Say first why the coders differ: choose one of the six causes.")


@dataclass(eq=False)
class NothingToSettle(Refusal):
    """A decision about nothing."""

    round: str
    sentence = N_("There is nothing left to settle here in “{round}”.")


@dataclass(eq=False)
class NotUnanimous(Refusal):
    """Codings taken for alike that are not."""

    round: str
    sentence = N_(
        "The coders of “{round}” do not agree on everything that was to be settled as agreed; "
        "nothing was changed."
    )
