"""What keeps a hostile file from doing harm: sizes looked at before and while it is unpacked."""

import zipfile
import zlib
from collections.abc import Iterable
from io import SEEK_END, BytesIO
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

LARGEST = 64_000_000
LARGEST_UNPACKED = 200_000_000
LARGEST_RATIO = 200
_RATIO_COUNTS_FROM = 10_000_000
_MOST_PARTS = 5_000
_CHUNK = 1_000_000
_LONGEST_LIST = 4_000_000
_LONGEST_TAIL = 66_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = ("vbaproject.bin", "basic/script-lc.xml", "/script-lb.xml")
_READ = (".xml", ".rels")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,  # ways of packing that such files do not use
    RuntimeError,  # parts under a password
)


def content_of(path: Path, largest: int = LARGEST) -> bytes:
    """What stands in a file.

    Raises:
        BadFile: when it cannot be read, is empty, or is larger than such a file can be.
    """
    return _opened(path, largest, largest)


def _opened(path: Path, largest: int, most: int) -> bytes:
    """The first bytes of a file that is no larger than `largest`."""
    try:
        if path.is_dir():
            why = _("it is a folder. Name the files in it.")
            raise BadFile(name=path.name or str(path), why=why)
        if path.exists() and not path.is_file():
            # A pipe without a writer would be waited for, and a device read without an end.
            raise BadFile(name=path.name, why=_("it is a pipe or a device, and no file."))
        if path.stat().st_size > largest:
            why = _("it is larger than any transcript, codebook or table of codings.")
            raise BadFile(name=path.name, why=why)
        with path.open("rb") as file:
            content = file.read(most)
    except FileNotFoundError as error:
        raise BadFile(name=path.name, why=_("there is no such file.")) from error
    except (OSError, ValueError) as error:
        raise BadFile(name=path.name, why=_("it cannot be opened.")) from error
    if not content:
        raise BadFile(name=path.name, why=_("it is empty."))
    return content


def beginning_of(path: Path, size: int) -> bytes:
    """How a file begins, without reading all of it.

    Raises:
        BadFile: as `content_of` does, and when it is in a format of Office before 2007.
    """
    head = _opened(path, LARGEST, size)
    if head.startswith(_OLD_OFFICE):
        raise BadFile(name=path.name, why=_protected())
    return head


def parts_of(path: Path) -> frozenset[str]:
    """The names of the parts of a zip archive; none where it is damaged or has far too many."""
    try:
        _refuse_long_list(path)
        with zipfile.ZipFile(path) as archive:
            return frozenset(archive.namelist())
    except _DAMAGED:
        return frozenset()


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


def open_document(path: Path) -> zipfile.ZipFile:
    """An OpenDocument file unpacked, with its words but without its pictures.

    Raises:
        BadFile: when it is none, or would unpack to too much.
    """
    return zipfile.ZipFile(_office_file(path, "content.xml", LARGEST))


def _office_file(path: Path, heart: str, largest: int) -> BytesIO:
    """The file unpacked where it has the part that makes it what it should be."""
    content = content_of(path, largest)
    if content.startswith(_OLD_OFFICE):
        raise BadFile(name=path.name, why=_protected())
    try:
        _refuse_long_list(path)
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_bomb(path, archive.infolist())
            _refuse_strays(path, archive.namelist())
            if heart not in archive.namelist():
                raise BadFile(name=path.name, why=_("it is another kind of file than it says."))
            return _unpacked(path, archive)
    except _DAMAGED as error:
        raise BadFile(name=path.name, why=_("it is damaged, or not what its name says.")) from error


def _protected() -> str:
    return _("it is protected by a password, or in an old Office format. Save it anew without.")


def _refuse_long_list(path: Path) -> None:
    """The list of parts stands at the end of a zip, and is held in memory when it is opened.

    Raises:
        ValueError: when it is longer than the list of any such file.
    """
    with path.open("rb") as file:
        size = file.seek(0, SEEK_END)
        file.seek(max(0, size - _LONGEST_TAIL))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    listed = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if listed > _LONGEST_LIST or b"PK\x06\x07" in tail[max(0, at - 20) : max(0, at)]:
        raise ValueError(path.name)


def _refuse_bomb(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    """By the sizes that the parts claim; nothing is unpacked yet."""
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    swollen = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > LARGEST_RATIO
    if unpacked > LARGEST_UNPACKED or swollen or len(parts) > _MOST_PARTS:
        raise BadFile(name=path.name, why=_("it would unpack to far more than such a file holds."))


def _refuse_strays(path: Path, names: list[str]) -> None:
    """Nothing is written where a part says; a file that says so was made to do harm."""
    places = (name.replace("\\", "/") for name in names)
    if any(".." in place.split("/") or place[:1] == "/" or place[1:2] == ":" for place in places):
        raise BadFile(path.name, _("its parts name places outside of it."))


def refuse_macros(path: Path, parts: Iterable[str]) -> None:
    """Macros are never run; but a transcript has no need of them.

    Raises:
        BadFile: when there are any.
    """
    if any(name.casefold().endswith(_MACROS) for name in parts):
        raise BadFile(path.name, _("there are macros in it. Save it anew without."))


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
