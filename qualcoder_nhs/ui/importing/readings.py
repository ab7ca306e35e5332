"""Reads transcript files off the window's thread; what it understood, or why it did not."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Parsed, ReadingOptions

Read = Callable[[Path, ReadingOptions], Parsed]
HashFile = Callable[[Path], str]


@dataclass(frozen=True)
class Outcome:
    """What came of reading a file: `parsed`, or the reason in `refused`.

    `number` tells a later reading of the same file from an earlier one.
    """

    path: Path
    number: int
    parsed: Parsed | None = None
    file_hash: str = ""
    refused: str = ""


class Readings(QObject):
    """One worker that reads file after file; `done` comes on the window's thread."""

    done = Signal(object)

    def __init__(self, read: Read, hash_file: HashFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._hash_file = hash_file
        self._worker = ThreadPoolExecutor(1, "reading")

    def ask(self, path: Path, reading: ReadingOptions, number: int) -> None:
        """Read a file; whatever was asked before is read first."""
        self._worker.submit(self._outcome, path, reading, number).add_done_callback(self._tell)

    def close(self) -> None:
        """Read nothing more."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _outcome(self, path: Path, reading: ReadingOptions, number: int) -> Outcome:
        try:
            parsed = self._read(path, reading)
            return Outcome(path, number, parsed, self._hash_file(path))
        except Refusal as refusal:
            return Outcome(path, number, refused=str(refusal))
        except OSError as error:
            why = _("It could not be opened: {}.").format(error.strerror or _("unknown reason"))
            return Outcome(path, number, refused=why)
        except Exception as fault:  # a fault of ours in one file must not keep the others out
            why = _("qualcoder_nhs made a mistake while reading it ({}).")
            return Outcome(path, number, refused=why.format(type(fault).__name__))

    def _tell(self, future: Future[Outcome]) -> None:
        """On the worker's thread."""
        if not future.cancelled() and isValid(self):
            self.done.emit(future.result())
