"""Codebooks as tables in Word: every table that has a known header; running text is not read."""

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.shared import Pt
from docx.table import Table, _Cell

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_rows import MOST_ROWS, Line, TooMany, codebook_from
from qualcoder_nhs.importers.safety import word_file

_A_BLANK = Pt(3)


def read(path: Path) -> ParsedCodebook:
    """The codebook; rows that cannot be read are left out and listed.

    Raises:
        BadFile: when it is no Word file or has no table with a known header.
    """
    content = word_file(path)
    try:
        tables = [list(_lines(table)) for table in docx.Document(content).tables]
    except TooMany as error:
        raise BadFile(path.name, _("it has more rows than a codebook can have.")) from error
    except Exception as error:  # a hostile document raises whatever its reader stumbles on
        raise BadFile(path.name, _("it is damaged or no Word document.")) from error
    if not tables:
        raise BadFile(path.name, _("there is no table in it; codes are read from tables."))
    return codebook_from(path.name, tables)


def _lines(table: Table) -> Iterator[Line]:
    for number, row in enumerate(table.rows, start=1):
        if number > MOST_ROWS:
            raise TooMany
        yield Line(number, [_indented(cell) for cell in row.cells])


def _indented(cell: _Cell) -> str:
    """The words with blanks ahead where they are indented as a paragraph, as NVivo does it."""
    first = cell.paragraphs[0] if cell.paragraphs else None
    by = first.paragraph_format.left_indent if first else None
    return " " * round(max(by or 0, 0) / _A_BLANK) + cell.text


FORMAT = CodebookFormat("docx", N_("Codebook as a table, Word"), (".docx",), read)
