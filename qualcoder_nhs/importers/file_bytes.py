"""The bytes of a file that may be missing, too large, or no archive at all."""

import zipfile
from io import BytesIO
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

LARGEST = 20_000_000
LARGEST_UNPACKED = 100_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def bytes_of(path: Path, largest: int = LARGEST) -> bytes:
    """What stands in the file.

    Raises:
        BadFile: when it cannot be read, is empty or is larger than a codebook can be.
    """
    try:
        if path.stat().st_size > largest:
            raise BadFile(path.name, _("it is larger than a codebook can be."))
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadFile(path.name, _("it cannot be opened.")) from error
    if not content:
        raise BadFile(path.name, _("it is empty."))
    return content


def office_file(path: Path) -> BytesIO:
    """A Word or Excel file, looked at before anything is unpacked.

    Raises:
        BadFile: when it is no such file, is protected by a password, or would unpack to too much.
    """
    content = bytes_of(path)
    if content.startswith(_OLD_OFFICE):
        why = _("it is protected by a password or of the old Office format; save it anew without.")
        raise BadFile(path.name, why)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadFile(path.name, _("it is damaged or of another format.")) from error
    if unpacked > LARGEST_UNPACKED:
        raise BadFile(path.name, _("it would unpack to more than a codebook can be."))
    return BytesIO(content)
