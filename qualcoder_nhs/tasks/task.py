"""What long work is: it has a title, tells how far it is, and can be stopped."""

from collections.abc import Callable
from time import monotonic
from typing import Protocol, TypeVar

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.study import Study

R_co = TypeVar("R_co", covariant=True)

Progress = Callable[[int, int, str], None]
"""`progress(done, total, words)`; raises `Cancelled` when somebody pressed Stop."""


class Cancelled(Exception):
    """Somebody stopped the work; what it had not finished was left undone."""


class Task(Protocol[R_co]):
    """Long work on a study."""

    title: str

    def run(self, study: Study, coder: CoderId, progress: Progress) -> R_co:
        """Do it, as this coder."""
        ...


OFTEN = 0.05
"""Seconds from one look at whether the work is to be stopped to the next, at least."""


def again(progress: Progress, done: int, total: int, words: str) -> Callable[[], None]:
    """Says the same again every twentieth of a second, however often it is called.

    For work that is long between two steps: it may be stopped there as well.
    """
    said = monotonic()

    def say() -> None:
        nonlocal said
        if monotonic() - said >= OFTEN:
            said = monotonic()
            progress(done, total, words)

    return say


def silent(_done: int, _total: int, _words: str) -> None:
    """Progress that nobody looks at."""
