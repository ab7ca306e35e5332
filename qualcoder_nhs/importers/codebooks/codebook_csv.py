"""Codebooks as CSV, in whatever encoding and with whatever delimiter a program wrote them."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

from charset_normalizer import from_bytes

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.codebooks.codebook_columns import columns_of
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_rows import (
    HEADER_WITHIN,
    MOST_ROWS,
    Line,
    codebook_from,
)
from qualcoder_nhs.importers.safety import content_of

LARGEST = 5_000_000
DELIMITERS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠]")
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read(path: Path) -> ParsedCodebook:
    """The codebook; rows that cannot be read are left out and listed.

    An apostrophe before `=`, `+`, `-` or `@`, or the full-width form of one, at the start of a cell
    is the guard that keeps a spreadsheet from running the cell, and is taken off.

    Raises:
        BadFile: when it is no text or no column is known.
    """
    text = _text(path.name, content_of(path, LARGEST))
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    try:
        lines = list(_lines(text, told[1] if told else _delimiter(text)))
    except csv.Error as error:
        raise BadFile(path.name, _("it is no CSV: {why}.").format(why=error)) from error
    return codebook_from(path.name, [lines])


def _text(name: str, content: bytes) -> str:
    encoding = next((known for bom, known in _BOMS if content.startswith(bom)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        guess = from_bytes(content).best()
    if guess is None or b"\0" in content:
        raise BadFile(name, _("it is no text in a known encoding."))
    return str(guess)


def _delimiter(text: str) -> str:
    """The one with which the header names most columns."""

    def known(delimiter: str) -> int:
        first = islice(_lines(text, delimiter), HEADER_WITHIN)
        return max((columns_of(line.cells).recognised for line in first), default=0)

    return max(DELIMITERS, key=known)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """The rows with the number of the line each begins on; one more than is allowed at most."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    for cells in islice(rows, MOST_ROWS + 2):
        yield Line(begins, [_unguarded(cell) for cell in cells])
        begins = rows.line_num + 1


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


FORMAT = CodebookFormat("csv", N_("Codebook as a sheet, CSV"), (".csv", ".tsv"), read)
