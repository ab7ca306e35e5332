"""The rounds of a file that is to be merged, with the codebooks they froze; the sound ones."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.ids import VersionId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.sound_rows import Kind, value_of

_WORDS = ("id", "slug", "name", "definition", "use", "do_not_use", "example", "serves")


def rounds_of(connection: Connection) -> dict[str, Round]:
    """Every round that could stand in a study as it is, by layer."""
    who = _by_round(connection, schema.round_coders)
    what = _by_round(connection, schema.round_transcripts)

    def made(row: Row) -> Round:
        portions = map(rows.portion_from, what[row["id"]])
        one = rows.round_from(row, (line["coder"] for line in who[row["id"]]), portions)
        numbers = (n for part in one.portions for n in part.turns or ())
        if not one.name.strip() or not all(type(n) is int for n in numbers):
            raise ValueError
        return one

    return {one.layer: one for one in _sound(connection, Kind(schema.rounds, made, ""))}


def versions_of(connection: Connection) -> dict[VersionId, CodebookVersion]:
    """Every frozen codebook whose codes all have their place in a tree."""

    def made(row: Row) -> CodebookVersion:
        version = rows.version_from(row)
        book = version.codebook
        if len(list(book.walk())) != len(book.codes) or not all(map(_is_plain, book.codes)):
            raise ValueError
        return version

    found = _sound(connection, Kind(schema.codebook_versions, made, ""))
    return {one.id: one for one in found}


def _is_plain(code: Code) -> bool:
    return all(isinstance(getattr(code, field), str) for field in _WORDS)


def _by_round(connection: Connection, table: Table) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(select(table).order_by(table.c.position)).mappings():
        found[row["round"]].append(dict(row))
    return found


def _sound(connection: Connection, kind: Kind) -> Iterator[Any]:
    for row in connection.execute(select(kind.table)).mappings():
        value = value_of(kind, dict(row))
        if value is not None:
            yield value
