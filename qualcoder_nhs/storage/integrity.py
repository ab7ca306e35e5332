"""Whether a study file is whole: what SQLite says, and what our own rules say."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, not_, or_, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import search
from qualcoder_nhs.storage.drift import drift
from qualcoder_nhs.storage.schema import (
    JOURNALLED,
    codings,
    links,
    memos,
    round_coders,
    round_transcripts,
    rounds,
    row_changes,
    steps,
    transcripts,
    turns,
)

_TEXTS = select(transcripts.c.id, transcripts.c.name, transcripts.c.text)


def faults(connection: Connection) -> Iterator[str]:
    """A sentence for everything that is wrong; nothing for a whole file."""
    for check in (_pages, _outside, _unlinked, _strayed, _misindexed, _unjournalled):
        try:
            yield from check(connection)
        except (DBAPIError, UnicodeDecodeError) as error:
            what = getattr(error, "orig", error)
            yield _("The file is damaged: {what}.").format(what=what)


def _pages(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds."""
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield _("The file is damaged: {what}.").format(what=line)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        words = _("A row of {table} names a row of {other} that is not there.")
        yield words.format(table=row[0], other=row[2])


def damage(connection: Connection) -> str:
    """What SQLite finds wrong with the pages at a quick look; nothing for a whole file."""
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    return "" if said == "ok" else str(said)


def _outside(connection: Connection) -> Iterator[str]:
    """Passages that leave their transcript or hold nothing."""
    texts = connection.execute(_TEXTS)
    known = {row.id: (row.name, len(row.text)) for row in texts}
    for table, what in ((codings, _("coding")), (turns, _("turn")), (memos, _("memo"))):
        columns = (table.c.id, table.c.transcript, table.c.start, table.c.end)
        for row in connection.execute(select(*columns).where(table.c.start.is_not(None))):
            name, length = known.get(row.transcript, ("?", 0))
            least = row.start + (table is codings)
            if not 0 <= row.start <= least <= row.end <= length:
                words = _("The {what} {row} lies outside “{name}”.")
                yield words.format(what=what, row=row.id, name=name)


def _unlinked(connection: Connection) -> Iterator[str]:
    """Links that do not lead from a turn of the transcript to an earlier one."""
    for row in connection.execute(
        select(links.c.id, transcripts.c.name).where(
            links.c.transcript == transcripts.c.id,
            or_(
                links.c.target >= links.c.turn,
                not_(exists().where(*_is_turn(links.c.turn))),
                not_(exists().where(*_is_turn(links.c.target))),
            ),
        )
    ):
        words = _("The link {row} does not lead to an earlier turn of “{name}”.")
        yield words.format(row=row.id, name=row.name)


def _is_turn(number: ColumnElement[int]) -> tuple[ColumnElement[bool], ...]:
    return turns.c.transcript == links.c.transcript, turns.c.index == number


def _strayed(connection: Connection) -> Iterator[str]:
    """Work in a round by somebody, or in a transcript, that has no part in it."""
    for table, what in ((codings, _("coding")), (links, _("link"))):
        coder = exists().where(
            round_coders.c.round == rounds.c.id, round_coders.c.coder == table.c.coder
        )
        transcript = exists().where(
            round_transcripts.c.round == rounds.c.id,
            round_transcripts.c.transcript == table.c.transcript,
        )
        strayed = select(table.c.id, rounds.c.name).join(rounds, rounds.c.id == table.c.layer)
        for row in connection.execute(strayed.where(not_(and_(coder, transcript)))):
            words = _("The {what} {row} has no part in “{round}”, in which it stands.")
            yield words.format(what=what, row=row.id, round=row.name)


def _misindexed(connection: Connection) -> Iterator[str]:
    """Every paragraph must stand in the search index as it is, and nothing else."""
    indexed: dict[str, dict[int, str]] = defaultdict(dict)
    for row in connection.execute(text("SELECT transcript, start, words FROM search")):
        indexed[row.transcript][row.start] = row.words
    for row in connection.execute(_TEXTS):
        if indexed.pop(row.id, {}) != dict(search.paragraphs(row.text)):
            words = _("The search index does not hold the words of “{name}” as they are.")
            yield words.format(name=row.name)
    for gone in indexed:
        words = _("The search index holds words of a transcript {gone} that is not there.")
        yield words.format(gone=gone)


def _unjournalled(connection: Connection) -> Iterator[str]:
    """Every row must be what the journal last made of it, and nothing less."""
    for name in JOURNALLED:
        for change in drift(connection, name):
            words = _("The row {row} of {table} is not what the journal made it.")
            yield words.format(row=change.row, table=name)
    half = select(row_changes.c.step).where(row_changes.c.step.not_in(select(steps.c.id)))
    for (step,) in connection.execute(half.distinct()):
        yield _("Step {step} of the journal is half there.").format(step=step)
