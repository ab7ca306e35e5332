"""Refusals about rounds, the layers their codings stand in, and who may do what there."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class OnlyTheLead(Refusal):
    """Something that is not everybody's to do."""

    lead: str
    sentence = N_("Only the lead begins, opens, ends or renames a round; ask {lead}.")


@dataclass(eq=False)
class NobodyToCode(Refusal):
    """A round without coders."""

    sentence = N_("Name the coders of the round: at least one.")


@dataclass(eq=False)
class NothingToCode(Refusal):
    """A round that covers no turn of any transcript."""

    sentence = N_("Name what is coded in the round: at least one transcript with words in it.")


@dataclass(eq=False)
class BadShare(Refusal):
    """A share that is none."""

    share: float
    sentence = N_("A sample is a share above 0 and up to 1 (or 100 %), not {share}.")


@dataclass(eq=False)
class Frozen(Refusal):
    """A change in a layer that stays as it is."""

    round: str
    sentence = N_(
        "“{round}” has ended, and its codings stay as they were made. "
        "Begin a new round, or code in the open layer."
    )


@dataclass(eq=False)
class PartOfRound(Refusal):
    """A transcript that a round covers."""

    name: str
    round: str
    sentence = N_(
        "“{name}” is part of “{round}” and stays in the study with it. "
        "Forgetting it takes it out of the round as well."
    )


@dataclass(eq=False)
class NotInRound(Refusal):
    """A coder or a transcript that has no part in a round."""

    name: str
    round: str
    sentence = N_("“{name}” has no part in “{round}”; code in the open layer instead.")


@dataclass(eq=False)
class OutsideSample(Refusal):
    """A passage outside the turns that were drawn."""

    name: str
    round: str
    sentence = N_(
        "This passage of “{name}” touches none of the turns drawn for “{round}”; "
        "code it in the open layer instead."
    )


@dataclass(eq=False)
class NotYours(Refusal):
    """A coding of somebody else's in a round."""

    round: str
    sentence = N_("In “{round}” everybody works on their own codings only.")


@dataclass(eq=False)
class AlreadyFinished(Refusal):
    """Work on a transcript that its coder said is done."""

    name: str
    round: str
    sentence = N_("You said that “{name}” is finished in “{round}”; reopen it to go on there.")


@dataclass(eq=False)
class NotFinished(Refusal):
    """Reopening what is open."""

    name: str
    sentence = N_("You have not said that “{name}” is finished.")


@dataclass(eq=False)
class AlreadyOpened(Refusal):
    """Opening a round that everybody sees."""

    round: str
    sentence = N_("“{round}” is open already; everybody sees all of its codings.")


@dataclass(eq=False)
class AlreadyEnded(Refusal):
    """Ending a round twice."""

    round: str
    sentence = N_("“{round}” has ended already.")


@dataclass(eq=False)
class InSeveralRounds(Refusal):
    """Work that belongs to one of several rounds."""

    rounds: str
    sentence = N_("This is coded in several rounds that are running; name one of {rounds}.")
