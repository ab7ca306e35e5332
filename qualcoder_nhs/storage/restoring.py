"""Copying a study elsewhere, and putting a backup in its place."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from qualcoder_nhs.domain.errors import AlreadyThere, DiskTrouble, NotWritten, ReadOnly
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import backups, engines
from qualcoder_nhs.storage.holder import Holder


def copy(source: Path, target: Path) -> None:
    """The whole study in another file, as it is now; what stood there is replaced.

    Raises:
        AlreadyThere: when the target is the study itself.
        Held: when somebody works in the target.
        DiskTrouble, NotWritten: when it could not be written; nothing of it is left then.
    """
    target = target.resolve()
    if target.exists() and target.samefile(source):
        raise AlreadyThere(kind=_("file"), name=target.name)
    with _holding(target):
        backups.write_copy(source, target)


def _holding(target: Path) -> Holder:
    if not target.parent.is_dir():
        why = _("there is no folder “{folder}”.").format(folder=target.parent)
        raise NotWritten(name=target.name, why=why)
    try:
        return Holder(target)
    except ReadOnly as error:
        raise NotWritten(name=target.name, why=_("its folder cannot be written.")) from error


def restore(study: Path, backup: Path) -> Path | None:
    """Put a backup in the study's place; what stood there becomes a backup, and is named.

    A study that is too damaged to be copied page by page is kept byte by byte. The caller holds the
    study, and has it closed.

    Raises:
        DiskTrouble: when it could not be written; the study is as it was then.
    """
    coming = backups.folder_of(study) / f"restoring {study.name}"
    backups.write_copy(backup, coming)  # first, since a new backup may push the oldest out
    try:
        kept = _kept(study) if study.exists() else None
        engines.clear_side_files(study)
        coming.replace(study)
    except OSError as error:
        raise DiskTrouble(name=study.name, why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            coming.unlink(missing_ok=True)
    return kept


def _kept(study: Path) -> Path:
    try:
        with closing(engines.connect(study, write=False)) as readable:
            (step,) = readable.execute("SELECT coalesce(max(id), 0) FROM steps").fetchone()
        return backups.back_up(study, step)
    except (sqlite3.Error, DiskTrouble):
        return _kept_as_it_is(study)


def _kept_as_it_is(study: Path) -> Path:
    target = backups.free_name(study, "damaged")
    try:
        shutil.copyfile(study, target)
        for ending in engines.SIDE_FILES:
            if engines.beside(study, ending).exists():
                shutil.copyfile(engines.beside(study, ending), engines.beside(target, ending))
    except OSError:
        target.unlink(missing_ok=True)
        engines.clear_side_files(target)
        raise
    return target
