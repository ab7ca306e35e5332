"""Refusals about matrices: propositions, where people stand to them, cells that are written."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NothingProposed(Refusal):
    """A proposition without words."""

    sentence = N_("Write what people may agree with: an empty proposition is not kept.")


@dataclass(eq=False)
class OnBothSides(Refusal):
    """A code that is to speak for a proposition and against it."""

    name: str
    sentence = N_("“{name}” cannot speak both for the proposition and against it.")


@dataclass(eq=False)
class NotOpenThen(Refusal):
    """A turn that is to voice a proposition while its question was not open."""

    question: str
    turn: int
    sentence = N_(
        "Turn {turn} was not said while “{question}” was open; choose one that was, or mark where "
        "the question was asked."
    )


@dataclass(eq=False)
class NotThere(Refusal):
    """Somebody who is to stand somewhere in a group they took no part in."""

    name: str
    transcript: str
    sentence = N_("“{name}” took no part in “{transcript}”.")


@dataclass(eq=False)
class NoCell(Refusal):
    """A summary of a code and a theme at once, or of neither."""

    sentence = N_("A cell of the framework matrix belongs to one code or to one theme.")
