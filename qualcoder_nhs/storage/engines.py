"""SQLite as this program uses it: the only file that knows how connections behave."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path, PurePath
from sqlite3 import Connection as DriverConnection
from typing import Any, cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import LRUCache

from qualcoder_nhs.domain.errors import DiskTrouble, OldSQLite, ReadOnly, Refusal, Unreadable
from qualcoder_nhs.i18n import N_, _

BUSY_SECONDS = 10

_CUT_OFF = N_("a crash left it in the middle of a step; open it once where it can be written")

Writing = AbstractContextManager[Connection]

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite may keep beside a database; belongs to it and to no other."""

_STRICT_TABLES_CAME = (3, 37, 0)

_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_WORLD = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
}


class _StudySQLite(SQLiteDialect_pysqlite):
    """SQLite as every study is spoken to: a statement put into words for one serves the next."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _StudySQLite)

    def __hash__(self) -> int:
        return hash(_StudySQLite)


registry.register("sqlite.study", __name__, _StudySQLite.__name__)

_WORDED: LRUCache[Any, Any] = LRUCache(1_000)
"""Statements in words, by what they ask; a few hundred are all that this program has."""


def open_file(path: Path, *, write: bool, shared: bool = True) -> Engine:
    """An engine on a study file.

    `write=False` never changes the file or its folder, and holds no connection between reads, so
    that nobody waits for it. `shared=False` keeps the old rollback journal, which is what network
    shares and synced folders can bear; write-ahead logging needs memory shared between processes.

    Raises:
        OldSQLite: when this Python came with one that knows no strict tables.
    """
    if sqlite3.sqlite_version_info < _STRICT_TABLES_CAME:
        raise OldSQLite(found=sqlite3.sqlite_version)
    engine = create_engine(
        "sqlite+study://",
        execution_options={"compiled_cache": _WORDED},
        creator=lambda: connect(path, write=write),
        poolclass=QueuePool if write else NullPool,
    )
    mode = ("WAL" if shared else "DELETE") if write else None

    @event.listens_for(engine, "connect")
    def connected(driver: DriverConnection, _entry: ConnectionPoolEntry) -> None:
        _set_up(driver, mode)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def connect(path: Path, *, write: bool) -> DriverConnection:
    """One bare connection to a file that is there, with nothing set up; we say BEGIN ourselves."""
    options = ["mode=rw"] if write else ["mode=ro"]
    if not write and _rests_in_wal(path):
        options.append("immutable=1")
    return sqlite3.connect(
        address(path.absolute(), *options),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def address(path: PurePath, *options: str) -> str:
    """An absolute path as SQLite's kind of URI: with a drive, on a share, with any character."""
    place = quote(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if place.startswith('/') else '/'}{place}?{'&'.join(options)}"


def _rests_in_wal(path: Path) -> bool:
    """A file set to write-ahead logging without its log, as a copy of an open study is.

    To read it, SQLite would make a log beside it, and could not in a folder that is read only. As
    nobody writes to it, it can be taken as it stands.
    """
    if beside(path, "-wal").exists():
        return False
    try:
        with path.open("rb") as file:
            return file.read(20)[18:] == b"\x02\x02"
    except OSError:
        return False


def beside(path: Path, ending: str) -> Path:
    """One of the files SQLite keeps beside a database."""
    return path.with_name(path.name + ending)


def clear_side_files(path: Path) -> None:
    """Remove what SQLite kept for a file that is no longer there, or is about to be replaced."""
    for ending in SIDE_FILES:
        beside(path, ending).unlink(missing_ok=True)


def may_write(path: Path) -> bool:
    """Whether the file can be changed and files can be made beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def finish_rollback(path: Path) -> None:
    """Take back what a crash left half written in the file, where there is no log.

    SQLite does so by itself, but not on connections that may only read. Where somebody is at work
    in the study, nothing is done.
    """
    if not (beside(path, "-journal").exists() and may_write(path)):
        return
    # What is wrong with the file is said by whoever reads it.
    with suppress(sqlite3.Error), closing(connect(path, write=True)) as connection:
        connection.execute("PRAGMA schema_version").fetchone()


def _set_up(driver: DriverConnection, mode: str | None) -> None:
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA secure_delete = ON")
    if mode:
        with suppress(sqlite3.OperationalError):  # somebody reads just now: the old mode does, too
            driver.execute(f"PRAGMA journal_mode = {mode}")
        driver.execute("PRAGMA synchronous = FULL")
    else:
        driver.execute("PRAGMA query_only = ON")


def let_go(engine: Engine, path: Path) -> None:
    """Close every connection of a writing engine, and leave just the one file.

    Where somebody still reads, the log stays beside it, emptied as far as that is possible.
    """
    engine.dispose()
    with suppress(sqlite3.Error):
        last = connect(path, write=True)
        try:
            last.execute("PRAGMA busy_timeout = 0")
            last.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            last.execute("PRAGMA journal_mode = DELETE")
        finally:
            last.close()


def compact(engine: Engine) -> bool:
    """Write the file anew without what was deleted, and empty its log; whether that went well.

    The log cannot be emptied while somebody else reads.
    """
    with engine.connect() as connection:
        driver = driver_of(connection)
        driver.execute("VACUUM")
        driver.execute("PRAGMA busy_timeout = 500")
        busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        driver.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    return not busy


@contextmanager
def reading(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction that sees one state and changes nothing.

    Raises:
        Unreadable: when the file is damaged, locked or out of reach.
    """
    with (
        _refusing(name, writes=False),
        engine.connect() as connection,
        connection.begin() as transaction,
    ):
        yield connection
        transaction.rollback()


@contextmanager
def writing(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction that commits at the end, or leaves nothing when anything goes wrong.

    Raises:
        DiskTrouble: when the disk is full or fails.
        ReadOnly: when the file cannot be written.
        Unreadable: when it is damaged.
    """
    with (
        _refusing(name, writes=True),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def rebuilding(engine: Engine, name: str) -> Iterator[Connection]:
    """Like `writing`, but tables may be dropped and made anew: foreign keys rest until the end."""
    with (
        _refusing(name, writes=True),
        engine.connect().execution_options(writes=True) as connection,
    ):
        driver = driver_of(connection)
        driver.execute("PRAGMA foreign_keys = OFF")  # before BEGIN, or it does nothing
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def driver_of(connection: Connection) -> DriverConnection:
    """The connection beneath, for what cannot be said within a transaction."""
    return cast("DriverConnection", connection.connection.dbapi_connection)


@contextmanager
def _refusing(name: str, *, writes: bool) -> Iterator[None]:
    """What the world did to us becomes a sentence; what we did wrong stays the error it is."""
    try:
        yield
    except UnicodeDecodeError as error:  # of a name in the file's own list of tables
        raise Unreadable(name=name, why=error.reason) from error
    except DBAPIError as error:
        if refusal := _refusal(error, name, writes=writes):
            raise refusal from error
        raise


def _refusal(error: DBAPIError, name: str, *, writes: bool) -> Refusal | None:
    """The sentence for an error of the world; None for one of ours."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    words = str(error.orig)
    if code is None:
        return Unreadable(name=name, why=words) if "decode" in words else None
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_READONLY:
        return ReadOnly(name=name) if writes else Unreadable(name=name, why=_(_CUT_OFF))
    if kind in _BROKEN or (kind in _WORLD and not writes):
        return Unreadable(name=name, why=words)
    return DiskTrouble(name=name, why=words) if kind in _WORLD else None
