"""An open study beside the window: one worker for changes and pages, stale replies dropped."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Cancelled, Progress, Task

P = ParamSpec("P")
T = TypeVar("T")

Then = Callable[[T], None]


class Live(QObject):
    """Runs actions and queries of one study off the window's thread, in the order they are asked.

    What is asked and done is so for `coder`, and where it is about codings for those in `layer`:
    the open one, a round, or the settled one.

    `changed` comes after each commit, `failed` with the refusal of whatever went wrong, `busy` and
    `idle` around a task. Replies go to the window's thread, and only while their owner lives.
    """

    changed = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int, str)
    idle = Signal()
    _committed = Signal(object)
    _replied = Signal(object)

    def __init__(self, study: Study, coder: CoderId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.study = study
        self.coder = coder
        self.layer = OPEN
        self._worker = ThreadPoolExecutor(1, "study")
        self._long = ThreadPoolExecutor(1, "task")
        self._stopping = False
        self._closed = False
        self._replied.connect(self._deliver)
        self._committed.connect(self._pass_on)
        study.listen(self._announce)

    def run(
        self, action: Action[T], then: Then[T] | None = None, owner: QObject | None = None
    ) -> Future[T]:
        """Do something as the coder; `then` gets what it returns."""
        coder = self.coder  # whoever takes over while it waits does not do it
        return self._submit(self._worker, lambda: self.study.run(action, coder), then, owner)

    def ask(
        self,
        then: Then[T],
        owner: QObject,
        query: Callable[Concatenate[Reader, P], T],
        *args: P.args,
        **options: P.kwargs,
    ) -> Future[T]:
        """Ask for something as the coder; a query asked after an action sees what it did."""

        def work() -> T:
            return self.study.ask_as(self.coder, query, *args, **options)

        return self._submit(self._worker, work, then, owner)

    def rehearse(
        self, action: Action[T], then: Then[T | Refusal], owner: QObject
    ) -> Future[T | Refusal]:
        """What doing something as the coder would return, or why it would be refused."""
        coder = self.coder

        def work() -> T | Refusal:
            try:
                return self.study.rehearse(action, coder)
            except Refusal as refusal:
                return refusal

        return self._submit(self._worker, work, then, owner)

    def undo(self) -> None:
        """Take the coder's newest standing step back."""
        self._submit(self._worker, lambda: self.study.undo(self.coder), None, None)

    def redo(self) -> None:
        """Do again what the coder undid last."""
        self._submit(self._worker, lambda: self.study.redo(self.coder), None, None)

    def start(self, task: Task[T], then: Then[T] | None, owner: QObject | None) -> Future[T]:
        """Begin long work; `progressed` tells how far it is, `idle` that it is over."""
        self._stopping = False

        def work() -> T:
            try:
                return task.run(self.study, self.coder, self._progress)
            finally:
                self.idle.emit()

        return self._submit(self._long, work, then, owner)

    def stop(self) -> None:
        """Ask the running task to leave off; it leaves nothing half done."""
        self._stopping = True

    @property
    def is_stopping(self) -> bool:
        """Whether the latest task was asked to leave off."""
        return self._stopping

    def close(self) -> None:
        """Finish what was asked, drop what nobody waits for, and let go of the study."""
        self._closed = True
        self.stop()
        self._long.shutdown(cancel_futures=True)
        self._worker.shutdown()
        self.study.close()

    @property
    def _progress(self) -> Progress:
        def told(done: int, total: int, words: str) -> None:
            if self._stopping:
                raise Cancelled
            self.progressed.emit(done, total, words)

        return told

    def _announce(self, changes: Changes) -> None:
        """On the worker's thread."""
        if not self._closed and isValid(self):
            self._committed.emit(changes)

    def _pass_on(self, changes: Changes) -> None:
        """On the window's thread; it may have closed the study since."""
        if not self._closed:
            self.changed.emit(changes)

    def _submit(
        self,
        worker: ThreadPoolExecutor,
        work: Callable[[], T],
        then: Then[T] | None,
        owner: QObject | None,
    ) -> Future[T]:
        if self._closed:
            dropped: Future[T] = Future()
            dropped.cancel()
            return dropped
        future = worker.submit(work)
        future.add_done_callback(lambda done: self._reply(done, then, owner))
        return future

    def _reply(self, done: Future[T], then: Then[T] | None, owner: QObject | None) -> None:
        """On the worker's thread: hand the outcome over, unless the window is gone."""
        if not self._closed and isValid(self):
            self._replied.emit((done, then, owner))

    def _deliver(self, reply: tuple[Future[Any], Then[Any] | None, QObject | None]) -> None:
        done, then, owner = reply
        if self._closed or done.cancelled() or (owner is not None and not isValid(owner)):
            return
        error = done.exception()
        if isinstance(error, Refusal):
            self.failed.emit(error)
        elif isinstance(error, Cancelled):
            return
        elif error is not None:
            raise error
        elif then is not None:
            then(done.result())
