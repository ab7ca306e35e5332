"""Tables in a Word file: hairlines, headings that come again on every page, rows kept whole."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from qualcoder_nhs.exporters.word.word_looks import LINE, TEXT_WIDTH

STEP = 0.35
"""Centimetres that a row is moved in for each level of a tree."""

Words = Sequence[str]


def add_table(
    document: Any,
    header: Words,
    rows: Sequence[Words],
    *,
    widths: Sequence[float],
    right: Sequence[bool],
    depths: Sequence[int] = (),
    across: float = TEXT_WIDTH,
    whole: bool = False,
) -> None:
    """A table at the end of the document; `widths` are shares of `across`, in centimetres.

    What is `whole` stays on one page, with the paragraph after it.

    Rows are copies of one, since python-docx takes seconds for a long table.
    """
    table = document.add_table(rows=1, cols=len(header))
    _lay_out(table, widths, across)
    head = table.rows[0]
    _dress(head, right, "Table head", whole=whole)
    pattern = deepcopy(head._tr)  # noqa: SLF001  (the element is what is copied)
    _fill(head._tr, header)  # noqa: SLF001
    _repeat(head._tr)  # noqa: SLF001
    body = document.styles["Table cell"].style_id
    for at, words in enumerate(rows):
        row = deepcopy(pattern)
        _restyle(row, body)
        _fill(row, words)
        if depths and depths[at]:
            _indent(row, depths[at])
        table._tbl.append(row)  # noqa: SLF001


def _lay_out(table: Any, widths: Sequence[float], across: float) -> None:
    table.autofit = False
    total = sum(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(across * width / total)
        for cell in column.cells:
            cell.width = column.width
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        rule = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            rule.set(qn(f"w:{name}"), value)
        borders.append(rule)
    # The schema wants borders before the layout and the look of a table.
    look = table._tbl.tblPr  # noqa: SLF001
    later = [look.find(qn(tag)) for tag in ("w:tblLayout", "w:tblCellMar", "w:tblLook")]
    next(one for one in later if one is not None).addprevious(borders)


def _dress(row: Any, right: Sequence[bool], style: str, *, whole: bool) -> None:
    for cell, ends in zip(row.cells, right, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run("-")
        if whole:
            paragraph.paragraph_format.keep_with_next = True
        if ends:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    unsplit = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(unsplit)  # noqa: SLF001


def _repeat(row: Any) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _restyle(row: Any, style: str) -> None:
    for named in row.iter(qn("w:pStyle")):
        named.set(qn("w:val"), style)


def _fill(row: Any, words: Words) -> None:
    for text, said in zip(list(row.iter(qn("w:t"))), words, strict=True):
        text.text, *more = said.split("\n")
        for line in more:
            run = text.getparent()
            run.append(OxmlElement("w:br"))
            run.append(deepcopy(text))
            run[-1].text = line


def _indent(row: Any, depth: int) -> None:
    look = next(row.iter(qn("w:pPr")))
    moved = OxmlElement("w:ind")
    moved.set(qn("w:left"), str(int(Cm(STEP * depth) / Pt(1) * 20)))
    # The schema wants alignment behind it.
    aligned = look.find(qn("w:jc"))
    if aligned is None:
        look.append(moved)
    else:
        aligned.addprevious(moved)
