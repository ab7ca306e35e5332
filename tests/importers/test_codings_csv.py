"""Codings from CSV: every dialect that spreadsheets and R write, and rows that do not fit."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.tables.codings_csv import ParsedCodings, is_codings_csv, read_codings

HEADER = "transcript,coder,code,start,end,memo,flags,layer\n"
ROW = CodingDraft(2, "FG2", "HL", "tru-motive", 10, 20, "a memo", (Flag.STRONG,), "settled")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEADER + "FG2,HL,tru-motive,10,20,a memo,strong,settled\n", id="ours"),
        pytest.param(HEADER + "FG2,HL,tru-motive,10,20,a memo,strong,settled", id="no end"),
        pytest.param(
            HEADER.replace(",", ";") + 'FG2;HL;tru-motive;10;20;a memo;"strong";settled\n',
            id="semicolons",
        ),
        pytest.param(
            HEADER.replace(",", "\t") + "FG2\tHL\ttru-motive\t10\t20\ta memo\tstrong\tsettled\n",
            id="tabs",
        ),
        pytest.param(
            HEADER.upper() + "FG2,HL,tru-motive,10,20,a memo,STRONG,settled\r\n", id="capitals"
        ),
        pytest.param(
            "Code , END,start,layer,flags,memo,coder,Transcript\n"
            "tru-motive,20,10,settled,strong,a memo,HL,FG2\n",
            id="another order",
        ),
        pytest.param(
            HEADER + " FG2 , HL , tru-motive , 10 , 20 ,a memo, strong ; ,settled\n",
            id="blanks around names",
        ),
        pytest.param(HEADER + "FG2,HL,tru-motive,1e+01,20.0,a memo,strong,settled\n", id="from R"),
    ],
)
def test_dialects_are_understood(text: str, folder: Path) -> None:
    assert read(folder, text).drafts == (ROW,)


def test_a_line_for_excel_may_stand_above_the_header(folder: Path) -> None:
    found = read(folder, "sep=;\ntranscript;code;start;end\nFG2;tru;1;2\n")
    assert found.drafts == (CodingDraft(3, "FG2", "", "tru", 1, 2),)


@pytest.mark.parametrize(
    ("encoding", "memo"),
    [
        ("utf-8", "Zoë said the café in Kraków’s «Młyn» 🩺"),
        ("utf-8-sig", "Zoë said the café in Kraków’s «Młyn» 🩺"),
        ("utf-16", "Zoë said the café in Kraków’s «Młyn» 🩺"),
        ("cp1252", "Zoë and Renée met in the café; the naïve résumé of the façade"),
    ],
)
def test_encodings_are_understood(encoding: str, memo: str, folder: Path) -> None:
    path = folder / "a.csv"
    path.write_bytes(f'{HEADER}FG2,HL,tru,1,2,"{memo}",,\n'.encode(encoding))
    assert [one.memo for one in read_codings(path).drafts] == [memo]


def test_optional_columns_may_be_missing(folder: Path) -> None:
    found = read(folder, "transcript,code,start,end\nFG2,Trust > Suspicion,1,2\n")
    assert found.drafts == (CodingDraft(2, "FG2", "", "Trust > Suspicion", 1, 2),)
    assert found.problems == ()


def test_cells_at_the_end_of_a_row_may_be_missing(folder: Path) -> None:
    assert read(folder, HEADER + "FG2,HL,tru,1,2\n").drafts == (
        CodingDraft(2, "FG2", "HL", "tru", 1, 2),
    )


def test_memos_keep_every_character(folder: Path) -> None:
    memo = '  \'=1+1\r\n\ttwo\nthree "four"  '
    quoted = memo.replace('"', '""')
    assert read(folder, f'{HEADER}FG2,HL,tru,1,2,"{quoted}",,\n').drafts[0].memo == memo


@pytest.mark.parametrize(
    ("cell", "memo"),
    [
        ("'=1+1", "=1+1"),
        ("''- he said", "'- he said"),
        ("=1+1", "=1+1"),
        ("'tis nothing", "'tis nothing"),
        (" '=1", " '=1"),
    ],
)
def test_the_apostrophe_that_guards_a_cell_is_taken_off(cell: str, memo: str, folder: Path) -> None:
    assert read(folder, f'{HEADER}FG2,HL,tru,1,2,"{cell}",,\n').drafts[0].memo == memo


def test_rows_that_do_not_fit_are_listed_with_their_line(folder: Path) -> None:
    found = read(
        folder,
        HEADER
        + 'FG2,HL,tru,1,2,"a memo\nof two lines",,\n'
        + "FG2,HL,tru,one,2,,,\n"
        + "\n"
        + "FG2,HL,tru,5,5,,,\n"
        + ",HL,tru,1,2,,,\n"
        + "FG2,HL,,1,2,,,\n"
        + "FG2,HL,tru,1.5,2,,,\n"
        + "FG2,HL,tru,1,2,,strnog,\n"
        + "FG2,HL,tru,1,2,,,open,more\n"
        + "FG2,HL,tru,-1,2,,,\n"
        + "FG2,HL,tru,1,9e99,,,\n"
        + "FG2,HL,tru,nan,2,,,\n"
        + "FG2,HL,tru,3,4,,,\n",
    )
    assert [one.line for one in found.drafts] == [2, 15]
    assert [(one.line, one.what) for one in found.problems] == [
        (4, "“one” in the column “start” is no place in a text."),
        (6, "A passage cannot run from 5 to 5."),
        (7, "The cell “transcript” is empty."),
        (8, "The cell “code” is empty."),
        (9, "“1.5” in the column “start” is no place in a text."),
        (10, "“strnog” is no flag; there are strong, identifying, deviant, discuss."),
        (11, "This row has 9 cells, the header 8."),
        (12, "“-1” in the column “start” is no place in a text."),
        (13, "“9e99” in the column “end” is no place in a text."),
        (14, "“nan” in the column “start” is no place in a text."),
    ]


def test_a_row_with_broken_quotation_marks_is_listed_and_the_next_is_read(folder: Path) -> None:
    found = read(folder, HEADER + 'FG2,HL,tru,1,2,"a"b,,\nFG2,HL,tru,3,4,,,\n')
    assert [one.line for one in found.problems] == [2]
    assert [one.start for one in found.drafts] == [3]


def test_a_quotation_mark_that_never_closes_is_listed_where_it_opens(folder: Path) -> None:
    found = read(folder, HEADER + 'FG2,HL,tru,1,2,,,\nFG2,HL,tru,3,4,"a,,\nFG2,HL,tru,5,6,,,\n')
    assert [(one.line, one.what) for one in found.problems] == [
        (3, "The quotation marks of this row do not match, or never close.")
    ]
    assert [one.start for one in found.drafts] == [1]


def test_columns_that_are_not_read_are_named(folder: Path) -> None:
    found = read(folder, "transcript,code,start,end,theme,code\nFG2,tru,1,2,words,fin\n")
    assert [one.what for one in found.problems] == [
        "The column “theme” is not read.",
        "The second column “code” is not read.",
    ]
    assert found.drafts[0].code == "tru"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"name,definition\nTrust,words\n", "has no column “transcript”, “code”, “start”, “end”"),
        (b"transcript,code,start\nFG2,tru,1\n", "has no column “end”"),
        (b"P4: I softened a paper once.\n", "it is no table of codings"),
        (b"PK\x03\x04\x00\x00\xff\xfe\x80\x81", "was not read"),
        (b"\xff\xfe\x00", "was not read"),
        (b"\n\n\n", "was not read"),
    ],
)
def test_what_is_no_table_of_codings_is_refused(content: bytes, why: str, folder: Path) -> None:
    path = folder / "a.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=why):
        read_codings(path)
    assert not is_codings_csv(path)


def test_a_file_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(BadFile, match="no such file"):
        read_codings(folder / "none.csv")


def test_a_table_of_codings_is_known_by_its_header(folder: Path) -> None:
    (folder / "a.csv").write_text("start;END;Code;transcript\n")
    assert is_codings_csv(folder / "a.csv")


@given(st.one_of(st.binary(max_size=200), st.binary(max_size=80).map(HEADER.encode().__add__)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with TemporaryDirectory() as made:
        path = Path(made) / "a.csv"
        path.write_bytes(content)
        try:
            found = read_codings(path)
        except BadFile:
            return
    assert all(0 <= one.start < one.end for one in found.drafts)


def read(folder: Path, text: str) -> ParsedCodings:
    path = folder / "a.csv"
    path.write_bytes(text.encode())
    return read_codings(path)
