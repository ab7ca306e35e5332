"""Excel: every cell is what it says, nothing runs, nothing is cut off."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from qualcoder_nhs.exporters.sheets.sheet_cells import LONGEST, pieces
from tests.exporters.books import book, single, trust_book
from tests.exporters.expected import ANY_TEXT, TRAPS, visible

COLUMNS = (
    "path code transcript speaker participant role turn start end text memo flags coder date "
    "layer reference attribution"
)
HEADER = COLUMNS.split()


@pytest.fixture
def trust(tmp_path: Path) -> Workbook:
    return written(trust_book(), tmp_path)


def test_one_row_an_excerpt_with_the_words_of_the_stored_text(trust: Workbook) -> None:
    table = rows(trust)
    found = trust_book().excerpts
    assert list(table[0]) == HEADER
    assert [row["text"] for row in table] == [one.text for one in found]
    assert [row["attribution"] for row in table] == [one.attribution for one in found]
    assert [row["reference"] for row in table] == [one.reference for one in found]
    assert [(row["start"], row["end"]) for row in table] == [
        (one.coding.span.start, one.coding.span.end) for one in found
    ]


def test_a_row_says_who_and_where(trust: Workbook) -> None:
    quarrel = rows(trust)[2]
    assert quarrel | {"text": "", "start": 0, "end": 0} == {
        "path": "Trust > Suspicion > Doubted motive",
        "code": "tru-motive",
        "transcript": "FG4",
        "speaker": "P7;P2",
        "participant": "P7;P2",
        "role": "clinical director;operations manager",
        "turn": "61;62;63",
        "start": 0,
        "end": 0,
        "text": "",
        "memo": None,
        "flags": "strong;discuss",
        "coder": "HL",
        "date": "2026-05-14",
        "layer": "open",
        "reference": "[FG4 t.61–63]",
        "attribution": "(FG4, P7, P2: clinical director, operations manager)",
    }


def test_the_header_stays_in_sight_filters_and_text_wraps(trust: Workbook) -> None:
    sheet = trust.worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Q9"
    assert sheet["J2"].alignment.wrap_text
    assert sheet.column_dimensions["J"].width > sheet.column_dimensions["G"].width


def test_rows_are_as_high_as_their_words_need(tmp_path: Path) -> None:
    short, long, broken = (
        written(single(words), tmp_path).worksheets[0].row_dimensions[2].height
        for words in ("Yes.", "word " * 200, "One.\nTwo.\nThree.\nFour.\nFive.")
    )
    assert short < long
    assert (short, broken) == (15, 75)


def test_the_second_sheet_says_what_this_is_and_what_is_missing(trust: Workbook) -> None:
    about = [row for row in trust["About"].iter_rows(values_only=True) if any(row)]
    assert ("Exported", "8 of 11 excerpts exported.") in [row[:2] for row in about]
    assert ("Left out: by other coders", 1) in [row[:2] for row in about]
    assert ("Trust > Suspicion", 2, 4, 3, 28, 4, 2) in about
    assert about[-1][0] == "1 excerpt is flagged “identifying detail”."


def test_no_cell_can_run(tmp_path: Path) -> None:
    starts = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1")
    sheet = written(single(*starts), tmp_path).worksheets[0]
    cells = [row[HEADER.index("text")] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(starts)
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}


def test_what_looks_like_the_xml_of_a_cell_stays_words(tmp_path: Path) -> None:
    texts = ("<r>bold</r>", "<r><t>x</t></r>", "_x0041_", "</t></is></c>", "&lt;", "a\rb")
    found = [row["text"] for row in rows(written(single(*texts), tmp_path))]
    assert found == [visible(text) for text in texts]


def test_the_size_of_the_sheet_is_told_to_those_who_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    write_excerpts(trust_book(), path)
    sheet = load_workbook(path, read_only=True).worksheets[0]
    assert (sheet.max_row, sheet.max_column) == (len(trust_book().excerpts) + 1, len(HEADER))
    sheet.parent.close()


def test_links_stay_words(tmp_path: Path) -> None:
    sheet = written(single("https://example.org", "mailto:a@example.org"), tmp_path).worksheets[0]
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_every_trap_survives(tmp_path: Path) -> None:
    workbook = written(single(*TRAPS), tmp_path)
    assert [row["text"] for row in rows(workbook)] == [visible(text) for text in TRAPS]
    notes = [row[0] for row in workbook["About"].iter_rows(values_only=True)]
    assert "3 characters that this kind of file cannot hold are shown as �." in notes


@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
@settings(max_examples=30)
def test_any_text_survives(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        found = [row["text"] for row in rows(written(single(*texts), Path(folder)))]
    assert found == [visible(text) for text in texts]


def test_a_cell_too_long_for_excel_goes_on_in_a_column_of_its_own(tmp_path: Path) -> None:
    long = "🩺" * 20_000 + "x" * 30_000
    table = rows(written(single("short", long), tmp_path))
    assert list(table[0]) == [*HEADER, "text (2)", "text (3)"]
    assert [table[0]["text"], table[0]["text (2)"]] == ["short", None]
    assert table[1]["text"] + table[1]["text (2)"] + table[1]["text (3)"] == long


@given(st.text(max_size=30), st.integers(2, 6))
def test_pieces_fit_and_make_up_the_text(text: str, longest: int) -> None:
    cut = pieces(text, longest)
    assert "".join(cut) == text
    assert all(len(piece.encode("utf-16-le", "surrogatepass")) <= longest * 2 for piece in cut)


def test_exactly_as_much_as_a_cell_holds_is_one_piece() -> None:
    assert pieces("x" * LONGEST) == ["x" * LONGEST]


def test_memos_and_references_can_be_left_out(tmp_path: Path) -> None:
    table = rows(written(trust_book(), tmp_path, ExcerptOptions(memos=False, references=False)))
    assert {(row["memo"], row["reference"]) for row in table} == {(None, None)}


def test_a_book_without_excerpts_is_a_header_alone(tmp_path: Path) -> None:
    sheet = written(book([]), tmp_path).worksheets[0]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [HEADER]


# --- how it is read ----------------------------------------------------------------------------


def written(made: ExcerptBook, folder: Path, options: ExcerptOptions = EVERYTHING) -> Workbook:
    path = folder / "book.xlsx"
    write_excerpts(made, path, options)
    return load_workbook(path)


def rows(workbook: Workbook) -> list[dict[str, object]]:
    """Rows as Excel shows them: it reads `_x000D_` as a character, openpyxl leaves that to us."""
    header, *values = workbook.worksheets[0].iter_rows(values_only=True)
    shown = ([unescape(one) if isinstance(one, str) else one for one in row] for row in values)
    return [dict(zip(header, row, strict=True)) for row in shown]
