"""Codebooks as Word: pages to read, with headings and definitions, then a table to import again."""

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.exporters.codebook_format import CodebookFormat
from qualcoder_nhs.exporters.codebook_rows import Row, code_rows, set_rows
from qualcoder_nhs.i18n import N_, _

DEEPEST_HEADING = 9
CELL_STYLE = "Codebook Cell"
APPLIED = {
    Applicable.HOLDING: N_("Applied only until one of its codes is chosen."),
    Applicable.NO: N_("Groups other codes; never applied itself."),
}
KINDS = {SetKind.EXCLUSIVE: N_("Exclusive set"), SetKind.CORE: N_("Core set")}


def write(draft: CodebookDraft, path: Path) -> None:
    """A title, a heading a code with what its card says, the sets, and all of it as tables."""
    document = docx.Document()
    document.core_properties.title = draft.title or _("Codebook")
    document.core_properties.author = ""
    _add_cell_style(document)
    document.add_paragraph(draft.title or _("Codebook"), style="Title")
    if draft.about:
        document.add_paragraph(draft.about, style="Subtitle")
    depths = draft.depths()
    for code in draft.codes:
        _add_card(document, code, depths[code.slug])
    if draft.sets:
        _add_sets(document, draft)
    _add_tables(document, draft)
    document.save(str(path))


def _add_card(document: Document, code: CodeDraft, depth: int) -> None:
    document.add_paragraph(code.name, style=f"Heading {min(depth, DEEPEST_HEADING)}")
    slug = f"{code.slug} · {_('archived')}" if code.archived else code.slug
    document.add_paragraph(slug, style="Caption")
    if code.definition:
        document.add_paragraph(code.definition)
    if code.applicable in APPLIED:
        document.add_paragraph(_(APPLIED[code.applicable]))
    _add_labelled(document, _("Use:"), code.use)
    _add_labelled(document, _("Do not use:"), code.do_not_use)
    if code.example:
        document.add_paragraph(code.example, style="Quote")
    _add_labelled(document, _("Expected beside it:"), ", ".join(code.companions))
    _add_labelled(document, _("Serves:"), code.serves)


def _add_labelled(document: Document, label: str, words: str) -> None:
    if words:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label} ").bold = True
        paragraph.add_run(words)


def _add_sets(document: Document, draft: CodebookDraft) -> None:
    document.add_paragraph(_("Sets"), style="Heading 1")
    names = {code.slug: code.name for code in draft.codes}
    for group in draft.sets:
        _add_set(document, group, names)


def _add_set(document: Document, group: SetDraft, names: dict[str, str]) -> None:
    document.add_paragraph(group.name, style="Heading 2")
    kind = _(KINDS[group.kind])
    document.add_paragraph(f"{kind} · {group.scope}" if group.scope else kind, style="Caption")
    if group.why:
        document.add_paragraph(group.why)
    for member in group.members:
        document.add_paragraph(names[member], style="List Bullet")


def _add_tables(document: Document, draft: CodebookDraft) -> None:
    """The part that the importer reads, on pages laid sideways."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(1.5)
    document.add_paragraph(_("The codebook as a table"), style="Heading 1")
    document.add_paragraph(_("This table is what the program reads when it imports the file."))
    _add_table(document, code_rows(draft))
    if draft.sets:
        document.add_paragraph()
        _add_table(document, set_rows(draft))


def _add_table(document: Document, rows: Sequence[Row]) -> None:
    """A table made of copies of one row: the library's own way takes seconds for a long one."""
    template = document.add_table(rows=1, cols=len(rows[0]), style="Table Grid")
    for cell in template.rows[0].cells:
        cell.paragraphs[0].style = CELL_STYLE
    table = document.element.body.tbl_lst[-1]
    empty = table.tr_lst[0]
    table.remove(empty)
    for cells in rows:
        row = deepcopy(empty)
        for cell, words in zip(row.tc_lst, cells, strict=True):
            cell.p_lst[0].add_r().text = words
        table.append(row)
    table.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # on every page


def _add_cell_style(document: Document) -> None:
    style = document.styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(8)
    style.paragraph_format.space_after = Pt(0)


FORMAT = CodebookFormat("docx", N_("Codebook to read, Word"), (".docx",), write)
