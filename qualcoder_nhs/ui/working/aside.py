"""Work off the window's thread before there is a study to ask: opening, starting, restoring one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualcoder_nhs.tasks.task import Cancelled, Progress

T = TypeVar("T")

Work = Callable[[Progress], T]
Failed = Callable[[BaseException], None]


class Aside(QObject):
    """One piece of work at a time. `progressed` tells how far it is, `idle` that it is over."""

    progressed = Signal(int, int, str)
    idle = Signal()
    _replied = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, "aside")
        self._stopping = False
        self._closed = False
        self._running: Future[Any] | None = None
        self._replied.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._running is not None

    def start(
        self, work: Work[T], then: Callable[[T], None], failed: Failed, drop: Callable[[T], None]
    ) -> None:
        """Begin; `then` gets the outcome on the window's thread, `failed` what went wrong.

        `drop` gets an outcome that nobody waits for any more, so that it can be closed.
        """
        self._stopping = False
        future = self._worker.submit(work, self._told)
        self._running = future
        future.add_done_callback(lambda done: self._reply(done, then, failed, drop))

    def stop(self) -> None:
        """Ask the work to leave off; it leaves nothing half done."""
        self._stopping = True

    def close(self) -> None:
        """Stop, and wait until nothing runs any more."""
        self._closed = True
        self.stop()
        self._worker.shutdown()

    def _told(self, done: int, total: int, words: str) -> None:
        if self._stopping:
            raise Cancelled
        if isValid(self):
            self.progressed.emit(done, total, words)

    def _reply(
        self, done: Future[T], then: Callable[[T], None], failed: Failed, drop: Callable[[T], None]
    ) -> None:
        """On the worker's thread: hand the outcome over, or drop it where the window is gone."""
        if not self._closed and isValid(self):
            self._replied.emit((done, then, failed))
        elif done.exception() is None:
            drop(done.result())

    def _deliver(self, reply: tuple[Future[Any], Callable[[Any], None], Failed]) -> None:
        done, then, failed = reply
        self._running = None
        self.idle.emit()
        error = done.exception()
        if error is None:
            then(done.result())
        elif not isinstance(error, Cancelled):
            failed(error)
