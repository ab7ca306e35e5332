"""A codebook goes out in every format and comes back the same."""

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from codebook_strategies import NASTY, codebooks
from hypothesis import given
from openpyxl import load_workbook

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_draft import draft_of
from qualcoder_nhs.domain.codebook_import import merged
from qualcoder_nhs.domain.ids import CodeId, CodeSetId
from qualcoder_nhs.exporters.codebooks.codebook_formats import CODEBOOKS, write_codebook
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x")
BACK = [suffix for known in CODEBOOKS if known.comes_back for suffix in known.suffixes]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One folder for all examples of a property."""
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


def there_and_back(book: Codebook, path: Path) -> None:
    write_codebook(book, path)
    back = read_codebook(path)
    assert back.problems == ()
    assert back.draft == draft_of(book)


@pytest.mark.parametrize("suffix", [".yaml", ".csv", ".xlsx", ".docx"])
@given(book=codebooks())
def test_any_codebook_comes_back_equal(folder: Path, suffix: str, book: Codebook) -> None:
    there_and_back(book, folder / f"codebook{suffix}")


@pytest.mark.parametrize("suffix", BACK)
def test_every_nasty_name_and_text_comes_back_equal(tmp_path: Path, suffix: str) -> None:
    root = Code(CodeId("root"), "trust", NASTY[0], applicable=Applicable.NO, colour="#0655B6")
    codes = [
        Code(
            CodeId(str(number)),
            f"n-{number}",
            words,
            parent=root.id if number % 2 else CodeId(str(max(0, number - 2))) if number else None,
            position=number + 1,
            definition=words,
            example=words * 3,
        )
        for number, words in enumerate(NASTY)
    ]
    nasty = CodeSet(CodeSetId("s"), SetKind.EXCLUSIVE, "=x; y", "span", "=1\n- 2", (root.id,))
    there_and_back(Codebook((root, *codes), (nasty,)), tmp_path / f"nasty{suffix}")


@pytest.mark.parametrize("suffix", BACK)
def test_the_same_name_stands_under_different_parents_and_twice_under_one(
    tmp_path: Path, suffix: str
) -> None:
    book = Codebook(
        (
            Code(CodeId("1"), "before", "Before"),
            Code(CodeId("2"), "before-trust", "Trust", CodeId("1"), 0),
            Code(CodeId("3"), "before-trust-2", "Trust", CodeId("1"), 1),
            Code(CodeId("4"), "deep", "Deep", CodeId("2")),
            Code(CodeId("5"), "deep-2", "Deep", CodeId("3")),
            Code(CodeId("6"), "after", "After", position=1),
            Code(CodeId("7"), "after-trust", "Trust", CodeId("6")),
        )
    )
    there_and_back(book, tmp_path / f"twins{suffix}")


@pytest.mark.parametrize("suffix", BACK)
def test_an_empty_codebook_comes_back_empty(tmp_path: Path, suffix: str) -> None:
    there_and_back(Codebook(), tmp_path / f"empty{suffix}")


@pytest.mark.parametrize("suffix", BACK)
def test_importing_an_export_changes_nothing(tmp_path: Path, suffix: str) -> None:
    book = Codebook((Code(CodeId("1"), "tru", "Trust", definition="=Why"),))
    write_codebook(book, tmp_path / f"own{suffix}")
    assert not merged(read_codebook(tmp_path / f"own{suffix}").draft, book).change


@pytest.mark.parametrize("words", [*HOSTILE, *(f"\t{words}" for words in HOSTILE)])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_cell_of_a_codebook_can_run(tmp_path: Path, suffix: str, words: str) -> None:
    path = tmp_path / f"codebook{suffix}"
    code = Code(CodeId("1"), "tru", words, definition=words, example=words)
    write_codebook(Codebook((code,)), path)
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell for cell in cells if cell.startswith((*"=+-@＝＋－＠", "\t", "\r"))] == []
    else:
        found = [cell for row in load_workbook(path).active.iter_rows() for cell in row]
        assert {cell.data_type for cell in found if cell.value} == {"s"}
