"""Codebooks as other programs write them: the tree and the definitions come in right.

All of these are synthetic: made here after what is known of each program's sheets.
"""

from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.shared import Pt
from openpyxl.styles import Alignment

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.codebooks.codebook_format import ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_formats import is_codebook, read_codebook

Sheet = Sequence[Sequence[str]]

MAXQDA_CODE_SYSTEM: Sheet = [
    ["Color", "Parent code", "Code", "Cod. seg. (all documents)", "Author", "Memo"],
    ["●", "", "Trust", "9", "MR", "All about trust."],
    ["●", "Trust", "In people", "4", "MR", ""],
    ["●", "Trust\\In people", "Held", "2", "MR", "Said of others."],
    ["●", "Trust\\In people\\Held", "By doctors", "1", "MR", ""],
    ["●", "Trust\\In people\\Held\\By doctors", "At night", "1", "MR", ""],
    ["●", "Money", "Held", "2", "MR", "Kept back."],
]
MAXQDA_IMPORT: Sheet = [
    ["Code", "Memo"],
    ["Trust", "All about trust."],
    ["Trust > In people > Held", "Said of others."],
    ["Trust\\In people\\Held\\By doctors\\At night", ""],
    ["Money > Held", "Kept back."],
]
NVIVO_LIST: Sheet = [
    ["Hierarchical Name", "Description", "Files", "References"],
    ["Codes\\\\Trust", "All about trust.", "3", "9"],
    ["Codes\\\\Trust\\In people\\Held", "Said of others.", "2", "2"],
    ["Codes\\\\Trust\\In people\\Held\\By doctors\\At night", "", "1", "1"],
    ["Codes\\\\Money\\Held", "Kept back.", "1", "1"],
]
TAGUETTE: Sheet = [
    ["tag", "description", "number of highlights"],
    ["Trust", "All about trust.", "0"],
    ["Trust.In people.Held", "Said of others.", "2"],
    ["Trust.In people.Held.By doctors.At night", "", "2"],
    ["Money.Held", "Kept back.", "1"],
]
TAGUETTE_WITH_PARENTS: Sheet = [
    ["tag", "parent", "description", "number of highlights"],
    ["Trust", "", "All about trust.", "0"],
    ["Trust.In people", "Trust", "", "0"],
    ["Trust.In people.Held", "Trust.In people", "Said of others.", "2"],
    ["Trust.In people.Held.By doctors", "Trust.In people.Held", "", "2"],
    ["Trust.In people.Held.By doctors.At night", "Trust.In people.Held.By doctors", "", "2"],
    ["Money.Held", "Money", "Kept back.", "1"],
]
TREE = {
    "Trust": "All about trust.",
    "Trust > In people": "",
    "Trust > In people > Held": "Said of others.",
    "Trust > In people > Held > By doctors": "",
    "Trust > In people > Held > By doctors > At night": "",
    "Money": "",
    "Money > Held": "Kept back.",
}
INDENTED = [
    (0, "Trust", "All about trust."),
    (1, "In people", ""),
    (2, "Held", "Said of others."),
    (3, "By doctors", ""),
    (4, "At night", ""),
    (0, "Money", ""),
    (1, "Held", "Kept back."),
]
NVIVO_HEADER = ["Name", "Description", "Files", "References"]


def as_csv(folder: Path, rows: Sheet) -> Path:
    path = folder / "codebook.csv"
    quoted = ((f'"{cell}"' for cell in row) for row in rows)
    path.write_text("\n".join(",".join(row) for row in quoted), encoding="utf-8")
    return path


def as_excel(folder: Path, rows: Sheet) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "codebook.xlsx")
    return folder / "codebook.xlsx"


def as_word(folder: Path, rows: Sheet) -> Path:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(rows, table.rows, strict=True):
        for words, cell in zip(row, cells.cells, strict=True):
            cell.text = words
    document.save(folder / "codebook.docx")
    return folder / "codebook.docx"


def tree(parsed: ParsedCodebook) -> dict[str, str]:
    paths = parsed.draft.paths()
    return {" > ".join(paths[code.slug]): code.definition for code in parsed.draft.codes}


@pytest.mark.parametrize("write", [as_csv, as_excel, as_word])
@pytest.mark.parametrize(
    "rows",
    [MAXQDA_CODE_SYSTEM, MAXQDA_IMPORT, NVIVO_LIST, TAGUETTE, TAGUETTE_WITH_PARENTS],
    ids=["MAXQDA, code system", "MAXQDA, for import", "NVivo, list", "Taguette", "Taguette, newer"],
)
def test_the_place_of_a_code_may_stand_in_one_cell(
    rows: Sheet, write: type[object], tmp_path: Path
) -> None:
    parsed = read_codebook(write(tmp_path, rows))  # type: ignore[call-arg, arg-type]
    assert tree(parsed) == TREE
    assert all("were left out" in problem.what for problem in parsed.problems)


def test_nvivo_in_word_indents_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Codebook")
    table = document.add_table(1, 4)
    for words, cell in zip(NVIVO_HEADER, table.rows[0].cells, strict=True):
        cell.text = words
    for depth, name, definition in INDENTED:
        cells = table.add_row().cells
        for words, cell in zip((name, definition, "2", "3"), cells, strict=True):
            cell.text = words
        cells[0].paragraphs[0].paragraph_format.left_indent = Pt(11 * depth)
    document.save(tmp_path / "NVivo.docx")
    parsed = read_codebook(tmp_path / "NVivo.docx")
    assert tree(parsed) == TREE
    assert [problem.what for problem in parsed.problems] == [
        "columns that are not known were left out: Files, References."
    ]


def test_nvivo_in_excel_indents_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(NVIVO_HEADER)
    for depth, name, definition in INDENTED:
        book.active.append([name, definition, 2, 3])
        book.active.cell(book.active.max_row, 1).alignment = Alignment(indent=depth)
    book.save(tmp_path / "NVivo.xlsx")
    assert tree(read_codebook(tmp_path / "NVivo.xlsx")) == TREE


def test_atlas_ti_keeps_names_with_colons_and_lists_its_groups_as_left_out(tmp_path: Path) -> None:
    rows = [
        ["Code", "Comment", "Code Groups", "Grounded", "Density", "Created by"],
        ["Trust: held", "Said of others.", "Trust", "3", "0", "MR"],
        ["Trust: withheld", "", "Trust", "1", "0", "MR"],
    ]
    parsed = read_codebook(as_excel(tmp_path, rows))
    assert tree(parsed) == {"Trust: held": "Said of others.", "Trust: withheld": ""}
    [problem] = parsed.problems
    assert "Code Groups, Grounded, Density, Created by" in problem.what


@pytest.mark.parametrize(("origin", "nested"), [("Taguette 1.4.1", True), ("Another 2", False)])
def test_dots_are_steps_in_a_refi_codebook_of_taguette_only(
    origin: str, nested: bool, tmp_path: Path
) -> None:
    names = ("Trust.held", "Trust", "Trust.held", "e.g. beds")
    codes = "".join(
        f'<Code guid="{at:08}-0000-0000-0000-000000000000" name="{name}" isCodable="true"/>'
        for at, name in enumerate(names)
    )
    path = tmp_path / "Taguette.qdc"
    path.write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="{origin}"><Codes>{codes}</Codes>'
        "<Sets/></CodeBook>",
        encoding="utf-8",
    )
    found = [" > ".join(names) for names in read_codebook(path).draft.paths().values()]
    if nested:
        assert found == ["Trust", "Trust > held", "Trust > held", "e.g. beds"]
    else:
        assert found == list(names)


QUALCODER_LINES = (
    "<p style='font-size:16pt'>Codebook: Study of trust</p><br/>",
    "<br/><span style='font-size:14pt'>Category: Trust</span><br/>",
    "<span style='font-size:8pt'>MEMO: All about trust.</span><br/>",
    "<br/><span style='font-size:14pt'>...Category: In people</span><br/>",
    "......<span style='color:#F0F8FF'>&#9608;</span>Code: Held, Count: 3<br/>",
    "<span style='font-size:8pt'>MEMO: Said of others.</span><br/>",
    "<br/><span style='font-size:14pt'>......Category: By doctors</span><br/>",
    ".........<span style='color:red'>&#9608;</span>Code: Nights, days, Count: 0<br/>",
    "<span style='color:red'>&#9608;</span>Code: Money, Count: 12<br/>",
)


def qualcoder_codebook(folder: Path) -> Path:
    """Lines put one after the other into a text and written as OpenDocument, as QualCoder does."""
    from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentWriter

    document = QTextDocument()
    cursor = QTextCursor(document)
    for line in QUALCODER_LINES:
        cursor.insertHtml(line)
    writer = QTextDocumentWriter(str(folder / "Codebook.odt"), b"ODF")
    assert writer.write(document)
    return folder / "Codebook.odt"


def test_qualcoder_writes_lines_with_dots_ahead(qapp: object, tmp_path: Path) -> None:
    path = qualcoder_codebook(tmp_path)
    assert is_codebook(path)
    assert tree(read_codebook(path)) == {
        "Trust": "All about trust.",
        "Trust > In people": "",
        "Trust > In people > Held": "Said of others.",
        "Trust > In people > By doctors": "",
        "Trust > In people > By doctors > Nights, days": "",
        "Money": "",
    }


def test_another_text_of_the_same_kind_is_a_transcript(qapp: object, tmp_path: Path) -> None:
    from PySide6.QtGui import QTextDocument, QTextDocumentWriter

    path = tmp_path / "talk.odt"
    document = QTextDocument("MOD: Which Code: is it?\nP1: This one.")
    assert QTextDocumentWriter(str(path), b"ODF").write(document)
    assert not is_codebook(path)
    with pytest.raises(BadFile, match="no table in it"):
        read_codebook(path)


def test_a_sign_that_is_no_step_stays_in_the_name(tmp_path: Path) -> None:
    rows = [["Code"], ["Pay>100k"], ["e.g. beds"], ["either / or"]]
    assert list(tree(read_codebook(as_csv(tmp_path, rows)))) == [row[0] for row in rows[1:]]


def test_german_columns_of_maxqda(tmp_path: Path) -> None:
    rows = [["Farbe", "Obercode", "Code", "Memo"], ["#AABBCC", "Vertrauen", "Nähe", "Wärme."]]
    parsed = read_codebook(as_excel(tmp_path, rows))
    assert tree(parsed) == {"Vertrauen": "", "Vertrauen > Nähe": "Wärme."}
    assert parsed.draft.codes[-1].colour == "#AABBCC"
