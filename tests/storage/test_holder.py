"""One process writes: others hear who and since when, may read, and a crash holds nobody up."""

import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.errors import AlreadyThere, Held, ReadOnly
from qualcoder_nhs.storage import holder
from qualcoder_nhs.storage.holder import Holder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import coder

ROOT = Path(__file__).resolve().parents[2]

OPEN_AND_WAIT = """
import sys
from pathlib import Path
from qualcoder_nhs.study import Study
study = Study.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
study.close()
"""


@contextmanager
def elsewhere(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has the study open until it is told to close it."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.communicate()


def test_a_second_process_hears_who_has_it_and_may_read(closed: Path) -> None:
    with elsewhere(closed):
        note = json.loads(closed.with_name("trust.qnhs.lock").read_text())
        with pytest.raises(Held) as held:
            Study.open(closed)
        assert (held.value.who, held.value.machine, held.value.since) == tuple(note.values())
        assert note["machine"] == platform.node()
        assert note["who"] in str(held.value)
        assert note["since"] in str(held.value)
        with Study.read(closed) as study:
            assert study.ask(Reader.transcript_names)
            assert not study.writable
            with pytest.raises(ReadOnly):
                study.run(WriteMemo("No"), coder(study))
    assert {path.name for path in closed.parent.iterdir()} == {"trust.qnhs", "trust backups"}
    Study.open(closed).close()


def test_a_crash_leaves_no_stale_lock(closed: Path) -> None:
    with elsewhere(closed) as process:
        process.kill()
        process.wait()
        assert closed.with_name("trust.qnhs.lock").exists()
        with Study.open(closed) as study:
            assert study.faults() == []
    assert not closed.with_name("trust.qnhs.lock").exists()


def test_a_reader_sees_what_a_writer_does_meanwhile(study: Study) -> None:
    with Study.read(study.path) as other:
        count = len(other.ask(Reader.memos))
        study.run(WriteMemo("New"), coder(study))
        assert len(other.ask(Reader.memos)) == count + 1


def test_within_one_process_the_study_is_open_once(study: Study) -> None:
    with pytest.raises(Held):
        Study.open(study.path)
    with pytest.raises(AlreadyThere):
        Study.create(study.path, "Other", "HL")


def test_a_link_to_the_study_is_the_same_study(study: Study, tmp_path: Path) -> None:
    link = tmp_path / "link.qnhs"
    link.symlink_to(study.path)
    with pytest.raises(Held):
        Study.open(link)


def test_closing_leaves_just_the_study(study: Study) -> None:
    study.run(WriteMemo("x"), coder(study))
    study.close()
    study.close()
    assert [path.name for path in study.path.parent.iterdir()] == ["trust.qnhs"]


def test_a_closed_study_does_nothing_more(study: Study) -> None:
    lead = coder(study)
    study.close()
    with pytest.raises(RuntimeError, match="closed"):
        study.run(WriteMemo("x"), lead)
    with pytest.raises(RuntimeError, match="closed"):
        study.ask(Reader.memos)


@pytest.mark.parametrize("note", ["", "{}", "[1]", "no json", '{"who": null}'])
def test_a_note_that_cannot_be_read_names_somebody(tmp_path: Path, note: str) -> None:
    with Holder(tmp_path / "trust.qnhs"):
        (tmp_path / "trust.qnhs.lock").write_text(note)
        with pytest.raises(Held, match="somebody"):
            Holder(tmp_path / "trust.qnhs")


def test_a_disk_without_locks_is_one_to_read_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_file: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(holder, "_lock", no_locks)
    with pytest.raises(ReadOnly):
        Holder(tmp_path / "trust.qnhs")


def test_a_user_without_a_name_can_hold_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(holder, "getuser", nobody)
    with Holder(tmp_path / "trust.qnhs"), pytest.raises(Held, match="somebody"):
        Holder(tmp_path / "trust.qnhs")


def test_a_lock_that_went_between_opening_and_locking_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "trust.qnhs"
    lock, taken = holder._lock, []

    def late(file: object) -> None:
        lock(file)  # type: ignore[arg-type]
        if not taken:
            taken.append(True)
            (tmp_path / "trust.qnhs.lock").unlink()

    monkeypatch.setattr(holder, "_lock", late)
    with Holder(path):
        monkeypatch.undo()
        with pytest.raises(Held):
            Holder(path)
