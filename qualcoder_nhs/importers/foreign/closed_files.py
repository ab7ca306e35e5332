"""Projects that only the program which wrote them can read: known, and told the way out of it."""

import re
from pathlib import Path, PurePosixPath

from qualcoder_nhs.domain.archive import PROJECT
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.safety import parts_of

_PROGRAMS = (
    ("NVivo", re.compile(r"\.nvpx?")),
    ("MAXQDA", re.compile(r"\.mex?\d*|\.mx\d*|\.mqex?\d*")),
    ("ATLAS.ti", re.compile(r"\.atlproj\d*|\.hpr\d*")),
)
_EXPORT = N_(
    "it is a project as {program} keeps it, which no other program reads. Open it in {program},"
    " export it from there as a REFI-QDA project (.qdpx), and import that."
)


def way_out(path: Path) -> str:
    """What to do about a project that cannot be read here; empty where this is none, by its name.

    Never raises for what is in the file.
    """
    suffix = path.suffix.casefold()
    for program, suffixes in _PROGRAMS:
        if suffixes.fullmatch(suffix):
            return _(_EXPORT).format(program=program)
    if suffix == ".qnhs":
        return _("it is a study of this program. Open it, or use Merge a pack or study….")
    if suffix == ".zip" and any(PurePosixPath(one).name == PROJECT for one in parts_of(path)):
        words = _("it is an archive of a study. Unpack it, and import the {project} in it.")
        return words.format(project=PROJECT)
    return ""
