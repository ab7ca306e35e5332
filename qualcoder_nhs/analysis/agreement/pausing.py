"""Where long counting looks up: it may be stopped there, by whoever has it done, within moments."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


def _go_on() -> None:
    """Nobody wants to stop anything."""


_LOOKS: ContextVar[Callable[[], None]] = ContextVar("looks", default=_go_on)


def look_up() -> None:
    """Said by every loop over transcripts, codes or resamples, many times a second."""
    _LOOKS.get()()


@contextmanager
def looking_up(at: Callable[[], None]) -> Iterator[None]:
    """What is counted within calls `at` again and again; what that raises ends the counting.

    Holds for the thread that says so, and for no other.
    """
    token = _LOOKS.set(at)
    try:
        yield
    finally:
        _LOOKS.reset(token)
