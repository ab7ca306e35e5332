"""Files that are no study, or no whole one, or newer: a sentence, and not a byte touched."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.errors import FromTheFuture, NotAStudy, OldSQLite, Refusal, Unreadable
from qualcoder_nhs.storage import engines
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder


def refusals(path: Path) -> list[Refusal]:
    """How both doors refuse the file, which must be untouched and alone after it."""
    before = path.read_bytes() if path.is_file() else b""
    beside = set(path.parent.iterdir())
    found = []
    for door in (Study.open, Study.read):
        with pytest.raises((NotAStudy, FromTheFuture)) as refused:
            door(path)
        found.append(refused.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert set(path.parent.iterdir()) == beside
    return found


def a_database(path: Path, application: int = 0) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute("CREATE TABLE source (name)")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"P1: What is this?\n" * 100, id="text"),
        pytest.param(b"PK\x03\x04" + bytes(500), id="a zip"),
        pytest.param(b"SQLite format 3\x00", id="a beginning"),
        pytest.param(b"SQLite format 3\x00" + bytes(200), id="a header of nothing"),
        pytest.param(bytes(4096), id="zeroes"),
    ],
)
def test_what_is_no_database_is_no_study(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "trust.qnhs"
    path.write_bytes(content)
    for refusal in refusals(path):
        assert "left as it is" in str(refusal)


def test_a_database_of_another_program_is_no_study(tmp_path: Path) -> None:
    path = tmp_path / "trust.qnhs"
    for application in (0, 0x47504B47):
        a_database(path, application)
        assert "another program" in str(refusals(path)[0])
        path.unlink()


def test_our_mark_alone_makes_no_study(tmp_path: Path) -> None:
    path = tmp_path / "trust.qnhs"
    a_database(path, 0x514E4853)
    assert "empty" in str(refusals(path)[0])


def test_no_file_and_a_folder_are_no_studies(tmp_path: Path) -> None:
    assert "no such file" in str(refusals(tmp_path / "trust.qnhs")[0])
    (tmp_path / "folder.qnhs").mkdir()
    assert "cannot be read" in str(refusals(tmp_path / "folder.qnhs")[0])


def test_a_study_cut_short_names_its_backups(closed: Path) -> None:
    Study.open(closed).close()  # makes one
    whole = closed.read_bytes()
    for length in (100, 4096, len(whole) // 2, len(whole) - 1):
        closed.write_bytes(whole[:length])
        refusal = refusals(closed)[0]
        assert "cut short" in str(refusal)
        assert "trust backups" in str(refusal)


def test_a_study_cut_short_without_backups_names_none(tmp_path: Path) -> None:
    path = tmp_path / "trust.qnhs"
    Study.create(path, "Trust", "HL").close()
    path.write_bytes(path.read_bytes()[:4096])
    assert "it is cut short. The file" in str(refusals(path)[0])


def test_damage_is_said_in_a_sentence_with_its_details_apart(closed: Path) -> None:
    harmed = bytearray(closed.read_bytes())
    harmed[8192:40960] = b"U" * (40960 - 8192)
    closed.write_bytes(harmed)
    for refusal in refusals(closed):
        assert str(refusal).endswith("it is damaged. The file was left as it is.")
        assert "database main" in "".join(refusal.__notes__)


def test_a_study_of_a_newer_program_is_left_to_it(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert {type(refusal) for refusal in refusals(closed)} == {FromTheFuture}


def test_an_sqlite_that_knows_no_strict_tables_is_said_to_be_old(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines.sqlite3, "sqlite_version_info", (3, 36, 0))
    for door in (Study.open, Study.read):
        with pytest.raises(OldSQLite, match=r"3\.37"):
            door(closed)


def zeroed_page(whole: bytearray, dice: random.Random) -> None:
    start = dice.randrange(1, len(whole) // 4096) * 4096
    whole[start : start + 4096] = bytes(4096)


def noise(whole: bytearray, dice: random.Random) -> None:
    start = dice.randrange(100, len(whole) - 600)
    whole[start : start + 600] = dice.randbytes(600)


def single_bytes(whole: bytearray, dice: random.Random) -> None:
    for _ in range(10):
        whole[dice.randrange(len(whole))] = dice.randrange(256)


@pytest.mark.parametrize("harm", [zeroed_page, noise, single_bytes])
def test_harm_is_refused_untouched_or_found_or_without_effect(
    closed: Path, *, is_long: bool, harm: Callable[[bytearray, random.Random], None]
) -> None:
    whole, dice = closed.read_bytes(), random.Random(11)
    with Study.read(closed) as study:
        rows = all_rows(study)
    refused = 0
    for _ in range(100 if is_long else 20):
        harmed = bytearray(whole)
        harm(harmed, dice)
        closed.write_bytes(harmed)
        try:
            study = Study.read(closed)
        except (NotAStudy, FromTheFuture):
            refused += 1
            refusals(closed)
            continue
        with study, suppress(Unreadable):
            assert study.faults() or all_rows(study) == rows
        assert closed.read_bytes() == harmed
    assert refused


def test_a_harmed_study_is_restored_from_its_backup(study: Study) -> None:
    study.run(WriteMemo("Remember"), coder(study))
    path = study.path
    study.close()
    Study.open(path).close()
    backup = Study.read(path).backups[0].path
    path.write_bytes(path.read_bytes()[:9000])
    refusals(path)
    kept = Study.restore(path, backup)
    assert kept is not None
    assert "damaged" in kept.name
    assert kept.stat().st_size == 9000
    with Study.open(path) as again:
        assert "Remember" in {memo.text for memo in again.ask(Reader.memos)}
        assert again.faults() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "study.qnhs"
    os.mkfifo(pipe)
    assert all("pipe" in str(one) for one in refusals(pipe))
