"""STUDIES: every kind of file that studies of other programs come in, known by their content."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.foreign.closed_files import way_out
from qualcoder_nhs.importers.qualcoder import project as qualcoder
from qualcoder_nhs.importers.refi.project import is_project, read_project
from qualcoder_nhs.importers.rqda import project as rqda
from qualcoder_nhs.importers.taguette import project as taguette
from qualcoder_nhs.importers.transcript_formats import is_document


@dataclass(frozen=True)
class StudyFormat:
    """A kind of file that holds a whole study of another program.

    `recognises` looks at the content and never raises; `read` returns the study or raises
    `BadFile`. `suffixes` are what such files usually end in.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Path], bool]
    read: Callable[[Path], ForeignStudy]


STUDIES: tuple[StudyFormat, ...] = (
    StudyFormat("refi", N_("REFI-QDA project"), (".qdpx",), is_project, read_project),
    StudyFormat("qualcoder", "QualCoder", (".qda",), qualcoder.is_project, qualcoder.read),
    StudyFormat("taguette", "Taguette", (".sqlite3",), taguette.is_project, taguette.read),
    StudyFormat("rqda", "RQDA", (".rqda",), rqda.is_project, rqda.read),
)


def is_study(path: Path) -> bool:
    """Whether the file holds a study of another program, whatever it is called.

    One that ends as such files do is taken for one, so that it is refused as one, unless it is a
    document of another kind; and so is what only the program that wrote it can read. A pipe or a
    device is none: reading from one may never end.
    """
    if not _can_be_looked_at(path):
        return False
    if any(one.recognises(path) for one in STUDIES):
        return True
    suffix = path.suffix.casefold()
    ends_so = any(suffix in one.suffixes for one in STUDIES) or bool(way_out(path))
    return ends_so and not is_document(path)


def read_study(path: Path) -> ForeignStudy:
    """The study in the file.

    Raises:
        BadFile: when it holds none, is damaged, or made to do harm.
    """
    if not _can_be_looked_at(path):
        raise BadFile(name=path.name, why=_("there is no such file or folder."))
    known = next((one for one in STUDIES if one.recognises(path)), None)
    if known is None and (why := way_out(path)):
        raise BadFile(name=path.name, why=why)
    suffix = path.suffix.casefold()
    known = known or next((one for one in STUDIES if suffix in one.suffixes), None)
    if known is None:
        raise BadFile(name=path.name, why=_("it is no study of a program that is known here."))
    return known.read(path)


def _can_be_looked_at(path: Path) -> bool:
    return path.is_file() or path.is_dir()
