"""What long work is: it has a title, tells how far it is, and can be stopped."""

from collections.abc import Callable
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


def silent(_done: int, _total: int, _words: str) -> None:
    """Progress that nobody looks at."""
