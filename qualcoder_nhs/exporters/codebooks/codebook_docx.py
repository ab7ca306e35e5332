"""Codebooks as Word: pages to read, with headings and definitions, then a table to import again."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import (
    LEVEL,
    PLAIN_FIELDS,
    CodebookDraft,
    CodeDraft,
    SetDraft,
)
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.exporters.codebooks.codebook_rows import Row, code_rows, set_rows
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_looks import LINE
from qualcoder_nhs.i18n import N_, _

DEEPEST_HEADING = 9
CELL_STYLE = "Codebook Cell"
TABLE_MARGIN, TABLE_WIDTH = 1.5, 26.7
"""Centimetres, on A4 laid sideways."""
SENTENCES, NAMES, WORDS = 3.0, 1.7, 1.0
"""How columns share the width, by what is in them."""
APPLIED = {
    Applicable.HOLDING: N_("Applied only until one of its codes is chosen."),
    Applicable.NO: N_("Groups other codes; never applied itself."),
}
KINDS = {
    SetKind.EXCLUSIVE: N_("Exclusive set"),
    SetKind.CORE: N_("Core set"),
    SetKind.EVENTS: N_("Events in the group"),
    SetKind.LINKS: N_("Goes with a link"),
    SetKind.TOGETHER: N_("Kept together"),
}


def write(draft: CodebookDraft, path: Path) -> None:
    """A title, a heading a code with what its card says, the sets, and all of it as tables."""
    title = draft.title or _("Codebook")
    document = word_file(title, "", datetime.now(UTC))
    _add_cell_style(document)
    document.add_paragraph(title, style="Title")
    if draft.about:
        document.add_paragraph(draft.about, style="Subtitle")
    depths = draft.depths()
    for code in draft.codes:
        _add_card(document, code, depths[code.slug])
    if draft.sets:
        _add_sets(document, draft)
    _add_tables(document, draft)
    document.save(str(path))


def _add_card(document: Any, code: CodeDraft, depth: int) -> None:
    document.add_paragraph(code.name, style=f"Heading {min(depth, DEEPEST_HEADING)}")
    slug = f"{code.slug} · {_('archived')}" if code.archived else code.slug
    document.add_paragraph(slug, style="Code trail")
    if code.definition:
        document.add_paragraph(code.definition)
    if code.applicable in APPLIED:
        document.add_paragraph(_(APPLIED[code.applicable]))
    _add_labelled(document, _("Use:"), code.use)
    _add_labelled(document, _("Do not use:"), code.do_not_use)
    if code.example:
        quote = document.add_paragraph(code.example, style="Quote")
        quote.paragraph_format.keep_with_next = False  # no source stands below it here
    _add_labelled(document, _("Expected beside it:"), ", ".join(code.companions))
    _add_labelled(document, _("Serves:"), code.serves)


def _add_labelled(document: Any, label: str, words: str) -> None:
    if words:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label} ").bold = True
        paragraph.add_run(words)


def _add_sets(document: Any, draft: CodebookDraft) -> None:
    document.add_paragraph(_("Sets"), style="Heading 1")
    names = {code.slug: code.name for code in draft.codes}
    for group in draft.sets:
        _add_set(document, group, names)


def _add_set(document: Any, group: SetDraft, names: dict[str, str]) -> None:
    document.add_paragraph(group.name, style="Heading 2")
    kind = _(KINDS[group.kind])
    document.add_paragraph(f"{kind} · {group.scope}" if group.scope else kind, style="Code trail")
    if group.why:
        document.add_paragraph(group.why)
    for member in group.members:
        document.add_paragraph(names[member], style="List Bullet")


def _add_tables(document: Any, draft: CodebookDraft) -> None:
    """The part that the importer reads, on pages laid sideways."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(TABLE_MARGIN)
    document.add_paragraph(_("The codebook as a table"), style="Heading 1")
    document.add_paragraph(_("This table is what the program reads when it imports the file."))
    _add_table(document, code_rows(draft))
    if draft.sets:
        document.add_paragraph()
        _add_table(document, set_rows(draft))


def _add_table(document: Any, rows: Sequence[Row]) -> None:
    """A table made of copies of one row: the library's own way takes seconds for a long one."""
    template = document.add_table(rows=1, cols=len(rows[0]))
    template.autofit = False
    for column, width in zip(template.columns, _widths(rows[0]), strict=True):
        column.width = Cm(width)
    for cell, width in zip(template.rows[0].cells, _widths(rows[0]), strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].style = CELL_STYLE
    table = document.element.body.tbl_lst[-1]
    _draw_lines(table)
    empty = table.tr_lst[0]
    empty.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.remove(empty)
    for cells in rows:
        row = deepcopy(empty)
        for cell, words in zip(row.tc_lst, cells, strict=True):
            cell.p_lst[0].add_r().text = words
        table.append(row)
    table.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # on every page


def _widths(header: Row) -> list[float]:
    """Centimetres for each column."""
    shares = [_share(name.replace(" ", "_")) for name in header]
    return [TABLE_WIDTH * share / sum(shares) for share in shares]


def _share(column: str) -> float:
    if column in {*PLAIN_FIELDS, "why", "members"} - {"serves"}:
        return SENTENCES
    return NAMES if column.startswith((LEVEL, "slug", "companions", "set")) else WORDS


def _draw_lines(table: Any) -> None:
    """Hairlines around every cell."""
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    # The schema wants borders before layout and look.
    later = [table.tblPr.find(qn(tag)) for tag in ("w:tblLayout", "w:tblLook")]
    next(one for one in later if one is not None).addprevious(lines)


def _add_cell_style(document: Any) -> None:
    style = document.styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(8)
    style.paragraph_format.space_after = Pt(0)


FORMAT = CodebookFormat("docx", N_("Codebook to read, Word"), (".docx",), write)
