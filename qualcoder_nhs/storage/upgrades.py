"""Alembic run in process: makes a new study's tables, brings an older study up to today's."""

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from qualcoder_nhs.domain.errors import FromTheFuture, NotAStudy
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import search

APPLICATION = 0x514E4853  # "QNHS", in SQLite's own field for it


def make_tables(engine: Engine) -> None:
    """Turn an empty file into a study without a row."""
    _migrate(engine)


def bring_up_to_date(engine: Engine, back_up: Callable[[], Path]) -> bool:
    """Upgrade an older study after a backup copy; whether there was anything to do."""
    if _revision(engine) == _script().get_current_head():
        return False
    back_up()
    _migrate(engine)
    return True


def refuse_newer(engine: Engine, name: str) -> None:
    """Look whether this program knows the file's revision.

    Raises:
        FromTheFuture: when it does not.
    """
    if _revision(engine) not in {revision.revision for revision in _script().walk_revisions()}:
        raise FromTheFuture(name=name)


def refuse_other(engine: Engine, name: str) -> None:
    """Look whether the file has today's tables.

    Raises:
        FromTheFuture: when they are newer.
        NotAStudy: when they are older; opening the file to write upgrades it.
    """
    refuse_newer(engine, name)
    if _revision(engine) != _script().get_current_head():
        why = _("it is of an older version; open it once in a folder you can write to.")
        raise NotAStudy(name=name, why=why)


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    with as_file(files("qualcoder_nhs.storage") / "migrations") as folder:
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def _migrate(engine: Engine) -> None:
    """Batch mode drops tables, which RESTRICT refuses: foreign keys rest until it is done."""
    with engine.connect().execution_options(writes=True) as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None  # noqa: S101  (an open connection has one)
        driver.execute("PRAGMA foreign_keys = OFF")  # before BEGIN, or it does nothing
        try:
            with connection.begin():
                _run(connection)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _run(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the upgrade broke {len(broken)} references")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    search.rebuild(connection)
