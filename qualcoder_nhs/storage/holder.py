"""Who writes to a study: a lock of the operating system on a file beside it."""

import errno
import json
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from getpass import getuser
from pathlib import Path
from typing import IO, Self

from qualcoder_nhs.domain.errors import Held, ReadOnly


class Holder:
    """The one process that may write to a study, until `release`.

    The system lets go of the lock when the process ends, however it ends; the file that stays after
    a crash is only a note, and holds nobody up.

    Raises:
        Held: when another process has it, with who, where and since when.
        ReadOnly: when no file can be made beside the study, or its disk knows no locks.
    """

    def __init__(self, study: Path) -> None:
        self._path = study.with_name(study.name + ".lock")
        self._kept = False
        self._file = self._acquire(study.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._kept:
            self.release()

    def kept(self) -> "Holder":
        """Hold on beyond the `with` that took the lock: the opening went well."""
        self._kept = True
        return self

    @property
    def held(self) -> bool:
        """Whether this process still has it."""
        return not self._file.closed

    def release(self) -> None:
        """Let others write. Twice does no harm."""
        if self._file.closed:
            return
        # Taken away while it is still held, so that nobody can lock a file that is about to go.
        # Windows does not let an open file go, ours or the next holder's: there it goes afterwards.
        with suppress(OSError):
            self._path.unlink()
        self._file.close()
        if sys.platform == "win32":
            with suppress(OSError):
                self._path.unlink()

    def _acquire(self, name: str) -> IO[str]:
        while True:
            file = self._locked(name)
            if self._still_there(file):
                _write_note(file)
                return file
            file.close()  # its last holder removed it between our opening and our locking

    def _locked(self, name: str) -> IO[str]:
        try:
            file = self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise ReadOnly(name=name) from error
        try:
            _lock(file)
        except OSError as error:
            note = _note_in(file)
            file.close()
            if error.errno in _TAKEN:
                raise Held(name=name, **note) from error
            raise ReadOnly(name=name) from error
        return file

    def _still_there(self, file: IO[str]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False


def _write_note(file: IO[str]) -> None:
    note = {
        "who": _user(),
        "machine": platform.node(),
        "since": datetime.now().astimezone().strftime("%d %B, %H:%M"),
    }
    with suppress(OSError):  # on a full disk the lock holds without its note
        file.truncate(0)
        os.write(file.fileno(), json.dumps(note).encode())


def _user() -> str:
    try:
        return getuser()
    except (ImportError, KeyError, OSError):  # a number without a name, as in containers
        return "somebody"


def _note_in(file: IO[str]) -> dict[str, str]:
    unknown = {"who": "somebody", "machine": "a computer", "since": "a moment ago"}
    try:
        file.seek(0)
        found = json.load(file)
        return {key: str(found[key]) for key in unknown}
    except (ValueError, OSError, KeyError, TypeError):
        return unknown


# What systems say of a lock that another has; anything else means that nothing can be locked there.
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading a locked byte, so one far behind the note is locked.
    _FAR = 1 << 30

    def _lock(file: IO[str]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
