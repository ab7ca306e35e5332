"""A file that appears whole or not at all, whatever stops the writing of it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR
from uuid import uuid4

from qualcoder_nhs.domain.errors import NotWritten
from qualcoder_nhs.i18n import N_, _

_WHY = {
    errno.ENOENT: N_("there is no such folder."),
    errno.ENOTDIR: N_("there is no such folder."),
    errno.EISDIR: N_("a folder of that name stands there."),
    errno.ENOSPC: N_("the disk is full."),
    errno.EROFS: N_("the folder can only be read."),
    errno.ENAMETOOLONG: N_("the name is too long."),
}

_BUSY = N_("it is open in another program or protected; close it there and try again.")
_CLOSED = N_("files cannot be put in this folder; choose another one.")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a place beside `path` to write to; when all went well, it takes the place of `path`.

    When anything is raised, Stop included, the new file is removed and the old one is untouched.
    Where `path` is a link, what it leads to is what is written.

    Raises:
        NotWritten: when the disk, the folder or another program is in the way.
    """
    place = path.resolve() if path.is_symlink() else path
    beside = place.with_name(f".{uuid4().hex[:12]}{path.suffix}")
    try:
        yield beside
        beside.replace(place)
    except OSError as error:
        raise NotWritten(path.name, _why(error, path)) from error
    finally:
        _removed(beside)


def _why(error: OSError, path: Path) -> str:
    mode = _mode(path)
    if mode is not None and S_ISDIR(mode):
        return _(_WHY[errno.EISDIR])
    if isinstance(error, PermissionError):
        return _(_BUSY if mode is not None else _CLOSED)
    why = _WHY.get(error.errno or 0)
    return _(why) if why else f"{error.strerror or error}."


def _mode(path: Path) -> int | None:
    """What stands there already, if anything does and may be looked at."""
    try:
        return path.stat().st_mode
    except OSError:
        return None


def _removed(beside: Path) -> None:
    """Take away what is left; where even that fails, the first error is the one to tell."""
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        return
