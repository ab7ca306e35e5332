"""Rows that no merge brings, read as they are: to be compared and counted, never believed."""

from sqlalchemy import Connection, Table, select

from qualcoder_nhs.domain.merge.beside import Other
from qualcoder_nhs.storage import schema

_KINDS: tuple[Table, ...] = (
    schema.guide_versions,
    schema.code_sets,
    schema.code_set_members,
    schema.themes,
    schema.theme_codes,
    schema.statements,
    schema.quotes,
    schema.summaries,
    schema.propositions,
    schema.voicings,
    schema.corrections,
    schema.decisions,
    schema.rechecks,
)
_PARTS = {"theme_codes": "theme", "code_set_members": "code_set", "decisions": "round"}
"""Whose rows are a part of another, by the column that names it."""

_PASSING = {"id", "number", "position", "made", "made_by", "added", "at", "by", "changed", "coder"}
"""Columns for when, by whom and in which order: they do not make two rows differ."""


def others_of(connection: Connection) -> dict[str, dict[str, Other]]:
    """All such rows of a file, by table, then by id."""
    return {table.name: _rows(connection, table) for table in _KINDS}


def _rows(connection: Connection, table: Table) -> dict[str, Other]:
    telling = [column.name for column in table.c if column.name not in _PASSING]
    whole = _PARTS.get(table.name)
    return {
        str(row["id"]): Other(
            tuple(row[name] for name in telling), None if whole is None else str(row[whole])
        )
        for row in connection.execute(select(table).order_by(table.c.id)).mappings()
    }
