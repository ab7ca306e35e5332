"""A coded transcript as a Word document: its text, and the codes as Word's own comments."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from qualcoder_nhs.domain.coded_transcript import CodedTranscript
from qualcoder_nhs.exporters.coded.coded_comments import Comments, range_end, range_start
from qualcoder_nhs.exporters.coded.coded_format import CodedFormat, closing, counts, details
from qualcoder_nhs.exporters.coded.coded_pieces import Cutter, Part, Piece
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_paragraphs import TAB, Pattern, Setter
from qualcoder_nhs.i18n import N_

_TITLE, _SUBTITLE = Pattern("Title"), Pattern("Subtitle")
_DETAIL = Pattern("Study detail", ("Detail name", TAB, None))
_OVERVIEW, _CLOSING = Pattern("Overview"), Pattern("Closing line")
_STYLES = {Part.LABEL: "Speaker", Part.TIME: "Detail name"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write(coded: CodedTranscript, path: Path) -> None:
    """Write the whole document; each coding is a comment by its coder over exactly its words."""
    document = word_file(coded.name, coded.exporter, coded.made)
    setter, legible = Setter(document), Legible()
    setter.add(_TITLE, legible(coded.name))
    setter.add(_SUBTITLE, legible(coded.study))
    for name, value in details(coded)[1:]:
        setter.add(_DETAIL, legible(name), legible(value))
    setter.add(_OVERVIEW, counts(coded))
    _set_text(document, coded, legible)
    Comments(document, legible).add(coded.marks)
    setter.add(_CLOSING, closing(legible.replaced))
    document.save(str(path))


def _set_text(document: Any, coded: CodedTranscript, legible: Legible) -> None:
    styles = {part: document.styles[name].style_id for part, name in _STYLES.items()}
    text_style = document.styles["Text"].style_id
    end = document.element.body.sectPr
    for _line, pieces in Cutter(coded).rows():
        paragraph = _paragraph(text_style)
        for piece in pieces:
            paragraph.extend(_set_piece(piece, styles, legible))
        end.addprevious(paragraph)


def _paragraph(style: str) -> Any:
    paragraph, look, named = (OxmlElement(f"w:{name}") for name in ("p", "pPr", "pStyle"))
    named.set(qn("w:val"), style)
    look.append(named)
    paragraph.append(look)
    return paragraph


def _set_piece(piece: Piece, styles: dict[Part, str], legible: Legible) -> Iterator[Any]:
    yield from (range_start(number) for number in piece.opens)
    if piece.text:
        yield _run(legible(piece.text), styles.get(piece.part))
    for number in piece.closes:
        yield from range_end(number)


def _run(text: str, style: str | None) -> Any:
    run = OxmlElement("w:r")
    if style:
        look, named = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        look.append(named)
        run.append(look)
    for number, part in enumerate(text.split(TAB)):
        if number:
            run.append(OxmlElement("w:tab"))
        words = OxmlElement("w:t")
        words.set(_SPACE, "preserve")
        words.text = part
        run.append(words)
    return run


FORMAT = CodedFormat(id="docx", name=N_("Word document with comments"), suffix=".docx", write=write)
