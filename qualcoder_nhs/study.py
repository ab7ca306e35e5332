"""An open study: run an action, ask a query, undo, redo, listen."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.storage import doors, integrity, restoring, undoing
from qualcoder_nhs.storage.backups import Backup, backups_of
from qualcoder_nhs.storage.holder import Holder
from qualcoder_nhs.storage.kept import Kept
from qualcoder_nhs.storage.open_file import OpenFile
from qualcoder_nhs.storage.places import Place, place_of
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.sight import sight_of
from qualcoder_nhs.storage.writer import Writer

P = ParamSpec("P")
T = TypeVar("T")

Listener = Callable[[Changes], None]


class Study:
    """One study file, open to read or to write, until `close`.

    Every `run` is on disk when it returns, as one step that its coder can undo, also after a
    restart. Safe to use from several threads: writers take turns, readers never wait for them.

    `backup_trouble` says why no backup could be made at opening, or nothing. `unwiped` is True
    where words of a forgotten transcript may still stand in the log or a backup, since somebody
    has the study or the backup open; opening it again wipes them.
    """

    def __init__(self, file: OpenFile, *, backup_trouble: str = "", unwiped: bool = False) -> None:
        self.path = file.path
        self.backup_trouble = backup_trouble
        self.unwiped = unwiped
        self._file = file
        self._listeners: list[Listener] = []
        self._kept = Kept()

    # ── opening and closing ──────────────────────────────────────────────────────────────────

    @classmethod
    def create(
        cls, path: Path, name: str, coder: str, attributes: Iterable[AttributeDraft] = ()
    ) -> Self:
        """A new study with its first coder, who leads it, and with a list of attributes.

        Raises:
            AlreadyThere: when there is such a file; it is left alone.
            NotMade: when the folder does not take it; nothing is left of it then.
            Nameless: when the study or the coder has no name.
        """
        refuse_nameless(name)
        refuse_nameless(coder)
        path = path.resolve()
        with doors.hold_new(path) as holder:
            return cls(OpenFile(path, doors.create(path, name, coder, attributes), holder.kept()))

    @classmethod
    def open(cls, path: Path) -> Self:
        """A study to write to, brought up to date and backed up where it changed.

        Raises:
            NotAStudy, FromTheFuture: when the file is no study this program can read.
            Held: when another process writes to it.
            ReadOnly: when it cannot be written; `read` still opens it.
            DiskTrouble: when it had to be brought up to date and could not.
        """
        path = path.resolve()
        doors.refuse_foreign(path)
        doors.refuse_read_only(path)
        with Holder(path) as holder:
            opened = doors.open_to_write(path)
            file = OpenFile(path, opened.engine, holder.kept())
            return cls(file, backup_trouble=opened.backup_trouble, unwiped=opened.unwiped)

    @classmethod
    def read(cls, path: Path) -> Self:
        """A study to read only, whoever else has it open.

        Raises:
            NotAStudy, FromTheFuture: when the file is no study this program can read.
        """
        path = path.resolve()
        doors.refuse_foreign(path)
        return cls(OpenFile(path, doors.open_to_read(path)))

    @classmethod
    def restore(cls, path: Path, backup: Path) -> Path | None:
        """Put a backup in the place of a study that nobody has open; then open it.

        What stood there becomes a backup itself; its path comes back, None where nothing stood.

        Raises:
            NotAStudy, FromTheFuture: when the backup is no study this program can read.
            Held: when somebody has the study open.
            DiskTrouble, ReadOnly: when it could not be written; the study is as it was then.
        """
        path = path.resolve()
        doors.refuse_foreign(backup)
        doors.peek(backup)
        with Holder(path):
            return restoring.restore(path, backup)

    def close(self) -> None:
        """Let go of the file, when the writer at work is done. Twice does no harm."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Whether `run` can do anything here."""
        return self._file.writable

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
            NoSuch: when there is no such coder.
            Refusal: as the action says, or because of the disk; nothing was changed then.
        """
        with self._file.writing() as connection:
            write = Writer(connection, coder)
            if not _joins(action, coder):
                _refuse_stranger(write)
            result = action.apply(write)
            changes = write.close(action.label)
        if write.forgot:
            self.unwiped = not self._file.wipe()
        self._announce(changes)
        return result

    def rehearse(self, action: Action[T], coder: CoderId) -> T:
        """What doing something would return; nothing is written, and nothing announced.

        Raises:
            NoSuch: when there is no such coder.
            Refusal: as the action says.
        """
        with self._file.writing() as connection, connection.begin_nested() as trial:
            write = Writer(connection, coder)
            _refuse_stranger(write)
            result = action.apply(write)
            trial.rollback()
        return result

    def ask(
        self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **options: P.kwargs
    ) -> T:
        """What the query finds in the study as it is now, as nobody in particular sees it.

        That is without the codings and memos of blind rounds that are not opened yet.

        Raises:
            Refusal: as the query says.
            Unreadable: when the file is damaged or out of reach by now.
        """
        return self.ask_as(None, query, *args, **options)

    def ask_as(
        self,
        asker: CoderId | None,
        query: Callable[Concatenate[Reader, P], T],
        *args: P.args,
        **options: P.kwargs,
    ) -> T:
        """What the query finds, as this coder sees the study: their own of blind rounds.

        Raises:
            Refusal: as the query says.
            Unreadable: when the file is damaged or out of reach by now.
        """
        with self._file.reading() as connection:
            read = Reader(connection, sight_of(connection, asker), self._kept)
            return query(read, *args, **options)

    def undo(self, coder: CoderId) -> Changes:
        """Take this coder's newest standing step back.

        Raises:
            NothingToUndo, UndoClash: nothing was changed then.
        """
        with self._file.writing() as connection:
            changes = undoing.undo(connection, coder)
        self._announce(changes)
        return changes

    def redo(self, coder: CoderId) -> Changes:
        """Do again what this coder undid last.

        Raises:
            NothingToRedo, UndoClash: nothing was changed then.
        """
        with self._file.writing() as connection:
            changes = undoing.redo(connection, coder)
        self._announce(changes)
        return changes

    def listen(self, listener: Listener) -> None:
        """Call the listener after each commit, on the thread that made it."""
        self._listeners.append(listener)

    def faults(self) -> list[str]:
        """A sentence for everything that is wrong with the file; none for a whole one."""
        with self._file.reading() as connection:
            return list(integrity.faults(connection))

    def save_copy(self, target: Path) -> None:
        """Write the whole study to another file, as it is now; what stood there is replaced.

        Raises:
            AlreadyThere: when the target is this study.
            Held: when somebody works in the target.
            DiskTrouble, NotWritten: when it could not be written; nothing of it is left then.
        """
        restoring.copy(self.path, target)

    def _announce(self, changes: Changes | None) -> None:
        if changes is None:
            return
        for listener in self._listeners:
            listener(changes)


def _joins(action: object, coder: CoderId) -> bool:
    """Whether somebody adds themselves: the one thing that a stranger may do."""
    return isinstance(action, AddCoder) and action.id == coder


def _refuse_stranger(write: Writer) -> None:
    """Whoever acts is one of the study's coders."""
    if write.coder not in {coder.id for coder in write.read.coders()}:
        raise NoSuch(kind="coder", name=write.coder)
