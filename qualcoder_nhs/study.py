"""An open study: run an action, ask a query, undo, redo, listen."""

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Engine

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import ReadOnly
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.storage import doors, engines, integrity, journal
from qualcoder_nhs.storage.backups import Backup, backups_of
from qualcoder_nhs.storage.holder import Holder
from qualcoder_nhs.storage.places import Place, place_of
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.writer import Writer

P = ParamSpec("P")
T = TypeVar("T")

Listener = Callable[[Changes], None]


class Study:
    """One study file, open to read or to write, until `close`.

    Every `run` is on disk when it returns, as one step that its coder can undo, also after a
    restart. Safe to use from several threads.
    """

    def __init__(self, path: Path, engine: Engine, holder: Holder | None) -> None:
        self.path = path
        self._engine = engine
        self._holder = holder
        self._listeners: list[Listener] = []
        self.backup_trouble = ""

    # ── opening and closing ──────────────────────────────────────────────────────────────────

    @classmethod
    def create(cls, path: Path, name: str, coder: str) -> Self:
        """A new study with its first coder, who leads it.

        Raises:
            AlreadyThere: when there is such a file; it is left alone.
            ReadOnly, DiskTrouble: when the folder does not take it.
        """
        with Holder(path) as holder:
            engine = doors.create(path, name, coder)
            return cls(path, engine, holder.kept())

    @classmethod
    def open(cls, path: Path) -> Self:
        """A study to write to, brought up to date and backed up where it changed.

        Raises:
            NotAStudy, FromTheFuture: when the file is no study this program can read.
            Held: when another process writes to it.
            ReadOnly: when it cannot be written; `read` still opens it.
        """
        doors.refuse_foreign(path)
        with Holder(path) as holder:
            engine, trouble = doors.open_to_write(path)
            study = cls(path, engine, holder.kept())
            study.backup_trouble = trouble
            return study

    @classmethod
    def read(cls, path: Path) -> Self:
        """A study to read only, whoever else has it open.

        Raises:
            NotAStudy, FromTheFuture: when the file is no study this program can read.
        """
        doors.refuse_foreign(path)
        return cls(path, doors.open_to_read(path), None)

    @classmethod
    def restore(cls, path: Path, backup: Path) -> Path | None:
        """Put a backup in the place of a study that nobody has open; then open it.

        Raises:
            Held: when somebody has the study open.
            DiskTrouble: when it could not be written; the study is as it was then.
        """
        with Holder(path):
            return doors.restore(path, backup)

    def close(self) -> None:
        """Let go of the file. Twice does no harm."""
        self._engine.dispose()
        if self._holder:
            self._holder.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Whether `run` can do anything here."""
        return self._holder is not None

    @property
    def place(self) -> Place:
        """What kind of folder the study lies in."""
        return place_of(self.path)

    @property
    def backups(self) -> list[Backup]:
        """The copies that can be restored, newest first."""
        return backups_of(self.path)

    # ── do or ask ────────────────────────────────────────────────────────────────────────────

    def run(self, action: Action[T], coder: CoderId) -> T:
        """Do something as this coder; on disk, and announced, when it returns.

        Raises:
            Refusal: as the action says, or because of the disk; nothing was changed then.
        """
        with self._transaction() as connection:
            write = Writer(connection, coder)
            result = action.apply(write)
            changes = write.close(action.label)
        if write.forgot:
            doors.wipe(self.path, self._engine, write.forgot)
        self._announce(changes)
        return result

    def ask(
        self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **options: P.kwargs
    ) -> T:
        """What the query finds in the study as it is now."""
        with engines.reading(self._engine) as connection:
            return query(Reader(connection), *args, **options)

    def undo(self, coder: CoderId) -> Changes:
        """Take this coder's newest standing step back.

        Raises:
            NothingToUndo, UndoClash: nothing was changed then.
        """
        with self._transaction() as connection:
            changes = journal.undo(connection, coder)
        self._announce(changes)
        return changes

    def redo(self, coder: CoderId) -> Changes:
        """Do again what this coder undid last.

        Raises:
            NothingToRedo, UndoClash: nothing was changed then.
        """
        with self._transaction() as connection:
            changes = journal.redo(connection, coder)
        self._announce(changes)
        return changes

    def listen(self, listener: Listener) -> None:
        """Call the listener after each commit, on the thread that made it."""
        self._listeners.append(listener)

    def faults(self) -> list[str]:
        """A sentence for everything that is wrong with the file; none for a whole one."""
        with engines.reading(self._engine) as connection:
            return list(integrity.faults(connection))

    def save_copy(self, target: Path) -> None:
        """Write the whole study to another file, as it is now.

        Raises:
            DiskTrouble: when it could not be written; nothing of it is left then.
        """
        doors.copy(self.path, target)

    def _transaction(self) -> engines.Writing:
        if self._holder is None:
            raise ReadOnly(name=self.path.name)
        return engines.writing(self._engine, self.path.name)

    def _announce(self, changes: Changes | None) -> None:
        if changes is None:
            return
        for listener in self._listeners:
            listener(changes)
