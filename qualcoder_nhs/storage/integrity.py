"""Whether a study file is whole: what SQLite says, and what our own rules say."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from qualcoder_nhs.storage import journal
from qualcoder_nhs.storage.schema import (
    JOURNALLED,
    codings,
    memos,
    row_changes,
    steps,
    transcripts,
    turns,
)


def faults(connection: Connection) -> Iterator[str]:
    """A sentence for everything that is wrong; nothing for a whole file."""
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {line}."
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"A row of {row[0]} names a row of {row[2]} that is not there."
    yield from _outside(connection)
    yield from _unindexed(connection)
    yield from _unjournalled(connection)


def _outside(connection: Connection) -> Iterator[str]:
    """Passages that leave their transcript or hold nothing."""
    for table, what in ((codings, "coding"), (turns, "turn"), (memos, "memo")):
        query = (
            select(table.c.id, transcripts.c.name)
            .join(transcripts, table.c.transcript == transcripts.c.id)
            .where(
                (table.c.start < 0)
                | (table.c.start > table.c.end)
                | (table.c.end > func.length(transcripts.c.text))
            )
        )
        for row in connection.execute(query):
            yield f"The {what} {row.id} lies outside “{row.name}”."


def _unindexed(connection: Connection) -> Iterator[str]:
    query = (
        "SELECT name FROM transcripts WHERE trim(text, char(9) || char(10) || ' ') != ''"
        " AND id NOT IN (SELECT transcript FROM search)"
    )
    for (name,) in connection.execute(text(query)):
        yield f"The words of “{name}” are missing from the search index."


def _unjournalled(connection: Connection) -> Iterator[str]:
    """Every row must be what the journal last made of it, and nothing less."""
    for name, table in JOURNALLED.items():
        last = journal.last_images(connection, name)
        now = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
        for row in now.keys() - last.keys():
            yield f"The row {row} of {name} is not in the journal."
        for row, image in last.items():
            if now.get(row) != image:
                yield f"The row {row} of {name} is not what the journal made it."
    half = select(row_changes.c.step).where(row_changes.c.step.not_in(select(steps.c.id)))
    for (step,) in connection.execute(half.distinct()):
        yield f"Step {step} of the journal is half there."
