"""A study file while it is open: its engine, the lock of who writes, and their turns."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine

from qualcoder_nhs.domain.errors import ReadOnly
from qualcoder_nhs.storage import engines, wiping
from qualcoder_nhs.storage.holder import Holder


class OpenFile:
    """Hands out connections, to any thread: writers take turns, readers never wait for them.

    Without a holder it is open to read only.
    """

    def __init__(self, path: Path, engine: Engine, holder: Holder | None = None) -> None:
        self.path = path
        self._engine = engine
        self._holder = holder
        self._writers_turn = Lock()
        self._closed = False

    @property
    def writable(self) -> bool:
        """Whether `writing` can be had."""
        return self._holder is not None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, which stands when the block is left and is gone when it raises.

        Raises:
            ReadOnly: when nobody holds the file to write.
            DiskTrouble: when it could not be written.
        """
        if self._holder is None:
            raise ReadOnly(name=self.path.name)
        with self._writers_turn:
            self._refuse_closed()
            with engines.writing(self._engine, self.path.name) as connection:
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The study as it is now, whatever is written meanwhile.

        Raises:
            Unreadable: when the file is damaged or out of reach by now.
        """
        self._refuse_closed()
        with engines.reading(self._engine, self.path.name) as connection:
            yield connection

    def wipe(self) -> bool:
        """Take forgotten words out of the log and the backups; tell whether all of them went."""
        with self._writers_turn:
            return wiping.wipe(self.path, self._engine)

    def close(self) -> None:
        """Let go of the file, when the writer at work is done. Twice does no harm."""
        with self._writers_turn:
            if self._closed:
                return
            self._closed = True
            if self._holder is None:
                self._engine.dispose()
            else:
                engines.let_go(self._engine, self.path)
                self._holder.release()

    def _refuse_closed(self) -> None:
        """A closed study holds no lock any more: to go on would be to work unseen by others."""
        if self._closed:
            raise RuntimeError(f"{self.path.name} is closed")
