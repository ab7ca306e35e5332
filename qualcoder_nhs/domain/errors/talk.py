"""Refusals about who was in the room and what was asked there."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NoSuchTurn(Refusal):
    """A turn that a transcript does not have."""

    name: str
    turn: int
    turns: int
    sentence = N_("“{name}” has {turns} turns; there is no turn {turn}.")


@dataclass(eq=False)
class LeftBeforeComing(Refusal):
    """Somebody who would have left before they came."""

    name: str
    sentence = N_("“{name}” would leave before coming in; swap the two turns.")


@dataclass(eq=False)
class SpeaksThere(Refusal):
    """Somebody who is said to be away and is heard."""

    name: str
    turn: int
    sentence = N_(
        "“{name}” speaks in turn {turn}, so was in the room then; check the turn, or who the "
        "label stands for."
    )


@dataclass(eq=False)
class SameAlready(Refusal):
    """Two people who are one."""

    name: str
    sentence = N_("“{name}” is one person already.")


@dataclass(eq=False)
class OnlyHere(Refusal):
    """Somebody who is not to be parted from themselves."""

    name: str
    transcript: str
    sentence = N_("“{name}” speaks in “{transcript}” only: there is nothing to part.")


@dataclass(eq=False)
class AskedThere(Refusal):
    """A question that is said not to have been asked, while a turn is marked with it."""

    question: str
    turn: int
    sentence = N_("“{question}” is marked as asked at turn {turn}; take that mark away first.")


@dataclass(eq=False)
class QuestionInUse(Refusal):
    """A question that propositions are about."""

    name: str
    count: int
    sentence = N_(
        "“{name}” stands while propositions are about it ({count}); give them another question "
        "or remove them first."
    )


@dataclass(eq=False)
class NothingToFreeze(Refusal):
    """A version of the guide that would be empty, or the same as the last."""

    sentence = N_("The topic guide has not changed since its last version.")


@dataclass(eq=False)
class NoOpenQuestion(Refusal):
    """A survey of which no column is an open question that anybody answered."""

    name: str
    sentence = N_(
        "No column of “{name}” is taken for an open question that somebody answered; "
        "say which are open questions."
    )
