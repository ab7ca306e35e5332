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


@dataclass(eq=False)
class NotYoursToSettle(Refusal):
    """A decision by somebody who neither coded in the round nor leads the study."""

    round: str
    lead: str
    sentence = N_("Those who coded in “{round}” settle it, or whoever leads the study; ask {lead}.")


@dataclass(eq=False)
class SettledByDecision(Refusal):
    """A settled coding that was made, changed or removed by hand."""

    sentence = N_(
        "What is settled comes of a decision: take it under Agreement › Disagreements (or with "
        "“settle”), or choose another layer."
    )
