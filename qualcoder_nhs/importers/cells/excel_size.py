"""How much a workbook holds, counted before it is read: each cell takes a reader its time."""

import zipfile
from io import BytesIO
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

_MOST_TAGS = 1_600_000  # around cells and their words; a cell has four to eight
_MOST_OF_LOOKS = 200_000  # of all else; a workbook has 64,000 formats at most
_LARGEST = 80_000_000  # bytes of cells and their words
_CELLS = ("xl/worksheets/", "xl/sharedstrings")
_ROW = b"<row"


def refuse_endless(path: Path, content: BytesIO, most_rows: int) -> None:
    """Rows below so many are not counted, since they are not read.

    Raises:
        BadFile: when it holds more than any table of talk, codebook or survey.
    """
    size = elements = looks = 0
    with zipfile.ZipFile(content) as parts:
        for part in parts.infolist():
            if part.filename.casefold().startswith(_CELLS):
                words = _as_far_as_read(parts.read(part), most_rows)
                size, elements = size + len(words), elements + words.count(b"<")
            else:
                looks += parts.read(part).count(b"<")
            if size > _LARGEST or elements > _MOST_TAGS or looks > _MOST_OF_LOOKS:
                raise BadFile(path.name, _("it holds far more cells than any table of talk."))
    content.seek(0)


def _as_far_as_read(part: bytes, most_rows: int) -> bytes:
    at = -1
    for _row in range(most_rows + 1):
        at = part.find(_ROW, at + 1)
        if at < 0:
            return part
    return part[:at]
