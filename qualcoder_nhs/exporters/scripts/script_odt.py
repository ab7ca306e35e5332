"""Documents as OpenDocument text: real headings, contents, and tables whose heads come again."""

from collections.abc import Iterator, Sequence
from functools import singledispatch
from itertools import count
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.scripts.odt_looks import styles
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Contents,
    Grid,
    Heading,
    NewPage,
    Quoted,
    Script,
    Spoken,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.scripts.script_format import ScriptFormat
from qualcoder_nhs.exporters.word.word_looks import MARGIN
from qualcoder_nhs.i18n import N_

_STYLES = {
    Tone.SUBTITLE: "Subtitle",
    Tone.TEXT: "Text_20_body",
    Tone.STATEMENT: "Statement",
    Tone.LABEL: "Label",
    Tone.SMALL: "Small",
    Tone.POINT: "Point",
    Tone.ASKED: "Asked",
}
_KEPT = "Text_20_body_20_kept"
_TAB = "<text:tab/>"
_SHORT = 12
"""Rows up to which a table stands on one page."""


def write(script: Script, path: Path) -> None:
    """Write the whole document; what XML cannot hold is shown as a mark."""
    from odfdo import Document, Element  # noqa: PLC0415  (a moment, when such a file is written)

    document = Document("text")
    document.body.clear()
    for one in styles():
        # Looks of tables are no styles that people choose, and count only where the tables stand.
        document.insert_style(one, automatic='style:family="table' in one)
    _set_paper(document)
    legible = Legible()
    for part in _document(script):
        document.body.append(Element.from_tag(legible(part)))
    _describe(document, script)
    document.save(str(path))


def _set_paper(document: Any) -> None:
    """Margins as in Word files; the template numbers headings, and ours bear their own numbers."""
    for outline in document.styles.get_elements("//text:outline-style"):
        outline.delete()
    for paper in document.styles.get_elements("//style:page-layout-properties"):
        for side in ("top", "bottom", "left", "right"):
            paper.set_attribute(f"fo:margin-{side}", f"{MARGIN}cm")


def _describe(document: Any, script: Script) -> None:
    told = document.meta
    told.title, told.language, told.creator = script.title, "en-GB", script.author
    told.set_initial_creator(script.author)
    told.set_creation_date(script.made.replace(tzinfo=None, microsecond=0))


def _document(script: Script) -> Iterator[str]:
    yield _p("Title", _t(script.title))
    yield _p("Subtitle", _t(script.subtitle))
    for name, value in script.facts:
        yield _p("Detail", f"{_t(name)}{_TAB}{_t(value)}")
    yield _p("Table_20_gap", "")
    numbers, breaks = count(1), False
    for block in script.blocks:
        if isinstance(block, Heading):
            yield _heading(block, next(numbers), breaks=breaks)
            breaks = False
        elif isinstance(block, NewPage):
            breaks = True
        else:
            yield from _set(block, script)


def _heading(heading: Heading, number: int, *, breaks: bool) -> str:
    style = f"Heading_20_{heading.level}{'_20_new_20_page' if breaks else ''}"
    return (
        f'<text:h text:style-name="{style}" text:outline-level="{heading.level}">'
        f'<text:bookmark text:name="part-{number}"/>{_t(heading.text)}</text:h>'
    )


@singledispatch
def _set(block: Block, script: Script) -> Iterator[str]:
    raise TypeError(block, script)


@_set.register
def _(block: Words, _script: Script) -> Iterator[str]:
    first, *more = block.text.splitlines() or [""]
    style = _KEPT if block.kept and block.tone is Tone.TEXT else _STYLES[block.tone]
    point = f"•{_TAB}" if block.tone is Tone.POINT else ""
    name = _bold(f"{block.name} ") if block.name else ""
    yield _p(style, f"{point}{name}{_t(first)}")
    yield from (_p(style, _t(line)) for line in more if line.strip())


@_set.register
def _(block: Grid, _script: Script) -> Iterator[str]:
    if block.title:
        yield _p("Label", _t(block.title))
    total = sum(block.widths)
    columns = "".join(
        f'<table:table-column table:style-name="Column{round(100 * width / total)}"/>'
        for width in block.widths
    )
    head = _row(block.header, block.right, "Table_20_head")
    rows = "".join(_row(row, block.right, "Table_20_cell") for row in block.rows)
    style = "Whole" if len(block.rows) <= _SHORT else "Grid"
    yield (
        f'<table:table table:name={quoteattr(block.title or "Table")} table:style-name="{style}">'
        f"{columns}<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
    )
    yield _p("Table_20_gap", "")


@_set.register
def _(block: Quoted, _script: Script) -> Iterator[str]:
    mark = block.mark
    for line in block.lines:
        yield from _spoken(line, mark, alone=not (block.source or block.reference))
        mark = mark if line.context else ""
    where = f"{_TAB}{_t(block.reference)}" if block.reference else ""
    if block.source or where:
        yield _p("Source", f"{_t(block.source)}{where}")
    if block.note:
        yield _p("Quote_20_note", _t(block.note))


@_set.register
def _(block: Contents, script: Script) -> Iterator[str]:
    for number, one in enumerate(script.headings(3), 1):
        if one.level <= block.levels:
            where = f'xlink:type="simple" xlink:href="#part-{number}"'
            yield _p(f"Contents_20_{one.level}", f"<text:a {where}>{_t(one.text)}</text:a>")


def _spoken(line: Spoken, mark: str, *, alone: bool) -> Iterator[str]:
    first, *more = [each for each in line.text.splitlines() if each.strip()] or [""]
    number = "" if line.context else _bold(mark)
    link = _bold(f"   {line.link}") if line.link else ""
    quoted = "Quoted_20_alone" if alone else "Quoted"
    style = "Grey_20_turn" if line.context else "Turn" if line.speaker else quoted
    speaker = f"{_bold(line.speaker)}{_TAB}" if line.speaker or line.context else ""
    yield _p(style, f"{number}{_TAB}{speaker}{_t(first)}{link}")
    yield from (_p(quoted, f"{_TAB}{_t(each)}") for each in more)


def _row(cells: Sequence[str], right: Sequence[bool], style: str) -> str:
    told = "".join(
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f"{_p(style + '_20_right' if ends else style, _t(cell))}</table:table-cell>"
        for cell, ends in zip(cells, right, strict=True)
    )
    return f'<table:table-row table:style-name="Row">{told}</table:table-row>'


def _p(style: str, inner: str) -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def _bold(text: str) -> str:
    return f'<text:span text:style-name="Strong_20_Emphasis">{_t(text)}</text:span>' if text else ""


def _t(text: str) -> str:
    """Words as XML: OpenDocument makes one of several blanks unless they are named."""
    flat = " ".join(text.splitlines()).replace("\t", " ")
    return escape(flat).replace("   ", '<text:s text:c="3"/>')


FORMAT = ScriptFormat(id="odt", name=N_("OpenDocument text"), suffix=".odt", write=write)
