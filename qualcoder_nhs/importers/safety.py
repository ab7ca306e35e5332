"""What keeps a hostile file from doing harm: sizes looked at before and while it is unpacked."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

LARGEST = 64_000_000
LARGEST_UNPACKED = 200_000_000
LARGEST_RATIO = 200
_RATIO_COUNTS_FROM = 10_000_000
_MOST_PARTS = 5_000
_CHUNK = 1_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_READ = (".xml", ".rels")


def content_of(path: Path, largest: int = LARGEST) -> bytes:
    """What stands in a file.

    Raises:
        BadFile: when it cannot be read, is empty, or is larger than such a file can be.
    """
    try:
        if path.is_dir():
            why = _("it is a folder. Name the files in it.")
            raise BadFile(name=path.name or str(path), why=why)
        if path.stat().st_size > largest:
            why = _("it is larger than any transcript, codebook or table of codings.")
            raise BadFile(name=path.name, why=why)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile(name=path.name, why=_("there is no such file.")) from error
    except (OSError, ValueError) as error:
        raise BadFile(name=path.name, why=_("it cannot be opened.")) from error
    if not content:
        raise BadFile(name=path.name, why=_("it is empty."))
    return content


def word_file(path: Path) -> BytesIO:
    """A Word file unpacked, with its words but without its pictures.

    Raises:
        BadFile: when it is none, is protected by a password, or would unpack to too much.
    """
    return _office_file(path, "word/document.xml", LARGEST)


def excel_file(path: Path, largest: int = LARGEST) -> BytesIO:
    """An Excel file unpacked, with its cells but without its pictures.

    Raises:
        BadFile: when it is none, is protected by a password, or would unpack to too much.
    """
    return _office_file(path, "xl/workbook.xml", largest)


def _office_file(path: Path, heart: str, largest: int) -> BytesIO:
    """The file unpacked where it has the part that makes it what it should be."""
    content = content_of(path, largest)
    if content.startswith(_OLD_OFFICE):
        why = _("it is protected by a password, or in an old Office format. Save it anew without.")
        raise BadFile(name=path.name, why=why)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_bomb(path, archive.infolist())
            if heart not in archive.namelist():
                raise BadFile(name=path.name, why=_("it is another kind of file than it says."))
            return _unpacked(path, archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,  # ways of packing that Word does not use
        RuntimeError,  # parts under a password
    ) as error:
        raise BadFile(name=path.name, why=_("it is damaged, or no Word or Excel file.")) from error


def _refuse_bomb(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    """By the sizes that the parts claim; nothing is unpacked yet."""
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    swollen = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > LARGEST_RATIO
    if unpacked > LARGEST_UNPACKED or swollen or len(parts) > _MOST_PARTS:
        raise BadFile(name=path.name, why=_("it would unpack to far more than such a file holds."))


def _unpacked(path: Path, archive: zipfile.ZipFile) -> BytesIO:
    """The parts as they are, read piece by piece: what a part claims of its size may be a lie."""
    result = BytesIO()
    left = LARGEST_UNPACKED
    with zipfile.ZipFile(result, "w") as plain:
        for part in {part.filename: part for part in archive.infolist()}.values():
            words = b""
            if part.filename.casefold().endswith(_READ):
                words = _words_of(archive, part, left)
            left -= len(words)
            if left < 0:
                why = _("it would unpack to far more than such a file holds.")
                raise BadFile(name=path.name, why=why)
            plain.writestr(zipfile.ZipInfo(part.filename), words)
    return result


def _words_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """What stands in a part; a little more than `most` at most."""
    pieces = []
    with archive.open(part) as packed:
        while most >= 0 and (piece := packed.read(_CHUNK)):
            pieces.append(piece)
            most -= len(piece)
    return b"".join(pieces)
