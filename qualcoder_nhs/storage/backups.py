"""Copies of the study in a folder beside it: the newest ten, made with SQLite's own backup."""

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select

from qualcoder_nhs.domain.errors import DiskTrouble
from qualcoder_nhs.storage.engines import clear_side_files, connect, reading
from qualcoder_nhs.storage.schema import steps

KEPT = 10

_STAMP = r"\d{4}-\d\d-\d\d \d\d-\d\d-\d\d"
_NUMBER = re.compile(_STAMP + r"(?:-(\d+))? ")
_NAME = re.compile(rf"({_STAMP})(?:-(\d+))? step (\d+)\.qnhs")
_UNFINISHED = ".part"


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
        if match := _NAME.fullmatch(path.name):
            made = datetime.strptime(match[1], "%Y-%m-%d %H-%M-%S").astimezone()
            found.append((made, int(match[2] or 1), Backup(path, made, int(match[3]))))
    return [backup for *_, backup in sorted(found, key=lambda line: line[:2], reverse=True)]


def back_up_if_changed(study: Path, engine: Engine) -> Path | None:
    """A new copy when the last one lacks a step; None when it has them all.

    Raises:
        DiskTrouble: when it could not be written; what was written of it is gone again.
    """
    known = backups_of(study)
    last = _last_step(engine, study.name)
    if known and known[0].step == last:
        return None
    return back_up(study, last)


def back_up(study: Path, step: int) -> Path:
    """A new copy, named after the last step in it; all but the newest ten go.

    Raises:
        DiskTrouble: when it could not be written; what was written of it is gone again.
    """
    target = free_name(study, f"step {step}")
    write_copy(study, target)
    with suppress(OSError):  # open in another program: it goes with the next
        for old in backups_of(study)[KEPT:]:
            old.path.unlink(missing_ok=True)
    return target


def back_up_now(study: Path, engine: Engine) -> Path:
    """A new copy in any case.

    Raises:
        DiskTrouble: when it could not be written; what was written of it is gone again.
    """
    return back_up(study, _last_step(engine, study.name))


def write_copy(source: Path, target: Path) -> None:
    """The whole study in another file, as it is at this moment, whoever writes to it.

    What stood at the target is replaced as a whole at the end.

    Raises:
        DiskTrouble: when it could not be written; what was written of it is gone again.
    """
    unfinished = target.with_name(target.name + _UNFINISHED)
    try:
        unfinished.unlink(missing_ok=True)
        with (
            closing(connect(source, write=False)) as whole,
            closing(sqlite3.connect(unfinished, isolation_level=None)) as copy,
        ):
            whole.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        clear_side_files(target)  # of what is replaced: they would be taken for the copy's
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or str(error)
        raise DiskTrouble(name=target.name, why=why) from error


def free_name(study: Path, what: str) -> Path:
    """A name for a copy made now that no other has, in a folder that is there.

    Raises:
        DiskTrouble: when the folder could not be made.
    """
    folder = folder_of(study)
    try:
        folder.mkdir(exist_ok=True)
        for left in folder.glob(f"*{_UNFINISHED}"):  # by a crash
            left.unlink(missing_ok=True)
    except OSError as error:
        raise DiskTrouble(name=study.name, why=error.strerror or str(error)) from error
    stamp = f"{datetime.now().astimezone():%Y-%m-%d %H-%M-%S}"
    alike = (_NUMBER.match(path.name) for path in folder.glob(f"{stamp}*.qnhs"))
    number = 1 + max((int(match[1] or 1) for match in alike if match), default=0)
    return folder / f"{stamp}{f'-{number}' if number > 1 else ''} {what}.qnhs"


def _last_step(engine: Engine, name: str) -> int:
    newest = select(steps.c.id).order_by(steps.c.id.desc()).limit(1)
    with reading(engine, name) as connection:
        return connection.scalar(newest) or 0
