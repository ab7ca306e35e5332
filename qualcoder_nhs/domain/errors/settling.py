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


@dataclass(eq=False)
class NoDisagreement(Refusal):
    """A passage that nothing is in dispute on."""

    name: str
    start: int
    end: int
    round: str
    sentence = N_("In “{round}” the coders differ on nothing from {start} to {end} of “{name}”.")


@dataclass(eq=False)
class SeveralDisagreements(Refusal):
    """A passage that more is in dispute on than one decision is about."""

    count: int
    places: str
    sentence = N_(
        "{count} disagreements touch these words; give the passage of one ({places}), or one of "
        "its codes."
    )


@dataclass(eq=False)
class NothingOpened(Refusal):
    """Settling before any round was opened."""

    sentence = N_("No round has been opened yet; what coders differ on is settled after that.")


@dataclass(eq=False)
class WhichRound(Refusal):
    """Settling where several rounds have been opened."""

    rounds: str
    sentence = N_("Several rounds have been opened; name one of {rounds}.")
