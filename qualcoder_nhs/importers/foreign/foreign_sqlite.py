"""SQLite files of other programs: opened to be read, never changed, whatever stands in them."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _

LARGEST = 1_000_000_000
LARGEST_CELL = 64_000_000
MOST_READ = 400_000_000
MOST_ROWS = 1_000_000
MOST_COLUMNS = 200

TOO_MUCH = N_("it has more in it than any study.")

_BEGINS = b"SQLite format 3\x00"
_MODES = slice(18, 20)
_NO_LOG = b"\x01\x01"
BESIDE = ("-wal", "-journal")
"""How files end in which SQLite keeps what is not in the database yet."""

STILL_OPEN = N_("it is open in its own program, or was not closed well. Close it there first.")
_FARTHEST = 10**15


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as every SQLite file does."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINS)) == _BEGINS
    except (OSError, ValueError):
        return False


@dataclass(frozen=True)
class Row:
    """One row by its columns in small letters; what a column should hold need not stand in it."""

    cells: Mapping[str, object]

    def text(self, column: str) -> str:
        """The words in a column; empty where there are none."""
        value = self.cells.get(column)
        if isinstance(value, bytes):
            return _decoded(value)
        return "" if value is None else str(value)

    def line(self, column: str) -> str:
        """The words in a column without blanks around them."""
        return self.text(column).strip()

    def number(self, column: str) -> int | None:
        """A whole number, told as such, as a fraction without a rest, or in digits; else None."""
        value = self.cells.get(column)
        try:
            found = float(value) if isinstance(value, int | float | str) else None
        except (ValueError, OverflowError):
            return None
        if found is None or not found.is_integer() or abs(found) > _FARTHEST:
            return None
        return int(found)

    def is_null(self, column: str) -> bool:
        """Whether nothing at all stands in a column, or there is no such column."""
        return self.cells.get(column) is None

    def moment(self, column: str, *, utc: bool = False) -> datetime | None:
        """A time as the file has it, by the clock of this computer unless it counts in UTC."""
        try:
            found = datetime.fromisoformat(self.line(column).replace("_", " "))
            return (found.replace(tzinfo=UTC) if utc else found).astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            return None


class ForeignDatabase:
    """The tables of an open file, whose names and columns are asked for in small letters.

    Views, triggers and virtual tables are never looked at.
    """

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self._name = name
        self._connection = connection
        self._left = MOST_READ
        self._names = {table.casefold(): table for table in self._plain_tables()}
        self._columns = {key: self._columns_of(name) for key, name in self._names.items()}

    def has(self, table: str, column: str) -> bool:
        """Whether there is such a table with such a column, both asked for in small letters."""
        return column in self._columns.get(table, {})

    def has_all(self, needed: Iterable[tuple[str, str]]) -> bool:
        """Whether each of these tables has its column: a program's files are known by them."""
        return all(self.has(table, column) for table, column in needed)

    def rows(self, table: str, *only: str) -> Iterator[Row]:
        """The rows of a table in the order they were put in; none where there is no such table.

        With all their columns, or `only` some.

        Raises:
            BadFile: when the file is damaged, or there is more in it than any study has.
        """
        columns = self._columns.get(table, {})
        columns = {key: columns[key] for key in only} if only else columns
        if not columns:
            return
        # Names are the file's own: a quote within one is doubled, so that it stays a name.
        named = ", ".join(map(_quoted, columns.values()))
        query = f"SELECT {named} FROM {_quoted(self._names[table])} LIMIT {MOST_ROWS + 1}"  # noqa: S608
        with self._told():
            for number, cells in enumerate(self._connection.execute(query)):
                self._left -= sum(len(cell) for cell in cells if isinstance(cell, str | bytes))
                if number == MOST_ROWS or self._left < 0:
                    raise BadFile(self._name, _(TOO_MUCH))
                yield Row(dict(zip(columns, cells, strict=True)))

    def every(self, column: str) -> Iterator[str]:
        """The different words in a column of this name, table by table."""
        for table in self._columns:
            if self.has(table, column):
                yield from dict.fromkeys(row.line(column) for row in self.rows(table, column))

    def _plain_tables(self) -> list[str]:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        with self._told():
            found = self._connection.execute(query).fetchall()
        return [
            name
            for name, sql in found
            if isinstance(name, str)
            and not name.startswith("sqlite_")
            and not str(sql).lstrip().casefold().startswith("create virtual")
        ]

    def _columns_of(self, table: str) -> dict[str, str]:
        """Its columns as they are asked for here, and as the file spells them."""
        with self._told():
            found = self._connection.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
        return {str(row[1]).casefold(): str(row[1]) for row in found[:MOST_COLUMNS]}

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DataError as error:  # a cell above the limit
            raise BadFile(self._name, _(TOO_MUCH)) from error
        except (sqlite3.Error, ValueError, OverflowError, MemoryError) as error:
            # A ValueError, since what SQLite says of damage may repeat bytes that are no text.
            why = _("it is damaged, or no database that can be read.")
            raise BadFile(self._name, why) from error


@contextmanager
def opened(path: Path) -> Iterator[ForeignDatabase]:
    """The file as it lies there, for reading; nothing is written to it or beside it.

    Raises:
        BadFile: when it is no SQLite file, too large, damaged, or its own program has not put
            everything into it yet.
    """
    _refuse(path)
    try:
        found = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except (sqlite3.Error, ValueError) as error:
        raise BadFile(path.name, _("it cannot be opened.")) from error
    with closing(found) as connection:
        yield _guarded(path.name, connection)


@contextmanager
def held(name: str, content: bytes) -> Iterator[ForeignDatabase]:
    """A file that came out of a zip, held in memory: its words are never laid down anywhere.

    Raises:
        BadFile: when it is no SQLite file, or damaged.
    """
    if not content.startswith(_BEGINS):
        raise BadFile(name, _("it is no SQLite file."))
    with closing(sqlite3.connect(":memory:")) as connection:
        # In memory there is no log beside it, which the header of a file may ask for.
        connection.deserialize(content[: _MODES.start] + _NO_LOG + content[_MODES.stop :])
        yield _guarded(name, connection)


def _guarded(name: str, connection: sqlite3.Connection) -> ForeignDatabase:
    connection.text_factory = _decoded
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
    # A file may define what runs when it is read; none of that is trusted.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    return ForeignDatabase(name, connection)


def holds(path: Path, needed: Iterable[tuple[str, str]]) -> bool:
    """Whether a file is a SQLite file with these columns in these tables; False where unsure."""
    if not (path.is_file() and is_sqlite(path)):
        return False
    try:
        with opened(path) as database:
            return database.has_all(needed)
    except BadFile:
        return False


def _refuse(path: Path) -> None:
    if not is_sqlite(path):
        raise BadFile(path.name, _("it is no SQLite file."))
    if path.stat().st_size > LARGEST:
        raise BadFile(path.name, _("it is larger than any study."))
    for ending in BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.is_file() and beside.stat().st_size:
            raise BadFile(path.name, _(STILL_OPEN))


def _decoded(content: bytes) -> str:
    """UTF-8, as SQLite wants it, or what Windows wrote in spite of that."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
