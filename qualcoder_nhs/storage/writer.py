"""The one door for writing: rows in, row changes out, always journalled."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, update

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.merge.sides import Here, There
from qualcoder_nhs.storage import journal
from qualcoder_nhs.storage.forgetting import Purged, mark, purge
from qualcoder_nhs.storage.journal import Imaged, RowChange
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.rows import Placed, Row, rows_of
from qualcoder_nhs.storage.schema import codings
from qualcoder_nhs.storage.shifting import behind, moved, shift_images
from qualcoder_nhs.storage.sides import side_of
from qualcoder_nhs.storage.sight import EVERYTHING, sight_of


class Writer:
    """What an action writes through, within one transaction.

    `read` sees what was written so far, and all of it, since rules must hold for everybody's work;
    `seen` sees what the coder may see. `coder` is who acts, `now` the time of the step.
    """

    def __init__(self, connection: Connection, coder: CoderId) -> None:
        self._connection = connection
        self._changes: list[RowChange | Imaged] = []
        self._detail = ""
        self._sealed = False
        self.forgot: TranscriptId | None = None
        self.coder = coder
        self.now = datetime.now(UTC)
        self.read = Reader(connection, EVERYTHING)

    @property
    def seen(self) -> Reader:
        """The study as whoever acts is shown it: what they name must be in it."""
        return Reader(self._connection, sight_of(self._connection, self.coder))

    def add(self, *values: object) -> None:
        """Keep new values; those that others name must come first."""
        self._write(_added(placed) for value in values for placed in rows_of(value))

    def remove(self, *values: object) -> None:
        """Take values out, as they were read; those that name others must come first."""
        self._write(_removed(placed) for value in values for placed in reversed(rows_of(value)))

    def change(self, before: object, after: object) -> None:
        """Make a value, as it was read, into another with the same id."""
        self._write(_difference(rows_of(before), rows_of(after)))

    def change_all(self, pairs: Iterable[tuple[object, object]]) -> None:
        """The same for many values, in bulk where neighbours are alike."""
        self._write(
            line for one, other in pairs for line in _difference(rows_of(one), rows_of(other))
        )

    def shift_codings(self, transcript: TranscriptId, start: int, by: int) -> None:
        """Move every coding that begins at a place of the text, or behind it, so much farther."""
        self._changes += shift_images(self._connection, transcript, start, by)
        shift = update(codings).where(*behind(transcript, start)).values(moved(by))
        self._connection.execute(shift)

    def detail(self, words: str) -> None:
        """What the step's label is filled with, such as a code's name."""
        self._detail = words

    def forget(self, transcript: TranscriptId) -> Purged:
        """Purge a transcript from rows, journal and index; the step cannot be undone."""
        self.seal()
        self.forgot = transcript
        purged = purge(self._connection, transcript)
        mark(self._connection)
        # Without an image: which one it was, and nothing of it.
        self._changes.append(RowChange("transcripts", transcript, None, None))
        return purged

    def side(self, there: There) -> Here:
        """The study as one side of a merge."""
        return side_of(self._connection, self.read, self.coder, there)

    @property
    def wrote(self) -> bool:
        """Whether there is anything to make a step of."""
        return bool(self._changes) or self._sealed

    def seal(self) -> None:
        """This step can never be undone."""
        self._sealed = True

    def close(self, label: str) -> Changes | None:
        """Write the step to the journal; None when nothing was changed."""
        if not self.wrote:
            return None
        changes = journal.record(
            self._connection, self.coder, label, self._detail, self._changes, sealed=self._sealed
        )
        return journal.everything(changes) if self.forgot else changes

    def _write(self, changes: Iterable[RowChange]) -> None:
        real = list(changes)
        journal.apply(self._connection, real)
        self._changes += real


def _added(placed: Placed) -> RowChange:
    return RowChange(placed.table.name, placed.row["id"], None, placed.row)


def _removed(placed: Placed) -> RowChange:
    return RowChange(placed.table.name, placed.row["id"], placed.row, None)


def _difference(before: list[Placed], after: list[Placed]) -> Iterator[RowChange]:
    """The fewest row changes that lead from one to the other."""
    old = {(placed.table.name, placed.row["id"]): placed.row for placed in before}
    new = {(placed.table.name, placed.row["id"]): placed.row for placed in after}
    for (table, row), was in reversed(old.items()):
        if (table, row) not in new:
            yield RowChange(table, row, was, None)
    for (table, row), becomes in new.items():
        found: Row | None = old.get((table, row))
        if found != becomes:
            yield RowChange(table, row, found, becomes)
