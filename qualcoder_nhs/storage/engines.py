"""SQLite as this program uses it: the only file that knows how connections behave."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from sqlite3 import Connection as DriverConnection

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from qualcoder_nhs.domain.errors import DiskTrouble, ReadOnly

BUSY_SECONDS = 10

Writing = AbstractContextManager[Connection]


def open_file(path: Path, *, write: bool, shared: bool = True) -> Engine:
    """An engine on a study file.

    `write=False` never changes the file or its folder. `shared=False` keeps the old rollback
    journal, which is what network shares and synced folders can bear; write-ahead logging
    needs memory shared between processes.
    """
    engine = create_engine(
        f"sqlite:///{_address(path, write=write)}",
        connect_args={"uri": True, "timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    mode = ("WAL" if shared else "DELETE") if write else None

    @event.listens_for(engine, "connect")
    def connected(driver: DriverConnection, _entry: ConnectionPoolEntry) -> None:
        driver.isolation_level = None  # we say BEGIN ourselves
        _set_up(driver, mode)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _address(path: Path, *, write: bool) -> str:
    address = path.absolute().as_uri()
    if write:
        return f"{address}?mode=rw&uri=true"
    # In a folder that cannot be written, SQLite cannot make the files of write-ahead logging;
    # where there are none, nobody writes, and the file can be taken as it stands.
    log = path.with_name(path.name + "-wal")
    quiet = not log.exists() and not os.access(path.parent, os.W_OK)
    return f"{address}?mode=ro{'&immutable=1' if quiet else ''}&uri=true"


def may_write(path: Path) -> bool:
    """Whether the file can be changed and files can be made beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _set_up(driver: DriverConnection, mode: str | None) -> None:
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA secure_delete = ON")
    if mode:
        driver.execute(f"PRAGMA journal_mode = {mode}")
        driver.execute("PRAGMA synchronous = FULL")
    else:
        driver.execute("PRAGMA query_only = ON")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state and changes nothing."""
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


@contextmanager
def writing(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction that commits at the end, or leaves nothing when anything goes wrong.

    Raises:
        DiskTrouble: when the disk is full or fails.
        ReadOnly: when the file cannot be written.
    """
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection
    except OperationalError as error:
        raise _refusal(error, name) from error


def _refusal(error: DBAPIError, name: str) -> Exception:
    words = str(error.orig)
    if "readonly" in words or "read-only" in words:
        return ReadOnly(name=name)
    return DiskTrouble(name=name, why=words)
