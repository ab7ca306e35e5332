"""Copies of the study in a folder beside it: the newest ten, made with SQLite's own backup."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select

from qualcoder_nhs.domain.errors import DiskTrouble
from qualcoder_nhs.storage.engines import reading
from qualcoder_nhs.storage.schema import steps

KEPT = 10

_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?:-\d+)? step (\d+)\.qnhs")


@dataclass(frozen=True)
class Backup:
    """A copy with the time it was made and the last step it holds."""

    path: Path
    made: datetime
    step: int


def folder_of(study: Path) -> Path:
    """Where the copies of a study lie."""
    return study.with_name(f"{study.stem} backups")


def backups_of(study: Path) -> list[Backup]:
    """The copies there are, newest first."""
    found = []
    for path in folder_of(study).glob("*.qnhs"):
        match = _NAME.fullmatch(path.name)
        if match:
            made = datetime.strptime(match[1], "%Y-%m-%d %H-%M-%S").astimezone()
            found.append(Backup(path, made, int(match[2])))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def back_up_if_changed(study: Path, engine: Engine) -> Path | None:
    """A new copy when the last one lacks a step; None when it has them all."""
    known = backups_of(study)
    if known and known[0].step == _last_step(engine):
        return None
    return back_up(study, engine)


def back_up(study: Path, engine: Engine) -> Path:
    """A new copy; all but the newest ten go.

    Raises:
        DiskTrouble: when it could not be written; what was written of it is gone again.
    """
    folder = folder_of(study)
    now = datetime.now().astimezone()
    target = _free(folder, f"{now:%Y-%m-%d %H-%M-%S}", _last_step(engine))
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise DiskTrouble(name=study.name, why=error.strerror or str(error)) from error
    write_copy(study, target)
    for old in backups_of(study)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return target


def write_copy(study: Path, target: Path) -> None:
    """The whole study in another file, as it is at this moment, whoever writes to it.

    Raises:
        DiskTrouble: when it could not be written; what was written of it is gone again.
    """
    unfinished = target.with_name(target.name + ".part")
    try:
        with (
            closing(sqlite3.connect(study)) as source,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise DiskTrouble(name=target.name, why=str(error)) from error


def _free(folder: Path, stamp: str, step: int) -> Path:
    target = folder / f"{stamp} step {step}.qnhs"
    number = 2
    while target.exists():
        target = folder / f"{stamp}-{number} step {step}.qnhs"
        number += 1
    return target


def _last_step(engine: Engine) -> int:
    newest = select(steps.c.id).order_by(steps.c.id.desc()).limit(1)
    with reading(engine) as connection:
        return connection.scalar(newest) or 0
