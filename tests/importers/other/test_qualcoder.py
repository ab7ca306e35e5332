"""QualCoder projects come in with all that is in them, or a line for what is not."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import About, ForeignStudy, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.qualcoder.project import is_project, read
from tests.importers.other.databases import (
    altered,
    left,
    quotes,
    read_or_left,
    run,
    without_loose_ends,
)
from tests.importers.other.qualcoder import ROWS, TALK, WINDOWS, in_file, project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture
def study(folder: Path) -> ForeignStudy:
    return read(folder)


def test_every_thing_in_the_file_is_here_or_left_out(folder: Path, study: ForeignStudy) -> None:
    assert read_or_left(study) == in_file(folder / "data.qda")
    without_loose_ends(study)


def test_the_folder_gives_the_name(study: ForeignStudy) -> None:
    assert (study.program, study.name) == ("QualCoder", "Study of trust")


def test_categories_lie_above_codes_as_deep_as_they_are(study: ForeignStudy) -> None:
    named = {code.key: code for code in study.codes}

    def path(key: str | None) -> list[str]:
        return [] if key is None else [*path(named[key].parent), named[key].name]

    assert path("code 1") == ["Trust", "In people", "In managers", "held"]
    assert path("code 3") == ["beds"]
    assert named["code 1"].colour == "#F0F8FF"
    assert named["code 1"].definition == "Said of others."
    assert named["category 1"].definition == "All about trust."


def test_a_circle_is_opened_and_what_lies_beneath_nothing_is_a_root(study: ForeignStudy) -> None:
    parents = {code.key: code.parent for code in study.codes}
    assert parents["category 4"] is None
    assert (parents["category 5"], parents["category 6"]) == (None, "category 5")
    assert altered(study, Kind.CODES) == {
        "code 2": "its colour “red” is none",
        "category 4": "what it lay beneath is not in the file",
        "category 5": "it lay beneath itself",
    }


def test_each_coding_is_on_the_words_that_were_stored_with_it(study: ForeignStudy) -> None:
    assert quotes(study) == {
        "coding 1": "We trust them",
        "coding 2": "We trust them",
        "coding 3": "I do not trust anybody here.",
        "coding 4": "How is it here?\nP1: We",
        "coding 5": "mostly",
        "coding 6": "P2: I do not",
        "coding 8": "moved the beds 🛏 at",
        "coding 9": "Nobody asked us.",
        "coding 14": "MOD",
    }
    assert altered(study, Kind.CODINGS) == {
        "coding 5": "its words were found at another place of a text changed later",
        "coding 6": "the words in its place were changed later",
    }


def test_what_has_no_place_is_named_with_its_words(study: ForeignStudy) -> None:
    assert left(study, Kind.CODINGS) == [
        ("? in FG1.docx, character 28: ‘trust’", "its code is not in the file"),
        ("held: ‘trust’", "its text is not in the file, or stays out"),
        ("held: ‘trust’", "its text is not in the file, or stays out"),
        (
            "held in FG1.docx, character 0: ‘P2: Something that was taken out again’",
            "the text was changed later, and its words are not in it now",
        ),
        ("held in FG1.docx, character 5", "it covers no words"),
        ("beds", "it is on a picture or a page, which cannot be shown"),
        ("held", "it is on a picture or a page, which cannot be shown"),
        ("held", "it is on sound or film, which cannot be played"),
    ]


def test_who_coded_and_what_was_important(study: ForeignStudy) -> None:
    first, second, *others = study.codings
    assert (first.coder, first.flags) == ("asha", (Flag.STRONG,))
    assert (second.coder, second.flags) == ("ben", ())
    assert others[-1].coder == "asha"
    assert next(one for one in study.codings if one.key == "coding 14").coder is None
    assert {one.name for one in study.coders} == {"asha", "ben", "cy", "dee"}


def test_texts_with_words_or_without(study: ForeignStudy) -> None:
    assert [(one.name, len(one.text)) for one in study.texts] == [
        ("FG1.docx", len(TALK)),
        ("FG2.txt", len(WINDOWS.replace("\r\n", "\n"))),
        ("empty.txt", 0),
    ]
    assert "\r" not in study.texts[1].text
    assert [name for name, _why in left(study, Kind.TEXTS)] == ["ward.png", "FG1.mp3", "FG1.mp4"]


def test_a_text_counted_as_an_editor_does_says_so(study: ForeignStudy) -> None:
    units = {one.text: (one.unit, one.unsure) for one in study.placings}
    assert units["text 2"] == ("UTF-16 units, line ends counted once", False)
    assert units["text 1"] == ("code points, line ends counted once", False)


def test_memos_are_on_what_they_were_written_on(study: ForeignStudy) -> None:
    found = {one.words: (one.about, one.on, one.coder) for one in study.memos}
    assert found == {
        "Why we ask.": (About.STUDY, "", None),
        "We began.": (About.STUDY, "", "dee"),
        "A lively group.": (About.TEXT, "text 1", "asha"),
        "Note “mostly”.": (About.CODING, "coding 1", "asha"),
        "Odd.": (About.CODING, "coding 6", "asha"),
        "Spoke little.": (About.CASE, "case 1", "asha"),
        "Who is P1?": (About.PASSAGE, "text 1", "ben"),
        "Beyond the end.": (About.TEXT, "text 1", "ben"),
        "All of it.": (About.PASSAGE, "text 1", "asha"),
    }
    assert next(one for one in study.memos if one.words == "We began.").title == "Week 1"
    assert [one.key for one in study.turned] == ["category 1", "code 1"]


def test_cases_with_their_words_and_attributes(study: ForeignStudy) -> None:
    first, second = study.cases
    assert (first.name, first.texts) == ("P1", ())
    assert [span.of(TALK) for _text, span in first.passages] == ["P1: We trust them, mostly."]
    assert first.attributes == {"Role": "nurse", "Shift": "night"}
    assert (second.texts, second.passages, second.attributes) == (("text 1",), (), {})
    assert study.attributes == ("Role", "Site", "Shift")
    assert study.group_attributes == {"text 1": {"Site": "North"}}


def test_what_nothing_here_can_hold_is_listed(study: ForeignStudy) -> None:
    assert sorted(name for name, _why in left(study, Kind.OTHER)) == [
        "?", "Counts", "Map of trust", "P2", "Role", "Site",
    ]  # fmt: skip


@pytest.mark.parametrize("named", ["folder", "database", "zip", "zip of a folder"])
def test_a_project_is_read_however_it_is_named(folder: Path, named: str, tmp_path: Path) -> None:
    path = folder
    if named == "database":
        path = folder / "data.qda"
    elif named.startswith("zip"):
        path = tmp_path / "Study of trust.zip"
        inside = "Study of trust.qda/" if named.endswith("folder") else ""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(folder / "data.qda", f"{inside}data.qda")
            archive.writestr(f"{inside}images/ward.png", b"\x89PNG")
    assert is_project(path)
    found = read(path)
    assert (found.name, len(found.codings)) == ("Study of trust", 9)


def test_words_out_of_a_zip_are_never_laid_down(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no place for what is temporary here, and the file was written with a log beside."""
    run(folder / "data.qda", "PRAGMA journal_mode = wal")
    assert (folder / "data.qda").read_bytes()[18:20] == b"\x02\x02"
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(folder / "data.qda", "data.qda")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert len(read(tmp_path / "a.zip").codings) == 9


def test_nothing_is_written_to_a_project_or_beside_it(folder: Path) -> None:
    before = looks(folder)
    assert is_project(folder)
    read(folder)
    assert looks(folder) == before


def looks(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What lies in a folder, and when it was changed."""
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (*folder.rglob("*"), *folder.parent.glob("*.db*"))
        if path.is_file()
    }


def test_a_project_that_may_not_be_written_is_read(folder: Path) -> None:
    (folder / "data.qda").chmod(0o400)
    folder.chmod(0o500)
    try:
        assert len(read(folder).codings) == 9
    finally:
        folder.chmod(0o700)


def test_what_its_program_has_not_put_in_yet_is_not_passed_over(folder: Path) -> None:
    (folder / "data.qda-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(100))
    with pytest.raises(BadFile, match="Close it there first"):
        read(folder)


def test_nor_in_a_zip(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(folder / "data.qda", "data.qda")
        archive.writestr("data.qda-wal", b"\x37\x7f\x06\x82")
    with pytest.raises(BadFile, match="Close it there first"):
        read(tmp_path / "a.zip")


def test_a_zip_that_would_unpack_to_too_much(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.qda", b"SQLite format 3\x00" + bytes(50_000_000))
    with pytest.raises(BadFile, match="unpack"):
        read(tmp_path / "a.zip")


def test_what_windows_wrote_in_its_own_letters(folder: Path) -> None:
    run(folder / "data.qda", "UPDATE source SET fulltext = CAST(x'50313a20436166e9' AS text)")
    assert {one.text for one in read(folder).texts} == {"P1: Café"}


def test_codes_beneath_codes_as_newer_versions_have_them(folder: Path) -> None:
    run(
        folder / "data.qda",
        "ALTER TABLE code_name ADD COLUMN supercid integer",
        "UPDATE code_name SET supercid = 1 WHERE cid = 2",
        "CREATE TABLE coder_names (name text, visibility integer)",
        "INSERT INTO coder_names VALUES ('eve', 1)",
    )
    study = read(folder)
    assert next(code for code in study.codes if code.key == "code 2").parent == "code 1"
    assert "eve" in {coder.name for coder in study.coders}


def test_the_first_versions_had_fewer_columns(folder: Path) -> None:
    run(
        folder / "data.qda",
        "ALTER TABLE code_text DROP COLUMN important",
        "ALTER TABLE code_text DROP COLUMN avid",
        "ALTER TABLE source DROP COLUMN risid",
        "DROP TABLE stored_sql",
        "DROP TABLE graph",
    )
    assert len(read(folder).codings) == 9


def test_a_folder_without_a_database(tmp_path: Path) -> None:
    (tmp_path / "empty.qda").mkdir()
    assert not is_project(tmp_path / "empty.qda")
    with pytest.raises(BadFile, match=r"no data\.qda in it"):
        read(tmp_path / "empty.qda")


def test_a_coding_far_from_its_place_takes_the_nearest_words(tmp_path: Path) -> None:
    text = "trust " + "x" * 50 + " trust " + "y" * 10 + " trust"
    rows = {
        "source": [{"id": 1, "name": "a", "fulltext": text}],
        "code_name": [{"cid": 1, "name": "t"}],
        "code_text": [{"cid": 1, "fid": 1, "seltext": "trust", "pos0": 50, "pos1": 55}],
    }
    [coding] = read(project(tmp_path, rows)).codings
    assert coding.span == Span(57, 62)


def test_the_fixture_is_a_project_of_many_traps(folder: Path) -> None:
    assert sum(map(len, ROWS.values())) > 50
    assert os.listdir(folder) == ["data.qda"]  # noqa: PTH208 (names only)
    copied = shutil.copytree(folder, folder.with_name("copy"))
    assert is_project(copied)
