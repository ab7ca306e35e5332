"""Kept: the few largest things read of an open study, for as long as no step has changed it."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

T = TypeVar("T")

MOST = 4
"""So many things are kept; the one that was longest not asked for makes way."""


class Kept:
    """Things by what was asked for, all of one step. Safe to use from several threads.

    Whoever asks says at which step they see the study; what was kept of another is let go. So a
    thing can never be older than the study as they see it.
    """

    def __init__(self) -> None:
        """With nothing in it."""
        self._lock = Lock()
        self._step: Hashable = None
        self._things: dict[Hashable, object] = {}

    def get(self, step: Hashable, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key at this step, or else what is made now, and kept."""
        with self._lock:
            found = key in self._things and step == self._step
            thing = self._things.pop(key) if found else None
        # Nobody waits while it is made: two who ask at once both make it.
        made = cast("T", thing) if found else make()
        with self._lock:
            if step != self._step:
                self._step = step
                self._things.clear()
            self._things[key] = made
            while len(self._things) > MOST:
                del self._things[next(iter(self._things))]
        return made
