"""Descriptions of people and groups from CSV, Excel, or cells copied from a sheet."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.people_table import PeopleTable, people_table
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.sheet import Sheet, pasted_sheet, read_sheet


def read_people(path: Path) -> PeopleTable:
    """The table in a file.

    Raises:
        BadFile: when it is no table, or no column says whom it is about.
    """
    table = _table(read_sheet(path))
    if table is None:
        why = _("no column says whom a row is about: “transcript”, “label” or “participant”.")
        raise BadFile(path.name, why)
    return table


def pasted_people(text: str) -> PeopleTable | None:
    """The table in copied cells, header included; None where no column says whom it is about."""
    return _table(pasted_sheet(text))


def _table(sheet: Sheet) -> PeopleTable | None:
    table = people_table(sheet.columns, sheet.rows)
    named = any((row.transcript, row.label, row.name) != ("", "", "") for row in table.rows)
    return table if named else None
