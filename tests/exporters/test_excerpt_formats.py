"""The door to all formats: chosen by suffix, whole or not at all, with progress and Stop."""

import errno
import os
from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import NotWritten, UnknownSuffix
from qualcoder_nhs.exporters.excerpts.excerpt_formats import EXCERPTS, format_for, write_excerpts
from qualcoder_nhs.exporters.whole_file import whole_file
from tests.exporters.books import large_book, single

SUFFIXES = [one.suffix for one in EXCERPTS]


class StopPressedError(Exception):
    """What a task raises where Stop was pressed."""


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".DOCX", ".Csv"])
def test_the_suffix_chooses_in_any_case(suffix: str) -> None:
    assert format_for(Path(f"a{suffix}")).suffix == suffix.lower()


@pytest.mark.parametrize("name", ["excerpts.doc", "excerpts", "excerpts.docx.pdf", ".docx"])
def test_another_suffix_is_refused_with_those_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownSuffix) as refused:
        write_excerpts(single("x"), tmp_path / name)
    assert str(refused.value) == (
        f"“{name}” does not say what kind of file it should be; "
        "end it in .docx, .xlsx, .csv, .html or .md."
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_progress_grows_and_ends_with_all(suffix: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_excerpts(
        large_book(2_000), tmp_path / f"a{suffix}", progress=lambda *step: told.append(step)
    )
    assert len(told) >= 5
    assert told == sorted(told)
    assert told[0] == (0, 2_000)
    assert told[-1] == (2_000, 2_000)


@pytest.mark.parametrize("when", [0, 500, 2_000])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_stopped_export_leaves_the_old_file_and_nothing_else(
    suffix: str, when: int, tmp_path: Path
) -> None:
    def stop(done: int, _total: int) -> None:
        if done >= when:
            raise StopPressedError

    (tmp_path / f"a{suffix}").write_text("of last week")
    with pytest.raises(StopPressedError):
        write_excerpts(large_book(2_000), tmp_path / f"a{suffix}", progress=stop)
    assert [one.name for one in tmp_path.iterdir()] == [f"a{suffix}"]
    assert (tmp_path / f"a{suffix}").read_text() == "of last week"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_folder_is_a_sentence(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"was not written: there is no such folder\."):
        write_excerpts(single("x"), tmp_path / "none" / f"a{suffix}")


def test_a_folder_of_that_name_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(NotWritten, match="a folder of that name stands there"):
        write_excerpts(single("x"), tmp_path / "a.csv")
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_open_in_word_is_a_sentence_and_stays(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that another program holds."""

    def refuse(*_paths: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    (tmp_path / f"a{suffix}").write_text("open")
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWritten, match="it is open in another program or protected; close it"):
        write_excerpts(single("x"), tmp_path / f"a{suffix}")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["open"]


def test_a_folder_that_takes_nothing_is_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(NotWritten, match="files cannot be put in this folder"),
        whole_file(tmp_path / "a.csv"),
    ):
        raise PermissionError(errno.EACCES, "no")


def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    def fill_the_disk() -> None:
        with whole_file(tmp_path / "a.csv") as beside:
            beside.write_text("half of it")
            raise OSError(errno.ENOSPC, "no space")

    with pytest.raises(NotWritten, match="the disk is full"):
        fill_the_disk()
    assert list(tmp_path.iterdir()) == []


def test_an_excel_file_that_cannot_be_put_down_is_no_other_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """XlsxWriter writes when it closes, and wraps what the disk says."""

    def full(*_told: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(NotWritten, match="the disk is full"):
        write_excerpts(single("x"), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
