"""Answers to a survey from CSV or Excel: one row a respondent, columns looked at one by one."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.survey import Survey, columns_of
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.sheet import SHEETS, read_sheet
from qualcoder_nhs.importers.transcript_formats import file_hash

_BLANKED = dict.fromkeys(map(ord, "\0\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def read_survey(path: Path) -> Survey:
    """The table in a file, with what each of its columns is most likely meant for.

    Raises:
        BadFile: when it is no table, or none that a survey could be.
    """
    if path.suffix.casefold() not in SHEETS:
        why = _("survey answers are read from {kinds}.").format(kinds=", ".join(SHEETS))
        raise BadFile(path.name, why)
    sheet = read_sheet(path)
    titles: list[str] = []
    for title in sheet.columns:
        titles.append(unique_name(" ".join(title.split()) or _("Without a title"), titles))
    rows = tuple((line, tuple(map(_cleaned, cells))) for line, cells in sheet.rows)
    name = " ".join(path.stem.replace("_", " ").split())
    name = name[:1].upper() + name[1:]
    return Survey(name, path.name, file_hash(path), columns_of(titles, rows), rows)


def _cleaned(cell: str) -> str:
    """One kind of line end, no line without words, and nothing that cannot be seen."""
    plain = cell.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKED)
    return "\n".join(line.strip() for line in plain.split("\n") if line.strip())
