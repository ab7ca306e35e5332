"""A CSV table whose columns are known by name, in any order, with any usual mark between."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeVar

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.table_text import decoded
from qualcoder_nhs.importers.format import Problem

_DELIMITERS = ",;\t"
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


Draft = TypeVar("Draft")

Drafted = tuple[tuple[Draft, ...], tuple[Problem, ...]]
"""Drafts, and what is said of rows that are none."""


class BadRow(Exception):
    """A row that does not fit; the message says why."""


@dataclass(frozen=True)
class Columns:
    """The columns of a kind of table. `called` is what the table is one of: `codings`."""

    called: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> set[str]:
        """All of them."""
        return {*self.required, *self.optional}


@dataclass(frozen=True)
class NamedTable:
    """The rows with their lines, a dictionary each or why it is none; and what is said of the head.

    `encoding` is how the letters were read.
    """

    rows: tuple[tuple[int, dict[str, str] | BadRow], ...]
    problems: tuple[Problem, ...]
    encoding: str

    def drafted(self, draft: Callable[[int, dict[str, str]], Draft]) -> Drafted[Draft]:
        """Each row made a draft; those for which `draft` raises `BadRow` are problems instead."""
        drafts: list[Draft] = []
        problems = list(self.problems)
        for line, cells in self.rows:
            try:
                if isinstance(cells, BadRow):
                    raise cells
                drafts.append(draft(line, cells))
            except BadRow as error:
                problems.append(Problem(line, str(error)))
        return tuple(drafts), tuple(problems)


def has_columns(path: Path, columns: Columns) -> bool:
    """Whether the file begins with such a header. Never raises for what is in it."""
    try:
        text, _encoding = decoded(path)
        _header(path, text, columns)
    except BadFile:
        return False
    return True


def read_named(path: Path, columns: Columns) -> NamedTable:
    """Read the table. The apostrophe that keeps a spreadsheet from running a cell is taken off.

    Raises:
        BadFile: when it cannot be read, or is no such table at all.
    """
    text, encoding = decoded(path)
    header = _header(path, text, columns)
    with _cells_up_to(len(text)):
        lines = list(_rows(text, header))
    rows = tuple((line, _fitting(header, cells)) for line, cells in lines)
    return NamedTable(rows, tuple(_unknown_columns(header, columns)), encoding)


def _fitting(header: "_Header", cells: Sequence[str] | str) -> dict[str, str] | BadRow:
    try:
        return _named(header, cells)
    except BadRow as error:
        return error


@dataclass(frozen=True)
class _Header:
    """The first row: its column names in small letters, where it stands, and what divides cells."""

    columns: tuple[str, ...]
    line: int
    delimiter: str


def _header(path: Path, text: str, columns: Columns) -> _Header:
    """The header, divided by what gives most columns that we know."""
    first, line = _first_line(text)
    tried = [_Header(_names(first, mark), line, mark) for mark in _DELIMITERS]
    best = max(tried, key=lambda one: len(set(one.columns) & columns.known))
    missing = [name for name in columns.required if name not in best.columns]
    if missing:
        why = _("it is no table of {called}; its first line has no column {names}.")
        names = ", ".join(f"“{name}”" for name in missing)
        raise BadFile(path.name, why.format(called=columns.called, names=names))
    return best


def _first_line(text: str) -> tuple[str, int]:
    """The line of the header; spreadsheets may put `sep=;` above it."""
    lines = text.splitlines()[:2]
    if lines and lines[0].lower().startswith("sep="):
        return lines[-1], 2
    return (lines[0], 1) if lines else ("", 1)


def _names(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a text that is one long line, and no header
        return ()
    return tuple(cell.strip().lower() for cell in cells)


def _unknown_columns(header: _Header, columns: Columns) -> Iterator[Problem]:
    for at, name in enumerate(header.columns):
        if name in header.columns[:at]:
            why = _("The second column “{name}” is not read.")
        elif name not in columns.known:
            why = _("The column “{name}” is not read.")
        else:
            continue
        yield Problem(header.line, why.format(name=name))


@contextmanager
def _cells_up_to(size: int) -> Iterator[None]:
    """Memos may be longer than Python's limit for a cell, which is one for the whole program."""
    usual = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _rows(text: str, header: _Header) -> Iterator[tuple[int, list[str] | str]]:
    """Each row that is not blank with the line it begins on; a sentence where it is damaged."""
    table = csv.reader(StringIO(text, newline=""), delimiter=header.delimiter, strict=True)
    while True:
        line = table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error:
            yield line, _("The quotation marks of this row do not match, or never close.")
            continue
        if line > header.line and any(cell.strip() for cell in cells):
            yield line, cells


def _named(header: _Header, cells: Sequence[str] | str) -> dict[str, str]:
    """The cells by column; those that are missing at the end are empty."""
    if isinstance(cells, str):
        raise BadRow(cells)
    if len(cells) > len(header.columns):
        why = _("This row has {cells} cells, the header {columns}.")
        raise BadRow(why.format(cells=len(cells), columns=len(header.columns)))
    missing = len(header.columns) - len(cells)
    filled = [*map(_unguarded, cells), *[""] * missing]
    return dict(reversed(list(zip(header.columns, filled, strict=True))))


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
