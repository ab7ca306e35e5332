"""Codings from a CSV table that this program, R or a spreadsheet wrote."""

from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.tables.codings_row import draft
from qualcoder_nhs.importers.tables.named_columns import Columns, has_columns, read_named

# What a full table says besides follows from these, and is not read again.
_TOLD = ("id", "path", "made", "text", "turns", "labels", "participants", "roles")
COLUMNS = Columns(
    "codings",
    ("transcript", "code", "start", "end"),
    ("coder", "memo", "flags", "layer", *_TOLD),
)


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
    return has_columns(path, COLUMNS)


def read_codings(path: Path) -> ParsedCodings:
    """Read the table: commas, semicolons or tabs, columns in any order and any case of letters.

    Memos come as they stand, to the character, but for the apostrophe that keeps a spreadsheet from
    running a cell: it is taken off. Rows that do not fit are problems with their line.

    Raises:
        BadFile: when it cannot be read, or is no table of codings at all.
    """
    table = read_named(path, COLUMNS)
    drafts, problems = table.drafted(draft)
    return ParsedCodings(drafts, problems, table.encoding)
