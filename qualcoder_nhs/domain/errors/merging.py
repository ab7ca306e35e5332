"""Refusals about packs and about merging files into a study."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Culprit, Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class OnlyTheLeadMerges(Refusal):
    """Packs and merges are not everybody's to make."""

    lead: str
    sentence = N_("Only the lead makes packs and merges files; ask {lead}.")


@dataclass(eq=False)
class ForeignPack(Refusal):
    """A pack that was made from another study."""

    name: str
    study: str
    culprit = Culprit.FILE
    sentence = N_("“{name}” is a pack of another study, “{study}”; merge it there.")


@dataclass(eq=False)
class AnothersPack(Refusal):
    """Making a pack, within a pack, for somebody else or another round."""

    coder: str
    round: str
    sentence = N_(
        "This is the pack of {coder} for “{round}”: only that can be written from it, to be "
        "returned."
    )


@dataclass(eq=False)
class NoNamesake(Refusal):
    """Taking a coder of a file for the one of that name here, where there are no such two."""

    name: str
    sentence = N_(
        "There are no two coders “{name}”, one here and one in the file, who could be one person."
    )


@dataclass(eq=False)
class MergedWithItself(Refusal):
    """A study merged into itself."""

    name: str
    sentence = N_("“{name}” is this study itself.")
