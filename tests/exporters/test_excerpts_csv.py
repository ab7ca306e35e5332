"""CSV: every value comes back to the character, and no cell runs."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from qualcoder_nhs.exporters.formula_guard import guarded, unguarded
from tests.exporters.books import book, single, trust_book
from tests.exporters.expected import ANY_TEXT, TRAPS

HEADER = (
    "path,code,transcript,speaker,participant,role,turn,start,end,text,memo,flags,coder,date,"
    "layer,reference,attribution"
)


def test_one_row_an_excerpt_with_the_words_of_the_stored_text(tmp_path: Path) -> None:
    table = rows(written(trust_book(), tmp_path))
    assert [
        (row["transcript"], row["text"], row["attribution"], row["reference"]) for row in table
    ] == [
        (one.transcript, one.text, one.attribution, one.reference) for one in trust_book().excerpts
    ]
    assert [(int(row["start"]), int(row["end"])) for row in table] == [
        (one.coding.span.start, one.coding.span.end) for one in trust_book().excerpts
    ]


def test_the_file_says_its_encoding_and_quotes_every_cell(tmp_path: Path) -> None:
    content = written(single('no, "really"\nno'), tmp_path).read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"path","code"')
    assert b'"no, ""really""\nno"' in content
    first = content.decode("utf-8-sig").splitlines()[0]
    assert first.replace('"', "") == HEADER


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])
def test_a_cell_that_could_run_has_an_apostrophe_before_it(text: str, tmp_path: Path) -> None:
    assert raw(written(single(text), tmp_path))[0]["text"] == f"'{text}"


def test_every_trap_survives(tmp_path: Path) -> None:
    assert [row["text"] for row in rows(written(single(*TRAPS), tmp_path))] == list(TRAPS)


@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
def test_any_text_survives(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        found = rows(written(single(*texts), Path(folder)))
    assert [row["text"] for row in found] == texts


@given(st.one_of(ANY_TEXT, st.from_regex(r"\A['=+@-]{0,3}\w*\Z")))
def test_the_guard_can_be_taken_off(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_memos_and_references_can_be_left_out(tmp_path: Path) -> None:
    without = ExcerptOptions(memos=False, references=False)
    table = rows(written(trust_book(), tmp_path, without))
    assert {row["memo"] + row["reference"] for row in table} == {""}


def test_a_book_without_excerpts_is_a_header_alone(tmp_path: Path) -> None:
    assert rows(written(book([]), tmp_path)) == []


# --- how it is read ----------------------------------------------------------------------------


def written(made: ExcerptBook, folder: Path, options: ExcerptOptions = EVERYTHING) -> Path:
    path = folder / "book.csv"
    write_excerpts(made, path, options)
    return path


def raw(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rows(path: Path) -> list[dict[str, str]]:
    """The rows as the module says they are to be read."""
    return [{name: unguarded(cell) for name, cell in row.items()} for row in raw(path)]
