"""Alembic run in process: makes a new study's tables, brings an older study up to today's."""

from collections.abc import Callable
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from qualcoder_nhs.domain.errors import FromTheFuture, NotAStudy
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import engines, integrity, journal, search

APPLICATION = 0x514E4853  # "QNHS", in SQLite's own field for it


def make_tables(connection: Connection) -> None:
    """Turn an empty file into a study without a row."""
    _run(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def bring_up_to_date(engine: Engine, name: str, back_up: Callable[[], Path]) -> bool:
    """Upgrade an older study after a backup copy; whether there was anything to do.

    Undo does not reach back beyond an upgrade, since old images may not fit new tables.

    Raises:
        DiskTrouble: when the copy or the upgrade could not be written.
    """
    with engines.reading(engine, name) as connection:
        if _revision(connection) == _known(_folder()).newest:
            return False
    back_up()
    with engines.rebuilding(engine, name) as connection:
        _run(connection)
        journal.lay_floor(connection)
        _refuse_broken(connection)
    return True


def refuse_newer(engine: Engine, name: str) -> None:
    """Look whether the file is whole, and of a revision this program knows.

    Raises:
        FromTheFuture: when it is newer.
        NotAStudy: when it is damaged or has no tables.
    """
    with engines.reading(engine, name) as connection:
        revision = _revision(connection)
        damage = integrity.damage(connection)
    if revision is None and not damage:
        raise NotAStudy(name=name, why=_("it is empty."))
    if damage:
        refusal = NotAStudy(name=name, why=_("it is damaged."))
        refusal.add_note(damage)  # in SQLite's words, for whoever copies the details
        raise refusal
    if revision not in _known(_folder()).all:
        raise FromTheFuture(name=name)


def refuse_other(engine: Engine, name: str) -> None:
    """Look whether the file has today's tables.

    Raises:
        FromTheFuture: when they are newer.
        NotAStudy: when they are older, or the file is damaged.
    """
    refuse_newer(engine, name)
    with engines.reading(engine, name) as connection:
        if _revision(connection) != _known(_folder()).newest:
            why = _("it is of an older version; open it once in a folder you can write to.")
            raise NotAStudy(name=name, why=why)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


class _Revisions(NamedTuple):
    newest: str | None
    all: frozenset[str]


@cache
def _known(folder: Path) -> _Revisions:
    """Read once: they are files of this program, and Alembic runs each of them to know it."""
    script = ScriptDirectory.from_config(_config(folder))
    every = frozenset(known.revision for known in script.walk_revisions())
    return _Revisions(script.get_current_head(), every)


def _config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def _folder() -> Path:
    with as_file(files("qualcoder_nhs.storage") / "migrations") as folder:
        return folder


def _run(connection: Connection) -> None:
    config = _config(_folder())
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    search.rebuild(connection)


def _refuse_broken(connection: Connection) -> None:
    """Foreign keys rested: nothing may name a row that is not there any more."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the upgrade broke {len(broken)} references")
