"""Making and opening study files, each whole or not at all; a file that is refused is untouched."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    DiskTrouble,
    NotAStudy,
    NotMade,
    ReadOnly,
    Refusal,
    Unreadable,
)
from qualcoder_nhs.domain.ids import CoderId, StudyId, new_id
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.study import StudyNote
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.storage import backups, engines, upgrades, wiping
from qualcoder_nhs.storage.holder import Holder
from qualcoder_nhs.storage.places import Place, place_of
from qualcoder_nhs.storage.writer import Writer

BEGIN = N_("Begin study {}")

_HEADER = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Opened:
    """An engine on an up-to-date study, with what did not work beside it.

    `backup_trouble` says why no backup could be made, or nothing; `unwiped` whether words of a
    forgotten transcript may still stand in the log or a backup.
    """

    engine: Engine
    backup_trouble: str = ""
    unwiped: bool = False


def hold_new(path: Path) -> Holder:
    """The lock of a study that is to be made here.

    Raises:
        AlreadyThere: when the file is there.
        NotMade: when the folder is not, or cannot be written.
    """
    if path.exists():
        raise AlreadyThere(kind=_("file"), name=path.name)
    if not path.parent.is_dir():
        why = _("there is no folder “{folder}”.").format(folder=path.parent)
        raise NotMade(name=path.name, why=why)
    try:
        return Holder(path)
    except ReadOnly as error:
        raise NotMade(name=path.name, why=_("its folder cannot be written.")) from error


def create(path: Path, name: str, coder: str, attributes: Iterable[AttributeDraft] = ()) -> Engine:
    """A new study file with its first coder and a list of attributes, open to write.

    Raises:
        AlreadyThere: when the file is there; it is left alone.
        NotMade: when it cannot be made; nothing of it is left then.
    """
    now = datetime.now(UTC)
    lead = Coder(CoderId(new_id()), coder, CoderRole.LEAD, now)
    note = StudyNote(StudyId(new_id()), name, now)
    create_with(path, Beginning(BEGIN, name, lead.id, (note, lead, *_listed(attributes))))
    return _to_write(path)


def _listed(drafts: Iterable[AttributeDraft]) -> Iterator[Attribute]:
    places: Counter[Subject] = Counter()
    for draft in drafts:
        yield draft.made(places[draft.subject])
        places[draft.subject] += 1


@dataclass(frozen=True)
class Beginning:
    """The first step of a study file, which cannot be undone: who makes it, and all it puts in."""

    label: str
    detail: str
    coder: CoderId
    values: tuple[object, ...]


def create_with(path: Path, beginning: Beginning) -> None:
    """A new study file with these values in it, closed.

    Raises:
        AlreadyThere: when the file is there; it is left alone.
        NotMade: when it cannot be made; nothing of it is left then.
    """
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise AlreadyThere(kind=_("file"), name=path.name) from error
    except OSError as error:
        raise NotMade(name=path.name, why=error.strerror or str(error)) from error
    try:
        _make(path, beginning)
    except BaseException as error:
        path.unlink(missing_ok=True)
        engines.clear_side_files(path)
        if isinstance(error, DiskTrouble):
            raise NotMade(name=path.name, why=error.why) from error
        raise


def _make(path: Path, beginning: Beginning) -> None:
    """Without a log, so that the file itself says from the first moment what it is."""
    engine = engines.open_file(path, write=True, shared=False)
    try:
        with engines.writing(engine, path.name) as connection:
            upgrades.make_tables(connection)
            write = Writer(connection, beginning.coder)
            write.add(*beginning.values)
            write.detail(beginning.detail)
            write.seal()
            write.close(beginning.label)
    finally:
        engine.dispose()


def refuse_foreign(path: Path) -> None:
    """Look at the file without touching it.

    Raises:
        NotAStudy: when there is none, or it is something else, or not whole.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        # A pipe without a writer would be waited for.
        raise NotAStudy(name=path.name, why=_("it is a pipe or a device, and no file."))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise NotAStudy(name=path.name, why=_("there is no such file.")) from error
    except OSError as error:
        why = _("it cannot be read ({why}).").format(why=error.strerror)
        raise NotAStudy(name=path.name, why=why) from error
    if len(header) < 100 or not header.startswith(_HEADER):
        raise NotAStudy(name=path.name, why=_("it is not a qualcoder_nhs study."))
    if int.from_bytes(header[68:72], "big") != upgrades.APPLICATION:
        raise NotAStudy(name=path.name, why=_("it belongs to another program."))
    _refuse_short(path, header)


def _refuse_short(path: Path, header: bytes) -> None:
    """The header says how many pages there are; what a crash left beside the file may hold some."""
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    size = 65536 if page == 1 else page
    crashed = any(engines.beside(path, ending).exists() for ending in ("-wal", "-journal"))
    if path.stat().st_size < pages * size and not crashed:
        raise NotAStudy(name=path.name, why=_("it is cut short.") + _way_on(path))


def _way_on(path: Path) -> str:
    """Where its backups are; nothing where there are none."""
    if not backups.backups_of(path):
        return ""
    return " " + _("Open a backup from the folder “{folder}”.").format(
        folder=backups.folder_of(path).name
    )


def refuse_read_only(path: Path) -> None:
    """Look whether the file can be changed and files be made beside it.

    Raises:
        ReadOnly: when not.
    """
    if not engines.may_write(path):
        raise ReadOnly(name=path.name)


def open_to_write(path: Path) -> Opened:
    """A study brought up to date, backed up where it changed.

    Raises:
        NotAStudy, FromTheFuture: the file is left as it is.
        DiskTrouble: when it had to be upgraded and could not; it is as it was.
    """
    peek(path)
    engine = _to_write(path)
    try:
        upgrades.bring_up_to_date(engine, path.name, lambda: backups.back_up_now(path, engine))
        clean = wiping.wipe(path, engine)
        return Opened(engine, _back_up(path, engine), not clean)
    except BaseException:
        engines.let_go(engine, path)
        raise


def peek(path: Path) -> None:
    """Look inside without changing a byte, before anything is opened to be written.

    Raises:
        NotAStudy: when it is damaged.
        FromTheFuture: when it is newer than this program.
    """
    engines.finish_rollback(path)
    engine = engines.open_file(path, write=False)
    try:
        upgrades.refuse_newer(engine, path.name)
    except Unreadable as error:
        raise _not_readable(path, error) from error
    finally:
        engine.dispose()


def _not_readable(path: Path, error: Unreadable) -> Refusal:
    why = _("it cannot be read ({why}).").format(why=error.why)
    return NotAStudy(name=path.name, why=why + _way_on(path))


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
    engines.finish_rollback(path)
    engine = engines.open_file(path, write=False)
    try:
        upgrades.refuse_other(engine, path.name)
    except Unreadable as error:
        raise _not_readable(path, error) from error
    return engine
