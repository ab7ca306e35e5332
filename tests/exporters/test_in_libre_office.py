"""Another office program opens what is exported, and shows all of it."""

import csv
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from qualcoder_nhs.domain.codebook_draft import CodebookDraft
from qualcoder_nhs.domain.excerpts import ExcerptBook, Said
from qualcoder_nhs.exporters.codebooks import codebook_docx
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from qualcoder_nhs.exporters.excerpts.excerpt_rows import COLUMNS, row
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.ready_codebooks import ready_codebook
from tests.exporters.books import (
    book,
    code,
    excerpt,
    large_book,
    said,
    single,
    trust_book,
    voice,
)
from tests.exporters.printed import Office, holds_in_order, pages, plain

pytestmark = pytest.mark.long

CSV_IN_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"
SPREAD = "of 28 participants"


def written(exported: ExcerptBook, folder: Path, suffix: str) -> Path:
    path = folder / f"excerpts{suffix}"
    write_excerpts(exported, path)
    return path


def told_in(exported: ExcerptBook) -> list[str]:
    """What a document must say: headings, quotes line by line, and where each comes from."""
    wanted: list[str] = []
    for section in exported.sections:
        wanted.append(section.code.name)
        for one in section.excerpts:
            wanted += [line for piece in one.said for line in piece.text.splitlines() if line]
            wanted += [one.attribution, one.reference]
    return wanted


def test_word_documents_show_every_heading_quote_and_source(office: Office, tmp_path: Path) -> None:
    exported = trust_book()
    sheets = pages(office(written(exported, tmp_path, ".docx"), "pdf"), footer=True)
    holds_in_order(" ".join(sheets), [exported.study, *told_in(exported)])
    assert " ".join(sheets).count(SPREAD) == 1 + len(exported.sections)
    assert sheets[-1].endswith("1 excerpt is flagged “identifying detail”.")
    assert "8 of 11 excerpts exported." in sheets[-1]


def test_a_thousand_excerpts_are_all_on_their_pages(office: Office, tmp_path: Path) -> None:
    exported = large_book(1000)
    sheets = pages(office(written(exported, tmp_path, ".docx"), "pdf"), footer=True)
    holds_in_order(" ".join(sheets), told_in(exported))
    assert len(sheets) > 50
    assert "1,000 of 1,000 excerpts exported." in sheets[-1]


def test_no_page_begins_with_the_source_of_a_quote(office: Office, tmp_path: Path) -> None:
    exported = long_talks()
    sheets = pages(office(written(exported, tmp_path, ".docx"), "pdf"))
    assert len(sheets) > 40
    assert [page[:40] for page in sheets if page.startswith("(FG2, ")] == []


def long_talks() -> ExcerptBook:
    """Two people in turn, each a line or a page."""
    under, chance = code("long", "Long talks"), Random(1)
    phrase = "and then you go home and it is what the paper did not say, "

    def turn(at: int, label: str) -> Said:
        return said(at, voice(label), (phrase * chance.choice((1, 2, 15, 30))).strip())

    talks = ((turn(at, "P4"), turn(at + 1, "P5")) for at in range(1, 600, 3))
    return book([under], *(excerpt(under, *talk) for talk in talks))


def test_web_pages_show_every_heading_quote_and_source(office: Office, tmp_path: Path) -> None:
    exported = trust_book()
    sheets = pages(office(written(exported, tmp_path, ".html"), "pdf"))
    text = " ".join(sheets)
    holds_in_order(text[text.index(plain(exported.sections[0].code.definition)) :], [
        *told_in(exported)[1:], "8 of 11 excerpts exported.",
    ])  # fmt: skip
    assert text.count(SPREAD) == 1 + len(exported.sections)


def test_workbooks_come_out_cell_by_cell(sheets: Office, tmp_path: Path) -> None:
    exported = large_book(300)
    path = written(exported, tmp_path, ".xlsx")
    assert cells(sheets(path, CSV_IN_UTF8)) == [list(COLUMNS), *rows(exported)]
    text = " ".join(pages(sheets(path, "pdf")))
    holds_in_order(text, [one.code.name for one in exported.sections])
    assert "300 of 300 excerpts exported." in text


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_no_cell_of_a_hostile_table_runs(sheets: Office, tmp_path: Path, suffix: str) -> None:
    hostile = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1+1", '=HYPERLINK("http://x","y")')
    opened = load_workbook(sheets(written(single(*hostile), tmp_path, suffix), "xlsx"))
    found = [cell for sheet in opened for line in sheet.iter_rows() for cell in line]
    assert len(found) > len(hostile)
    assert [cell.value for cell in found if cell.data_type == "f"] == []


def rows(exported: ExcerptBook) -> list[list[str]]:
    return [list(map(str, row(one, EVERYTHING))) for one in exported.excerpts]


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_codebook_is_to_be_read_and_stands_in_its_table(office: Office, tmp_path: Path) -> None:
    draft = nhs()
    path = tmp_path / "codebook.docx"
    codebook_docx.write(draft, path)
    text = " ".join(pages(office(path, "pdf")))
    read, _mark, table = text.partition("The codebook as a table")
    holds_in_order(read, [words for one in draft.codes for words in (one.name, one.slug)])
    in_print = table.replace(" ", "")  # narrow columns break slugs at their hyphens
    assert [one.slug for one in draft.codes if one.slug not in in_print] == []


def nhs() -> CodebookDraft:
    return read_codebook(ready_codebook("nhs_doctor_manager")).draft
