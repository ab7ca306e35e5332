"""Folders and files that cannot be written, full disks: a sentence, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.errors import DiskTrouble, NotAStudy, NotMade, ReadOnly, Unreadable
from qualcoder_nhs.storage import backups, engines
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_coded_study, all_rows, an_import, coder

ROOT = Path(__file__).resolve().parents[2]

READ_AS_NOBODY = """
import os, sys
from pathlib import Path
sys.path.insert(0, "")
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.errors import ReadOnly
from qualcoder_nhs.study import Study
from tests.builders import coder

def beside(path):
    files = ((each.name, each.stat()) for each in path.parent.iterdir())
    return {name: (stat.st_mtime_ns, stat.st_size) for name, stat in files}

def look(path):
    before = beside(path)
    said = []
    try:
        Study.open(path).close()
        said.append("opened")
    except ReadOnly as error:
        said.append(str(error))
    with Study.read(path) as study:
        said.append(f"{len(study.ask(lambda read: read.transcripts()))} {study.faults()}")
        try:
            study.run(WriteMemo("No"), coder(study))
        except ReadOnly:
            said.append("refused")
    return [*said, "untouched" if before == beside(path) else "touched"]

if os.geteuid() == 0:
    look(Path(sys.argv[2]))  # imports what an other user may not reach
    os.setgid(65534), os.setuid(65534)
print(*look(Path(sys.argv[1])), sep="\\n")
"""

NOTHING_DONE = [str(ReadOnly("trust.qnhs")), "2 []", "refused", "untouched"]


def as_nobody(path: Path, other: Path) -> list[str]:
    """What a process sees that may read the study and write nothing of it."""
    command = [sys.executable, "-B", "-c", READ_AS_NOBODY, str(path), str(other)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture
def shut(closed: Path) -> Iterator[Path]:
    """A study in a folder that others may enter and nobody may write."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(closed, folder / closed.name)
        yield folder / closed.name
        folder.chmod(0o755)


def lock_away(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="Windows has no such permissions")
def test_in_a_folder_that_cannot_be_written_a_study_is_read(shut: Path, closed: Path) -> None:
    lock_away(shut)
    assert as_nobody(shut, closed) == NOTHING_DONE


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="Windows has no such permissions")
def test_so_is_a_copy_of_a_study_that_was_open(shut: Path, closed: Path) -> None:
    in_wal(shut)
    lock_away(shut)
    assert as_nobody(shut, closed) == NOTHING_DONE


def in_wal(path: Path) -> None:
    """As a copy of an open study is: set to write-ahead logging, without the log."""
    copy = path.with_name("copy.qnhs")
    with Study.open(path) as study:
        study.run(WriteMemo("x"), coder(study))
        with study._file._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(path, copy)
    copy.replace(path)
    shutil.rmtree(backups.folder_of(path))
    assert path.read_bytes()[18:20] == b"\x02\x02"


def test_a_copy_of_an_open_study_is_read_without_leaving_anything_beside_it(closed: Path) -> None:
    in_wal(closed)
    with Study.read(closed) as study:
        assert study.faults() == []
    assert list(closed.parent.iterdir()) == [closed]


def test_a_study_that_may_not_be_written_is_refused_before_anything_is_touched(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = closed.read_bytes()
    monkeypatch.setattr(engines.os, "access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(ReadOnly):
        Study.open(closed)
    with Study.read(closed) as study:
        assert len(study.ask(Reader.transcripts)) == 2
        for write in (study.undo, study.redo):
            with pytest.raises(ReadOnly):
                write(coder(study))
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_a_study_is_not_made_where_there_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotMade, match="no folder"):
        Study.create(tmp_path / "nowhere" / "trust.qnhs", "Trust", "HL")

    def shut(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", shut)
    with pytest.raises(NotMade, match="cannot be written"):
        Study.create(tmp_path / "trust.qnhs", "Trust", "HL")
    assert list(tmp_path.iterdir()) == []


CUT_OFF = """
import os, signal, sys
from pathlib import Path
from qualcoder_nhs.study import Study
study = Study.open(Path(sys.argv[1]))
with study._file._engine.connect().execution_options(writes=True) as connection:
    connection.begin()
    connection.exec_driver_sql("PRAGMA cache_size = 1")
    connection.exec_driver_sql("UPDATE row_changes SET after = hex(zeroblob(2000))")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def cut_off(tmp_path: Path) -> Path:
    """A study without a log, whose program was killed with half a step in the file."""
    path = tmp_path / "OneDrive" / "trust.qnhs"
    path.parent.mkdir()
    a_coded_study(path).close()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], cwd=ROOT, check=False)
    assert engines.beside(path, "-journal").stat().st_size > 0
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("door", [Study.open, Study.read])
def test_half_a_step_in_the_file_is_taken_back(
    cut_off: Path, door: Callable[[Path], Study]
) -> None:
    with door(cut_off) as study:
        assert study.faults() == []
    assert not engines.beside(cut_off, "-journal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_half_a_step_in_a_folder_that_cannot_be_written_is_said_to_be_one(
    cut_off: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines.os, "access", lambda _, mode: mode != os.W_OK)
    before = cut_off.read_bytes()
    with pytest.raises(NotAStudy, match="open it once where it can be written"):
        Study.read(cut_off)
    assert cut_off.read_bytes() == before


# ── full disks ───────────────────────────────────────────────────────────────────────────────────

LONG = "P1: " + "word " * 200_000


def test_a_full_disk_refuses_one_step_and_keeps_all_before(study: Study) -> None:
    lead, before = coder(study), all_rows(study)
    announced: list[object] = []
    study.listen(announced.append)
    with study._file._engine.connect() as connection:  # the one in the pool, which is used again
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(DiskTrouble, match="full"):
        study.run(an_import("Long", LONG), lead)
    assert all_rows(study) == before
    assert announced == []
    assert study.faults() == []
    study.run(WriteMemo("Small enough"), lead)
    path = study.path
    study.close()
    with Study.open(path) as again:
        assert again.faults() == []
        assert len(again.ask(Reader.memos)) == len([key for key in before if key[0] == "memos"]) + 1


FILL = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, "")
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.study import Study
from tests.builders import an_import, coder
path, room = Path(sys.argv[1]), int(sys.argv[2])
study = Study.open(path)
lead = coder(study)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
done = 0
try:
    for number in range(200):
        study.run(an_import(f"Text {number}", "P1: " + "word " * 2_000), lead)
        done += 1
except Refusal as error:
    print(type(error).__name__, done)
print(study.faults(), len(study.ask(lambda read: read.transcripts())) - 2 == done)
study.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("room", [300_000, 700_000, 1_500_000])
def test_a_disk_that_fills_while_we_write(closed: Path, room: int) -> None:
    command = [sys.executable, "-c", FILL, str(closed), str(room)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    failed, last = done.stdout.splitlines()
    kind, count = failed.split()
    assert kind == "DiskTrouble"
    assert last == "[] True"
    with Study.open(closed) as study:
        assert study.faults() == []
        assert len(study.ask(Reader.transcripts)) == 2 + int(count)


def test_a_study_that_finds_no_room_is_not_left_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up = engines._set_up

    def small(driver: sqlite3.Connection, mode: str | None) -> None:
        set_up(driver, mode)
        driver.execute("PRAGMA max_page_count = 30")

    monkeypatch.setattr(engines, "_set_up", small)
    with pytest.raises(NotMade, match="full"):
        Study.create(tmp_path / "trust.qnhs", "Trust", "HL")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_breaks_while_it_is_open_is_said_to(study: Study) -> None:
    study.close()
    with Study.read(study.path) as broken:
        wrong = bytearray(study.path.read_bytes())
        wrong[8192:] = os.urandom(len(wrong) - 8192)
        study.path.write_bytes(wrong)
        with pytest.raises(Unreadable, match="Nothing was changed"):
            broken.ask(Reader.transcripts)
