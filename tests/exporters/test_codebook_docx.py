"""The Word codebook is one of the program's documents: its looks, its paper, its navigation."""

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft
from qualcoder_nhs.exporters.codebooks import codebook_docx

DEEP = 11


def written(folder: Path) -> Document:
    """A chain of codes, each beneath the one before, with a full card."""
    codes = tuple(
        CodeDraft(
            slug=f"c-{level}",
            name=f"Level {level}",
            parent=f"c-{level - 1}" if level > 1 else None,
            definition="What it means.",
            example="“I signed it.”",
            serves="Q1",
        )
        for level in range(1, DEEP + 1)
    )
    path = folder / "codebook.docx"
    codebook_docx.write(CodebookDraft(title="Doctors and managers", codes=codes), path)
    return Document(str(path))


def test_the_navigation_pane_shows_the_tree_as_deep_as_word_can(tmp_path: Path) -> None:
    levels = [
        (paragraph.text, paragraph.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")))
        for paragraph in written(tmp_path).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert levels[:-1] == [(f"Level {n}", str(min(n, 9) - 1)) for n in range(1, DEEP + 1)]


def test_no_card_is_torn_from_its_name(tmp_path: Path) -> None:
    paragraphs = written(tmp_path).paragraphs
    for at, paragraph in enumerate(paragraphs):
        if paragraph.text.startswith("c-"):
            assert paragraph.style.paragraph_format.keep_with_next
            assert paragraphs[at - 1].style.paragraph_format.keep_with_next
        if paragraph.style.name == "Quote":
            assert paragraph.paragraph_format.keep_with_next is False


def test_it_is_set_on_a4_and_the_table_lies_within_the_page(tmp_path: Path) -> None:
    document = written(tmp_path)
    upright, sideways = document.sections
    paper = (upright.page_width, upright.page_height)
    assert [round(side / Cm(1), 1) for side in paper] == [21, 29.7]
    assert sideways.page_width == upright.page_height
    room = sideways.page_width - sideways.left_margin - sideways.right_margin
    for table in document.tables:
        width = sum(column.width for column in table.columns)
        assert 0.99 * room <= width <= 1.001 * room
        assert sum(cell.width for cell in table.rows[1].cells) == width
