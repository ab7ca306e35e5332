"""Projects made to do harm, or harmed: refused by name, fast, with nothing of them left behind."""

import random
import time
import zipfile
from pathlib import Path

import pytest

from qualcoder_nhs.actions.take_study import TakeStudy
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.refi.project import read_project
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.import_study import turns_of
from tests.importers.refi.material import project, qdpx, text_source
from tests.importers.refi.programs import everything, nvivo_windows

SECONDS = 5.0
PASSWORD = 1


def refused(path: Path, why: str) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match=why):
        read_project(path)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_parts_that_lead_out_of_the_file(name: str, tmp_path: Path) -> None:
    refused(qdpx(tmp_path / "a.qdpx", project(""), {name: "x"}, folder=""), "outside of it")


@pytest.mark.parametrize(
    "entities",
    [
        '<!DOCTYPE Project [<!ENTITY a "aaaa">]>',
        '<!DOCTYPE Project SYSTEM "file:///etc/passwd">',
        "<!-- <a> --><!DOCTYPE Project>",
    ],
)
def test_entities_are_refused_before_they_can_grow(entities: str, tmp_path: Path) -> None:
    xml = project("").replace("<Project", f"{entities}<Project", 1)
    refused(qdpx(tmp_path / "a.qdpx", xml), "entities")


def test_a_codebook_with_entities(tmp_path: Path) -> None:
    path = tmp_path / "a.qdc"
    path.write_text('<!DOCTYPE x><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')
    with pytest.raises(BadFile, match="entities"):
        read_codebook(path)


def test_a_bomb_in_the_xml_and_one_in_a_text(tmp_path: Path) -> None:
    bomb = " " * 30_000_000
    refused(qdpx(tmp_path / "a.qdpx", project(bomb)), "unpack")
    source = text_source(1, "", more='plainTextPath="internal://a.txt"')
    xml = project(f"<Sources>{source}</Sources>")
    refused(qdpx(tmp_path / "b.qdpx", xml, {"a.txt": bomb}), "unpack")


@pytest.mark.parametrize(("piece", "times"), [("<a/>", 4_000_001), ('<a b="" c=""/>', 3_000_001)])
def test_xml_with_more_in_it_than_memory_should_hold(
    piece: str, times: int, tmp_path: Path
) -> None:
    """It is as long as a large study, and would take gigabytes when it is parsed."""
    path = tmp_path / "a.qde"
    path.write_text(project(piece * times))
    refused(path, "more in it than any study")


def test_a_film_is_never_unpacked(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "a.qdpx", project(""), {"film.mp4": " " * 30_000_000})
    assert read_project(path).name == "Trust"


def test_a_project_under_a_password(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "a.qdpx", project(""))
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= PASSWORD
    path.write_bytes(content)
    refused(path, "password")


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        ("<Project/>", "no REFI-QDA"),
        ('<Project xmlns="urn:other"/>', "no REFI-QDA"),
        ('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', "no REFI-QDA"),
        ("<Project", "damaged"),
        ("", "empty"),
        ("hello", "no REFI-QDA file. Export it anew"),
    ],
)
def test_what_is_no_project(xml: str, why: str, tmp_path: Path) -> None:
    refused(qdpx(tmp_path / "a.qdpx", xml), why)


def test_a_zip_with_two_projects_and_none_called_so(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "a.qdpx", project(""), {"b.qde": "x"}, heart="a.qde", folder="")
    refused(path, "several")


def test_thousands_of_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", project(""))
        for number in range(50_001):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    refused(path, "more parts")


@pytest.mark.parametrize("made", [nvivo_windows, everything], ids=lambda made: made.__name__)
def test_a_harmed_file_is_read_or_refused_and_nothing_else(
    made: type, tmp_path: Path, is_long: bool
) -> None:
    dice = random.Random(5)
    whole = made()
    xml = whole.xml.encode()
    for _try in range(2000 if is_long else 60):
        harmed = bytearray(xml)
        for _byte in range(dice.randint(1, 6)):
            harmed[dice.randrange(len(harmed))] = dice.randrange(256)
        try:
            path = qdpx(tmp_path / "a.qdpx", "", whole.sources, folder=whole.folder, heart="x")
            with zipfile.ZipFile(path, "a") as archive:
                archive.writestr("project.qde", bytes(harmed))
            read_project(path)
        except BadFile:
            continue


def test_a_harmed_archive_is_read_or_refused_and_nothing_else(
    tmp_path: Path, is_long: bool
) -> None:
    dice = random.Random(6)
    made = nvivo_windows()
    path = qdpx(tmp_path / "a.qdpx", made.xml, made.sources, folder=made.folder)
    whole = path.read_bytes()
    for _try in range(2000 if is_long else 100):
        harmed = bytearray(whole)
        for _byte in range(dice.randint(1, 6)):
            harmed[dice.randrange(len(harmed))] = dice.randrange(256)
        path.write_bytes(harmed[: dice.choice([len(harmed), dice.randrange(len(harmed))])])
        try:
            read_project(path)
        except BadFile:
            continue


def test_what_is_read_of_a_harmed_file_comes_in_and_adds_up(tmp_path: Path, is_long: bool) -> None:
    dice = random.Random(7)
    xml = everything().xml.encode()
    with Study.create(tmp_path / "s.qnhs", "S", "HL") as study:
        me = study.ask(Reader.coders)[0].id
        came = 0
        for _try in range(1000 if is_long else 40):
            harmed = bytearray(xml)
            for _byte in range(dice.randint(1, 12)):
                harmed[dice.randrange(len(harmed))] = dice.choice(b'0123456789abcdef"<>/ x')
            path = tmp_path / "a.xml"
            path.write_bytes(harmed)
            try:
                foreign = read_project(path)
            except BadFile:
                continue
            came += 1
            turns = {one.key: turns_of(one.text) for one in foreign.texts}
            taken = study.rehearse(TakeStudy(foreign, turns, "a"), me)
            assert all(r.in_file == r.taken + r.changed + r.left_out for r in taken.table)
            assert all(r.taken >= 0 for r in taken.table)
    assert came > 0
