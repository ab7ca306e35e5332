"""The history as a pane shows it: what was done, by whom, and whether it still stands."""

from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.study import Direction
from qualcoder_nhs.storage.reader import Reader

MOST = 500


@dataclass(frozen=True)
class ListedStep:
    """A step that was done. `stands` is False where it was undone and not done again."""

    id: int
    words: str
    coder: str
    at: datetime
    stands: bool


@dataclass(frozen=True)
class NextSteps:
    """What Undo and Redo would do for one coder, in words; empty for nothing."""

    undo: str
    redo: str


def listed_steps(read: Reader, most: int = MOST) -> tuple[ListedStep, ...]:
    """The latest steps, newest first; undoing and redoing mark the step they were about."""
    coders = read.coders_undone() | {coder.id: coder.name for coder in read.coders()}
    latest: dict[int, Direction] = {}
    listed = []
    for step in read.history(most):
        stands = latest.setdefault(step.about, step.direction) is not Direction.UNDO
        if step.direction is Direction.DO:
            who = coders.get(step.coder, "")
            listed.append(ListedStep(step.id, step.words, who, step.at, stands))
    return tuple(listed)


def next_steps(read: Reader, coder: CoderId) -> NextSteps:
    """What this coder's Undo and Redo would do."""
    undo, redo = read.undoable(coder), read.redoable(coder)
    return NextSteps(undo.words if undo else "", redo.words if redo else "")
