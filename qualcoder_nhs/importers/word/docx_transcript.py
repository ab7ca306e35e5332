"""Word transcripts: paragraphs and tables in document order, bold labels, tables of speakers."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import Endless, Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.leftovers import columns_told
from qualcoder_nhs.importers.safety import word_file
from qualcoder_nhs.importers.speaker_tables import Block, Row, recognised
from qualcoder_nhs.importers.text_file import MOST_LINES
from qualcoder_nhs.importers.turns import Line
from qualcoder_nhs.importers.word.docx_leftovers import left_out
from qualcoder_nhs.importers.word.docx_runs import OLD_PROGRAMS, TEXT_BOX, W, goes_on, lines_of

_OUTSIDE = {TEXT_BOX, OLD_PROGRAMS, f"{W}del", f"{W}moveFrom"}


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a Word document.

    Raises:
        BadFile: when it is none, is damaged or protected, or has no text.
        Endless: when it is longer than any transcript.
    """
    document = _opened(path, word_file(path))
    if sum(1 for _one in document.element.body.iter(f"{W}p")) > MOST_LINES:
        raise Endless
    blocks = list(_blocks(document.element.body))
    found = recognised(blocks, options)
    if not found.text.strip():
        raise BadFile(name=path.name, why=_("there is no text in it."))
    return Parsed(
        found.text,
        found.turns,
        "word",
        found.convention,
        problems=tuple(left_out(document)),
        doubts=found.doubts,
    )


def _opened(path: Path, content: BytesIO) -> Any:
    try:
        document = docx.Document(content)
    except Exception as error:  # a hostile document raises whatever its reader stumbles on
        raise BadFile(name=path.name, why=_("it is damaged, or no Word document.")) from error
    if getattr(document.element, "body", None) is None:
        raise BadFile(name=path.name, why=_("there is no text in it."))
    return document


def _blocks(body: Any) -> Iterator[Block]:
    """Paragraphs and tables in document order, those inside content controls too."""
    one: list[Any] = []
    for element in body:
        if element.tag == f"{W}p":
            one.append(element)
            if not goes_on(element):
                yield from lines_of(*one)
                one = []
        elif element.tag == f"{W}tbl":
            yield from lines_of(*one) if one else ()
            one = []
            yield [
                _row(row)
                for row in element.iter(f"{W}tr")
                if _inside(row, f"{W}tbl") is element and not _is_deleted(row)
            ]
        elif element.tag not in _OUTSIDE:
            yield from _blocks(element)
    if one:
        yield from lines_of(*one)


def _is_deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _row(row: Any) -> Row:
    """The cells by the columns of the table; a cell over several leaves those behind it empty."""
    cells: Row = []
    for cell in row.iter(f"{W}tc"):
        if _inside(cell, f"{W}tr") is row:
            cells.append(list(_lines(cell)))
            cells.extend([] for _more in range(_columns(cell) - 1))
    return cells


def _lines(cell: Any) -> Iterator[Line]:
    one: list[Any] = []
    for paragraph in _paragraphs(cell):
        one.append(paragraph)
        if not goes_on(paragraph):
            yield from lines_of(*one)
            one = []
    if one:
        yield from lines_of(*one)


def _paragraphs(cell: Any) -> Iterator[Any]:
    for element in cell.iter(f"{W}p"):
        if not any(above.tag in _OUTSIDE for above in element.iterancestors()):
            yield element


def _inside(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _columns(cell: Any) -> int:
    told = next(cell.iter(f"{W}gridSpan"), None)
    return columns_told(told.get(f"{W}val")) if told is not None else 1


def _is_word(look: Look) -> bool:
    return "word/document.xml" in look.parts


FORMAT = TranscriptFormat("word", "Word", (".docx",), read, _is_word)
