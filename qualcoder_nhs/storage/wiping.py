"""Leaving no page of a forgotten transcript: in the file, in its log, in the backups."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage import backups, engines, upgrades
from qualcoder_nhs.storage.forgetting import forgotten, is_marked, knows, purge, unmark


def wipe(study: Path, engine: Engine) -> bool:
    """Leave no page of what was purged in the file, its log or its backups; whether all is gone.

    It is not while somebody else reads the study, or a backup is open elsewhere. The mark stays
    then, and the next opening tries again.
    """
    with engines.reading(engine, study.name) as connection:
        if not is_marked(connection):
            return True
        gone = forgotten(connection)
    left = [copy for copy in _copies(study) if not _wiped(copy, gone)]
    try:
        clean = engines.compact(engine) and not left
        if clean:
            with engines.writing(engine, study.name) as connection:
                unmark(connection)
    except (DBAPIError, sqlite3.Error, Refusal):
        return False
    return clean


def _copies(study: Path) -> list[Path]:
    """Whatever this program left in the folder of backups, kept copies of damaged files too.

    Databases come before what SQLite keeps beside them, which it may need to make them whole.
    """
    found = [path for path in backups.folder_of(study).glob("*.qnhs*") if path.is_file()]
    return sorted(found, key=lambda path: path.suffix != ".qnhs")


def _wiped(copy: Path, gone: list[TranscriptId]) -> bool:
    """A copy that cannot be purged, because it is older, damaged or half made, goes."""
    if not copy.exists():
        return True  # went with the copy it belonged to
    try:
        if copy.suffix == ".qnhs" and _purged(copy, gone):
            return True
        copy.unlink(missing_ok=True)
        engines.clear_side_files(copy)
    except OSError:
        return False
    return True


def _purged(copy: Path, gone: list[TranscriptId]) -> bool:
    engine = engines.open_file(copy, write=True, shared=False)
    try:
        upgrades.refuse_other(engine, copy.name)
        with engines.writing(engine, copy.name) as connection:
            known = [transcript for transcript in gone if knows(connection, transcript)]
            for transcript in known:
                purge(connection, transcript)
        return engines.compact(engine) if known else True
    except (Refusal, DBAPIError, sqlite3.Error):
        return False
    finally:
        engine.dispose()
