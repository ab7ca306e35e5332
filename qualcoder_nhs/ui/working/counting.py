"""Has something counted off the window's thread, and again when what it is made of changes."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.tasks.task import Task
from qualcoder_nhs.ui.working.live import Live


class Counted(Protocol):
    """What comes of a count: it says itself whether it was left off."""

    @property
    def stopped(self) -> bool:
        """Whether somebody did not want to wait for it."""
        ...


class Counting(QObject):
    """Runs the task that is `wanted` while the page is `seen`; one at a time.

    `begun` and `over` come around each count, `counted` with what came of it; `stopped` when
    somebody did not want to wait for it. `told` says how far it is.
    """

    begun = Signal()
    over = Signal()
    counted = Signal(object)
    stopped = Signal()
    told = Signal(int, int, str)

    def __init__(
        self, wanted: Callable[[], Task[Counted]], seen: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._wanted, self._seen = wanted, seen
        self._live: Live | None = None
        self._coder = ""
        self._running, self._stale = False, True

    def attach(self, live: Live | None) -> None:
        """Count in this study; in None, nothing."""
        self._live, self._running = live, False
        if live is not None:
            live.progressed.connect(self._progressed)

    def renew(self) -> None:
        """What was counted holds no more: count again at once, or when the page is seen."""
        self._stale = True
        self.follow()

    def follow(self) -> None:
        """Count where what was counted holds no more, or another coder looks at it."""
        other = self._live is not None and self._live.coder != self._coder
        if (self._stale or other) and self._seen():
            self.count()

    def count(self) -> None:
        """Count what is wanted now; while something else is counted, it is left off first."""
        if self._live is None:
            return
        self._stale, self._coder = False, self._live.coder
        self.begun.emit()
        if self._running:
            self._live.stop()
            self._stale = True
            return
        self._running = True
        self._live.start(self._wanted(), self._take, self)

    def stop(self) -> None:
        """Leave off."""
        if self._live is not None:
            self._live.stop()

    def _take(self, page: Counted) -> None:
        self._running = False
        self.over.emit()
        if self._stale:
            self.follow()
        elif page.stopped:
            self.stopped.emit()
        else:
            self.counted.emit(page)

    def _progressed(self, done: int, total: int, told: str) -> None:
        if self._running:
            self.told.emit(done, total, told)
