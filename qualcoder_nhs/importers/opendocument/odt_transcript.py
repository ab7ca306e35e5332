"""OpenDocument transcripts (.odt): paragraphs, lists and tables in the order they stand.

The parts are read as XML that can name no entities, rather than by a library that would expand
them.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import Endless, Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.leftovers import columns_told
from qualcoder_nhs.importers.opendocument.odt_leftovers import is_hidden, left_out
from qualcoder_nhs.importers.opendocument.odt_text import (
    OFFICE,
    PARAGRAPHS,
    TABLE,
    Looks,
    is_read,
    lines_of,
    looks_of,
)
from qualcoder_nhs.importers.safety import open_document
from qualcoder_nhs.importers.speaker_tables import Block, Row, recognised
from qualcoder_nhs.importers.text_file import MOST_LINES
from qualcoder_nhs.importers.turns import Line

_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_ROW = f"{TABLE}table-row"
_TABLE = f"{TABLE}table"


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in an OpenDocument text.

    Raises:
        BadFile: when it is none, is damaged or protected, or has no text.
        Endless: when it is longer than any transcript.
    """
    body, styles, looks = _opened(path)
    found = recognised(list(_blocks(body, looks)), options)
    if not found.text.strip():
        raise BadFile(path.name, _("there is no text in it."))
    problems = tuple(left_out(body, styles))
    return Parsed(
        found.text, found.turns, "odt", found.convention, problems=problems, doubts=found.doubts
    )


def tables(path: Path) -> Iterator[list[list[str]]]:
    """The words of the cells of every table, row by row.

    Raises:
        BadFile: when it is no OpenDocument text, is damaged or protected.
        Endless: when it is longer than any text.
    """
    body, _styles, looks = _opened(path)
    for block in _blocks(body, looks):
        if isinstance(block, list):
            yield [["\n".join(line.text for line in cell) for cell in row] for row in block]


def _opened(path: Path) -> tuple[Any, Any, Looks]:
    """The body of a text, its styles, and how its paragraphs look by them."""
    with open_document(path) as parts:
        _refuse_encrypted(path, parts)
        content, styles = (_tree(path, parts, name) for name in ("content.xml", "styles.xml"))
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise BadFile(path.name, _("it is an OpenDocument file, but no text."))
    if sum(1 for _one in body.iter(*PARAGRAPHS)) > MOST_LINES:
        raise Endless
    return body, styles, looks_of(content, styles)


def _refuse_encrypted(path: Path, parts: zipfile.ZipFile) -> None:
    name = "META-INF/manifest.xml"
    if name in parts.namelist() and b"encryption-data" in parts.read(name):
        raise BadFile(path.name, _("it is protected by a password. Save it anew without."))


def _tree(path: Path, parts: zipfile.ZipFile, name: str) -> Any:
    """A part as XML; an empty element where there is no such part."""
    if name not in parts.namelist():
        return etree.Element("none")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(parts.read(name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadFile(path.name, _("it is damaged, or not what its name says.")) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise BadFile(path.name, _("it declares entities, as no program does that writes texts."))
    return tree


def _blocks(parent: Any, looks: Looks) -> Iterator[Block]:
    """Paragraphs and tables in document order, those in lists and sections too."""
    for element in parent:
        if element.tag in PARAGRAPHS:
            yield from lines_of(element, looks)
        elif element.tag == _TABLE:
            yield [_row(row, looks) for row in element.iter(_ROW) if _is_in(row, element)]
        elif is_read(element) and not is_hidden(element):
            yield from _blocks(element, looks)


def _row(row: Any, looks: Looks) -> Row:
    """The cells by the columns of the table; those that another covers are empty."""
    cells: Row = []
    for cell in row:
        if cell.tag in _CELLS:
            again = columns_told(cell.get(f"{TABLE}number-columns-repeated"))
            cells.extend(list(_lines(cell, looks)) for _time in range(again))
    return cells


def _lines(cell: Any, looks: Looks) -> Iterator[Line]:
    """The paragraphs of a cell, those of tables within it too."""
    for element in cell:
        if element.tag in PARAGRAPHS:
            yield from lines_of(element, looks)
        elif is_read(element):
            yield from _lines(element, looks)


def _is_in(row: Any, table: Any) -> bool:
    return next(row.iterancestors(_TABLE), None) is table


def _is_text(look: Look) -> bool:
    return "content.xml" in look.parts


FORMAT = TranscriptFormat("odt", "OpenDocument", (".odt",), read, _is_text)
