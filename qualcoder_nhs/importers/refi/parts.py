"""What a REFI-QDA file consists of: its XML and the texts beside it, unpacked with care."""

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.safety import LARGEST, LARGEST_RATIO, LARGEST_UNPACKED

ZIP = b"PK\x03\x04"
_LARGEST_XML = 128_000_000
_LARGEST_PACKED = 8_000_000_000  # recordings and films may lie in it, and stay there
_RATIO_COUNTS_FROM = 10_000_000
_MOST_PARTS = 50_000
_CHUNK = 1_000_000
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,  # ways of packing that are not known here
    RuntimeError,  # parts under a password
)


class Parts:
    """The parts of a project that are read: its XML, and texts by their names.

    A part is known by its last name, whatever folder and case a path says; of several of one name
    it is the one whose folders agree the farthest. Blanks and accents may be written as `%20`.

    A film or a picture beside them is never unpacked. All parts together may unpack to no more than
    a study can hold; how large a part says it is counts for nothing.
    """

    def __init__(self, name: str, archive: zipfile.ZipFile | None, project: bytes = b"") -> None:
        self._name = name
        self._archive = archive
        self._left = LARGEST_UNPACKED
        self._named: dict[str, list[zipfile.ZipInfo]] = defaultdict(list)
        self.project = project
        if archive is not None:
            self._look_at(archive.infolist())

    def _look_at(self, listed: list[zipfile.ZipInfo]) -> None:
        if len(listed) > _MOST_PARTS:
            raise BadFile(name=self._name, why=_("it has more parts than any project."))
        if any(_leads_out(part.filename) for part in listed):
            why = _("a part of it names a place outside of it, which no program does by accident.")
            raise BadFile(name=self._name, why=why)
        for part in sorted(listed, key=lambda one: _remoteness(one.filename)):
            self._named[_bare(part.filename)].append(part)
        self.project = self._unpacked(_heart(self._name, listed), _LARGEST_XML)

    def holds(self, path: str) -> bool:
        """Whether there is a part that this path means."""
        return self._meant(path) is not None

    def read(self, path: str) -> bytes:
        """The part that this path means; nothing where there is none.

        Raises:
            BadFile: when it is under a password, damaged, or swells to far more than texts do.
        """
        part = self._meant(path)
        return self._unpacked(part, LARGEST) if part is not None else b""

    def _meant(self, path: str) -> zipfile.ZipInfo | None:
        for written in (path, unquote(path)):
            if named := self._named.get(_bare(written)):
                return max(named, key=lambda part: _likeness(part.filename, written))
        return None

    def _unpacked(self, part: zipfile.ZipInfo, most: int) -> bytes:
        if part.flag_bits & 1:
            why = _("it is protected by a password. Save it anew without.")
            raise BadFile(name=self._name, why=why)
        if self._archive is None:
            return b""
        try:
            with self._archive.open(part) as packed:
                content = self._within_bounds(packed, max(1, part.compress_size), most)
        except _DAMAGED as error:
            raise BadFile(name=self._name, why=_broken()) from error
        self._left -= len(content)
        return content

    def _within_bounds(self, packed: IO[bytes], size: int, most: int) -> bytes:
        pieces: list[bytes] = []
        unpacked = 0
        while piece := packed.read(_CHUNK):
            pieces.append(piece)
            unpacked += len(piece)
            swollen = unpacked > _RATIO_COUNTS_FROM and unpacked / size > LARGEST_RATIO
            if swollen or unpacked > min(most, self._left):
                why = _("it would unpack to far more than such a file holds.")
                raise BadFile(name=self._name, why=why)
        return b"".join(pieces)


@contextmanager
def parts_of(path: Path) -> Iterator[Parts]:
    """A project's parts; of an XML file on its own that file.

    Raises:
        BadFile: when it is no project, is damaged, or names places outside of it.
    """
    try:
        if path.stat().st_size > _LARGEST_PACKED:
            raise BadFile(name=path.name, why=_("it is larger than any project."))
        with path.open("rb") as file:
            if file.read(4) != ZIP:
                file.seek(0)
                alone = file.read(_LARGEST_XML + 1)
                if len(alone) > _LARGEST_XML:
                    raise BadFile(name=path.name, why=_("it is larger than any project."))
                yield Parts(path.name, None, alone)
                return
            with zipfile.ZipFile(file) as archive:
                yield Parts(path.name, archive)
    except _DAMAGED as error:
        raise BadFile(name=path.name, why=_broken()) from error


def _broken() -> str:
    return _("it is damaged, or was not copied to its end. Copy it, or export it, anew.")


def is_project_archive(path: Path) -> bool:
    """Whether this is a zip with the XML of a project at its root, whatever it is called."""
    try:
        with path.open("rb") as file:
            if file.read(4) != ZIP:
                return False
            with zipfile.ZipFile(file) as archive:
                return any(map(_may_be_heart, archive.namelist()))
    except _DAMAGED:
        return False


def _may_be_heart(name: str) -> bool:
    """At the root, or one folder deep, as in a project that was unpacked and packed again."""
    *folders, last = re.split(r"[/\\]", name)
    packed_again = len(folders) <= 1 and "__MACOSX" not in folders
    return packed_again and last.casefold().endswith(".qde") and not last.startswith(".")


def _heart(name: str, listed: Iterable[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    """`project.qde`, or the one file of that kind: ATLAS.ti names it as the project."""
    found = [part for part in listed if _may_be_heart(part.filename)]
    root = [part for part in found if part.filename == _last(part.filename)]
    usual = [part for part in root or found if _last(part.filename).casefold() == "project.qde"]
    if len(usual or root or found) != 1:
        raise BadFile(name=name, why=_("there is no project.qde in it, or several."))
    return (usual or root or found)[0]


def _remoteness(name: str) -> tuple[bool, int]:
    """What lies among the sources comes first, and there what lies in no further folder."""
    among_sources = re.search(r"(^|[/\\])sources[/\\]", name, re.IGNORECASE) is not None
    return not among_sources, len(_steps(name))


def _leads_out(name: str) -> bool:
    steps = re.split(r"[/\\]", name)
    return ".." in steps or steps[0] == "" or re.match(r"[A-Za-z]:", name) is not None


def _likeness(one: str, other: str) -> tuple[int, int]:
    """How far two paths agree from their ends on, in whatever case and then to the letter."""
    return _steps_alike(one.casefold(), other.casefold()), _steps_alike(one, other)


def _steps_alike(one: str, other: str) -> int:
    pairs = zip(reversed(_steps(one)), reversed(_steps(other)), strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _bare(path: str) -> str:
    return _last(path).casefold()


def _last(path: str) -> str:
    return _steps(path)[-1]


def _steps(path: str) -> list[str]:
    return re.split(r"[/\\]", path)
