"""Alembic run in process: makes a new study's tables, brings an older study up to today's."""

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import Connection, Engine

from qualcoder_nhs.domain.errors import FromTheFuture, NotAStudy
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import engines, integrity, search
from qualcoder_nhs.storage.drift import lay_floor

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
        if _revision(connection) == max(revisions()):
            return False
    back_up()
    with engines.rebuilding(engine, name) as connection:
        _run(connection)
        lay_floor(connection)
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
    if revision not in revisions():
        raise FromTheFuture(name=name)


def refuse_other(engine: Engine, name: str) -> None:
    """Look whether the file has today's tables.

    Raises:
        FromTheFuture: when they are newer.
        NotAStudy: when they are older, or the file is damaged.
    """
    refuse_newer(engine, name)
    with engines.reading(engine, name) as connection:
        if _revision(connection) != max(revisions()):
            why = _("it is of an older version; open it once in a folder you can write to.")
            raise NotAStudy(name=name, why=why)


def revisions() -> frozenset[str]:
    """Every revision that this program knows, by the numbers their files begin with.

    They are read off without Alembic, which takes longer to load than a study to open.
    """
    return frozenset(file.name[1:5] for file in (_folder() / "versions").glob("r[0-9]*.py"))


def _revision(connection: Connection) -> str | None:
    """The number that a study carries; None where it has none, and a foreign word where several."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    carried = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    return "/".join(map(str, carried)) or None


def _folder() -> Path:
    with as_file(files("qualcoder_nhs.storage") / "migrations") as folder:
        return folder


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  (opening a study of today needs none of it)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    search.rebuild(connection)


def _refuse_broken(connection: Connection) -> None:
    """Foreign keys rested: nothing may name a row that is not there any more."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the upgrade broke {len(broken)} references")
