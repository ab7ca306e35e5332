"""Making, opening, copying, restoring and wiping study files, each whole or not at all."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from qualcoder_nhs.domain.errors import AlreadyThere, DiskTrouble, NotAStudy, ReadOnly
from qualcoder_nhs.domain.ids import CoderId, StudyId, TranscriptId, new_id
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.study import StudyNote
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.storage import backups, engines, upgrades
from qualcoder_nhs.storage.forgetting import purge
from qualcoder_nhs.storage.places import Place, place_of
from qualcoder_nhs.storage.writer import Writer

BEGIN = N_("Begin study {}")

_HEADER = b"SQLite format 3\x00"


def create(path: Path, name: str, coder: str) -> Engine:
    """A new study file with its first coder, open to write.

    Raises:
        AlreadyThere: when the file is there; it is left alone.
        ReadOnly, DiskTrouble: when it cannot be made; nothing of it is left then.
    """
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise AlreadyThere(kind=_("file"), name=path.name) from error
    except OSError as error:
        raise DiskTrouble(name=path.name, why=error.strerror or str(error)) from error
    try:
        engine = _to_write(path)
        upgrades.make_tables(engine)
        _begin(engine, path, name, coder)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return engine


def _begin(engine: Engine, path: Path, name: str, coder: str) -> None:
    lead = Coder(CoderId(new_id()), coder, CoderRole.LEAD, datetime.now(UTC))
    with engines.writing(engine, path.name) as connection:
        write = Writer(connection, lead.id)
        write.add(StudyNote(StudyId(new_id()), name, write.now), lead)
        write.detail(name)
        write.seal()
        write.close(BEGIN)


def refuse_foreign(path: Path) -> None:
    """Look at the file without touching it.

    Raises:
        NotAStudy: when there is none, or it is something else, or not whole.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise NotAStudy(name=path.name, why=_("there is no such file.")) from error
    except OSError as error:
        why = _("it cannot be read ({why}).").format(why=error.strerror)
        raise NotAStudy(name=path.name, why=why) from error
    if not header.startswith(_HEADER):
        raise NotAStudy(name=path.name, why=_("it is not a qualcoder_nhs study."))
    if int.from_bytes(header[68:72], "big") != upgrades.APPLICATION:
        raise NotAStudy(name=path.name, why=_("it belongs to another program."))
    _refuse_short(path, header)


def _refuse_short(path: Path, header: bytes) -> None:
    """The header says how many pages the file has; a log beside it may hold the rest."""
    page = int.from_bytes(header[16:18], "big") or 1
    pages = int.from_bytes(header[28:32], "big")
    size = page if page > 1 else 65536
    if path.stat().st_size < pages * size and not path.with_name(path.name + "-wal").exists():
        why = _("it is cut short. Open a backup from the folder “{folder}”.")
        folder = backups.folder_of(path).name
        raise NotAStudy(name=path.name, why=why.format(folder=folder))


def open_to_write(path: Path) -> tuple[Engine, str]:
    """An engine on an up-to-date study; with it why no backup could be made, or nothing.

    Raises:
        NotAStudy, FromTheFuture, ReadOnly: the file is left as it is.
    """
    if not engines.may_write(path):
        raise ReadOnly(name=path.name)
    peek = engines.open_file(path, write=False)
    try:
        upgrades.refuse_newer(peek, path.name)
    except DatabaseError as error:
        raise NotAStudy(name=path.name, why=_damaged(path)) from error
    finally:
        peek.dispose()
    engine = _to_write(path)
    try:
        upgrades.bring_up_to_date(engine, lambda: backups.back_up(path, engine))
        return engine, _back_up(path, engine)
    except DatabaseError as error:
        engine.dispose()
        raise NotAStudy(name=path.name, why=_damaged(path)) from error


def _damaged(path: Path) -> str:
    folder = backups.folder_of(path).name
    return _("it is damaged. Open a backup from the folder “{folder}”.").format(folder=folder)


def _back_up(path: Path, engine: Engine) -> str:
    try:
        backups.back_up_if_changed(path, engine)
    except DiskTrouble as trouble:
        return trouble.why
    return ""


def _to_write(path: Path) -> Engine:
    return engines.open_file(path, write=True, shared=place_of(path) is Place.PLAIN)


def open_to_read(path: Path) -> Engine:
    """An engine that changes neither the file nor its folder.

    Raises:
        NotAStudy, FromTheFuture: when this program cannot read it as it is.
    """
    engine = engines.open_file(path, write=False)
    try:
        upgrades.refuse_other(engine, path.name)
    except DatabaseError as error:
        engine.dispose()
        raise NotAStudy(name=path.name, why=_damaged(path)) from error
    return engine


def copy(source: Path, target: Path) -> None:
    """The whole study in another file, as it is now.

    Raises:
        DiskTrouble: when it could not be written; nothing of it is left then.
    """
    backups.write_copy(source, target)


def restore(study: Path, backup: Path) -> Path:
    """Put a backup in the study's place; what stood there is kept beside it, and named.

    The study must be closed.

    Raises:
        DiskTrouble: when it could not be written; the study is as it was then.
    """
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H-%M-%S")
    aside = study.with_name(f"{study.stem} before restoring {stamp}.qnhs")
    backups.write_copy(study, aside)
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(study)) as target:
        source.backup(target)
    return aside


def wipe(study: Path, engine: Engine, transcript: TranscriptId) -> None:
    """Leave no page of a purged transcript in the file, its log or its backups.

    A backup that cannot be purged, because it is older or damaged, goes.
    """
    _compact(engine)
    for backup in backups.backups_of(study):
        try:
            copied = engines.open_file(backup.path, write=True, shared=False)
            with engines.writing(copied, backup.path.name) as connection:
                purge(connection, transcript)
            _compact(copied)
            copied.dispose()
        except (DatabaseError, DiskTrouble, ReadOnly):
            backup.path.unlink(missing_ok=True)


def _compact(engine: Engine) -> None:
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        if driver is not None:
            driver.execute("VACUUM")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
