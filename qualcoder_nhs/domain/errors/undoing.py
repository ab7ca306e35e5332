"""Refusals to undo or to redo."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NothingToUndo(Refusal):
    """No step of one's own stands."""

    sentence = N_("There is nothing of yours to undo.")


@dataclass(eq=False)
class NothingToRedo(Refusal):
    """No undone step that nothing new followed."""

    sentence = N_("There is nothing to redo.")


@dataclass(eq=False)
class UndoClash(Refusal):
    """Something built on the step since; `why` says what, and whose it is."""

    step: str
    why: str
    sentence = N_("“{step}” was left as it is: {why}. Nothing was altered.")
