"""What keeps a hostile file from doing harm: sizes looked at before anything is unpacked."""

import zipfile
from io import BytesIO
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

LARGEST = 64_000_000
LARGEST_UNPACKED = 400_000_000
LARGEST_RATIO = 200
_RATIO_COUNTS_FROM = 10_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def content_of(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        BadFile: when it cannot be read, is empty, or is larger than any transcript.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BadFile(name=path.name, why=_("it is larger than any transcript."))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile(name=path.name, why=_("there is no such file.")) from error
    except (OSError, ValueError) as error:
        raise BadFile(name=path.name, why=_("it cannot be opened.")) from error
    if not content:
        raise BadFile(name=path.name, why=_("it is empty."))
    return content


def word_file(path: Path) -> BytesIO:
    """A Word file whose parts are of a size that can be unpacked.

    Raises:
        BadFile: when it is none, is protected by a password, or would unpack to too much.
    """
    content = content_of(path)
    if content.startswith(_OLD_OFFICE):
        why = _("it is protected by a password, or in the old .doc format. Save it as .docx.")
        raise BadFile(name=path.name, why=why)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadFile(name=path.name, why=_("it is damaged, or no Word file.")) from error
    _refuse_bomb(path, parts)
    if "word/document.xml" not in {part.filename for part in parts}:
        raise BadFile(name=path.name, why=_("it is no Word document."))
    return BytesIO(content)


def _refuse_bomb(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    swollen = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > LARGEST_RATIO
    if unpacked > LARGEST_UNPACKED or swollen:
        raise BadFile(name=path.name, why=_("it would unpack to far more than a transcript."))
