"""Projects that only their own program reads are refused with the way out of it."""

import zipfile
from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.foreign.closed_files import way_out
from qualcoder_nhs.importers.study_formats import is_study, read_study
from tests.importers.refi.material import project, qdpx

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("Trust.nvp", "NVivo"),
        ("Trust.NVPX", "NVivo"),
        ("Trust.mx24", "MAXQDA"),
        ("Trust.mex22", "MAXQDA"),
        ("Trust.atlproj23", "ATLAS.ti"),
        ("Trust.hpr7", "ATLAS.ti"),
    ],
)
def test_it_says_what_to_do_in_which_program(name: str, program: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(OLD_OFFICE)
    assert is_study(path)
    with pytest.raises(BadFile, match=rf"Open it in {program}, export .* REFI-QDA project"):
        read_study(path)


def test_a_project_by_another_name_is_read_all_the_same(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "Trust.nvpx", project(""))
    assert read_study(path).name == "Trust"


def test_a_study_and_an_archive_of_this_program(tmp_path: Path) -> None:
    study = tmp_path / "pilot.qnhs"
    study.write_bytes(b"SQLite format 3\x00")
    assert "Open it" in way_out(study)
    archive = tmp_path / "pilot archive.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("pilot archive/study.qdpx", "")
    with pytest.raises(BadFile, match="Unpack it, and import the study"):
        read_study(archive)


@pytest.mark.parametrize("name", ["notes.txt", "FG1.docx", "many.zip", "gone.zip"])
def test_nothing_is_said_of_other_files(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "many.zip":
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("FG1.txt", "P1: Yes.")
    assert way_out(path) == ""
    assert not is_study(path)
