"""Word transcripts: paragraphs and tables in document order, bold labels, tables of speakers."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.docx_leftovers import left_out
from qualcoder_nhs.importers.docx_runs import W, lines_of
from qualcoder_nhs.importers.docx_speakers import Row, speaker_table
from qualcoder_nhs.importers.format import Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.safety import word_file
from qualcoder_nhs.importers.spoken import Spoken
from qualcoder_nhs.importers.turns import NO_SPEAKERS, Line, Recognised, recognise

Block = Line | list[Row]


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a Word document.

    Raises:
        BadFile: when it is none, is damaged or protected, or has no text.
    """
    document = _opened(path, word_file(path))
    blocks = list(_blocks(document.element.body))
    spoken = _by_table(blocks, options)
    if spoken:
        found = Recognised(spoken.text, tuple(spoken.turns), _("table"), ())
    else:
        found = recognise([line for block in blocks for line in _plain(block)], options)
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
        return docx.Document(content)
    except (
        OpcError,
        BadZipFile,
        LxmlError,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        NotImplementedError,
        IndexError,
        TypeError,
        RuntimeError,
    ) as error:
        raise BadFile(name=path.name, why=_("it is damaged, or no Word document.")) from error


def _blocks(body: Any) -> Iterator[Block]:
    """Paragraphs and tables in document order, those inside content controls too."""
    for element in body:
        if element.tag == f"{W}p":
            yield from lines_of(element)
        elif element.tag == f"{W}tbl":
            yield [_row(row) for row in element.iter(f"{W}tr")]
        elif element.tag == f"{W}sdt":
            for content in element.findall(f"{W}sdtContent"):
                yield from _blocks(content)


def _row(row: Any) -> Row:
    cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
    return [[line for p in cell.iter(f"{W}p") for line in lines_of(p)] for cell in cells]


def _plain(block: Block) -> Iterator[Line]:
    """A table that is no list of speakers: its rows, cells apart by tabs."""
    if isinstance(block, Line):
        yield block
        return
    for row in block:
        yield Line("\t".join(" ".join(line.text for line in cell) for cell in row))


def _by_table(blocks: list[Block], options: ReadingOptions) -> Spoken | None:
    """The transcript where its turns stand in tables with a column of speakers."""
    if options.convention == NO_SPEAKERS:
        return None
    tables = {at: speaker_table(one) for at, one in enumerate(blocks) if isinstance(one, list)}
    if not any(tables.values()):
        return None
    spoken = Spoken()
    for at, block in enumerate(blocks):
        table = tables.get(at)
        if table:
            table.speak(spoken)
        else:
            for line in _plain(block):
                spoken.plain(line.text)
    return spoken


FORMAT = TranscriptFormat("word", "Word", (".docx",), read)
