"""Where the database of a QualCoder project lies: in its folder, named itself, or in a zip."""

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import BESIDE, STILL_OPEN, is_sqlite
from qualcoder_nhs.importers.safety import LARGEST_UNPACKED

DATABASE = "data.qda"
_RATIO = 200
_RATIO_COUNTS_FROM = 10_000_000
_MOST_PARTS = 100_000
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,  # parts under a password
)


def database_in(path: Path) -> Path | None:
    """The database of a project that is a folder or was named itself; None where there is none."""
    found = path / DATABASE if path.is_dir() else path
    return found if found.is_file() and is_sqlite(found) else None


def packed_in(path: Path) -> str:
    """The name of the database in a zip, the one nearest to the top; empty where there is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.namelist()
    except _UNREADABLE:
        return ""
    named = [part for part in parts[:_MOST_PARTS] if PurePosixPath(part).name == DATABASE]
    return min(named, key=lambda part: part.count("/"), default="")


def project_name(path: Path) -> str:
    """What the project is called: its folder's name."""
    folder = path.absolute().parent if path.name == DATABASE else path
    return folder.stem


def unpacked(path: Path) -> bytes:
    """The database of a project that is a zip.

    Raises:
        BadFile: when there is none, or it cannot be unpacked.
    """
    part = packed_in(path) if path.is_file() else ""
    if not part:
        why = _("there is no {file} in it; name the folder of the project.").format(file=DATABASE)
        raise BadFile(path.name, why)
    try:
        with zipfile.ZipFile(path) as archive:
            told = archive.getinfo(part)
            swollen = told.file_size > max(_RATIO_COUNTS_FROM, _RATIO * told.compress_size)
            if told.file_size > LARGEST_UNPACKED or swollen:
                raise BadFile(path.name, _("it would unpack to far more than such a file holds."))
            beside = {one.filename: one.file_size for one in archive.infolist()}
            if any(beside.get(part + ending) for ending in BESIDE):
                raise BadFile(path.name, _(STILL_OPEN))
            with archive.open(told) as packed:
                return packed.read(LARGEST_UNPACKED)
    except _UNREADABLE as error:
        raise BadFile(path.name, _("it is damaged, or no zip that can be read.")) from error
