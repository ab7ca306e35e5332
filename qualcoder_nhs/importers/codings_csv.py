"""Codings from a CSV table that this program, R or a spreadsheet wrote."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.codings_row import BadRow, draft
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.table_text import decoded

REQUIRED = ("transcript", "code", "start", "end")
OPTIONAL = ("coder", "memo", "flags", "layer")

_DELIMITERS = ",;\t"
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True)
class ParsedCodings:
    """The rows that can be codings, in their order, and the lines that cannot.

    `encoding` is how the letters were read.
    """

    drafts: tuple[CodingDraft, ...]
    problems: tuple[Problem, ...]
    encoding: str


def is_codings_csv(path: Path) -> bool:
    """Whether the file has the header of a table of codings. Never raises for what is in it."""
    try:
        text, _encoding = decoded(path)
        _header(path, text)
    except BadFile:
        return False
    return True


def read_codings(path: Path) -> ParsedCodings:
    """Read the table: commas, semicolons or tabs, columns in any order and any case of letters.

    Memos come as they stand, to the character, but for the apostrophe that keeps a spreadsheet from
    running a cell: it is taken off. Rows that do not fit are problems with their line.

    Raises:
        BadFile: when it cannot be read, or is no table of codings at all.
    """
    text, encoding = decoded(path)
    header = _header(path, text)
    drafts: list[CodingDraft] = []
    problems = list(_unknown_columns(header))
    with _cells_up_to(len(text)):
        rows = list(_rows(text, header))
    for line, cells in rows:
        try:
            drafts.append(draft(line, _named(header, cells)))
        except BadRow as error:
            problems.append(Problem(line, str(error)))
    return ParsedCodings(tuple(drafts), tuple(problems), encoding)


@dataclass(frozen=True)
class _Header:
    """The first row: its column names in small letters, where it stands, and what divides cells."""

    columns: tuple[str, ...]
    line: int
    delimiter: str


def _header(path: Path, text: str) -> _Header:
    """The header, divided by what gives most columns that we know."""
    first, line = _first_line(text)
    tried = [_Header(_names(first, mark), line, mark) for mark in _DELIMITERS]
    best = max(tried, key=lambda one: len(set(one.columns) & {*REQUIRED, *OPTIONAL}))
    missing = [name for name in REQUIRED if name not in best.columns]
    if missing:
        why = _("it is no table of codings; its first line has no column {names}.")
        raise BadFile(path.name, why.format(names=", ".join(f"“{name}”" for name in missing)))
    return best


def _first_line(text: str) -> tuple[str, int]:
    """The line of the header; spreadsheets may put `sep=;` above it."""
    lines = text.splitlines()[:2]
    if lines and lines[0].lower().startswith("sep="):
        return lines[-1], 2
    return (lines[0], 1) if lines else ("", 1)


def _names(line: str, delimiter: str) -> tuple[str, ...]:
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return tuple(cell.strip().lower() for cell in cells)


def _unknown_columns(header: _Header) -> Iterator[Problem]:
    for at, name in enumerate(header.columns):
        if name in header.columns[:at]:
            why = _("The second column “{name}” is not read.")
        elif name not in (*REQUIRED, *OPTIONAL):
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
