"""Refusals about passages, codings on them and memos."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class BadSpan(Refusal):
    """A range that is no range."""

    start: int
    end: int
    sentence = N_("A passage cannot run from {start} to {end}.")


@dataclass(eq=False)
class OutsideText(Refusal):
    """A range that leaves the transcript."""

    name: str
    start: int
    end: int
    length: int
    sentence = N_("“{name}” has {length} characters; {start} to {end} is not a passage in it.")


@dataclass(eq=False)
class EmptyPassage(Refusal):
    """A coding on nothing."""

    sentence = N_("Select some words first: an empty passage cannot be coded.")


@dataclass(eq=False)
class EmptyMemo(Refusal):
    """A memo without words."""

    sentence = N_("Write some words first: an empty memo is not kept.")


@dataclass(eq=False)
class NotYourMemo(Refusal):
    """A memo of somebody else's."""

    sentence = N_("Only whoever wrote a memo says whether it is private.")


@dataclass(eq=False)
class NotApplicable(Refusal):
    """A code that groups others and may not be put on words."""

    name: str
    sentence = N_("“{name}” groups other codes and is not put on words; choose one beneath it.")
