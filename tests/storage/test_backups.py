"""Backups: made when something changed, ten kept, whole, restorable, never in the way."""

import sqlite3
import threading
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    DiskTrouble,
    Held,
    NotAStudy,
    NotWritten,
    ReadOnly,
)
from qualcoder_nhs.storage import backups, restoring
from qualcoder_nhs.storage.holder import Holder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder


def memos_in(path: Path) -> set[str]:
    with Study.read(path) as study:
        assert study.faults() == []
        return {memo.text for memo in study.ask(Reader.memos)}


def work(path: Path, words: str) -> None:
    with Study.open(path) as study:
        study.run(WriteMemo(words), coder(study))


def test_opening_backs_up_what_changed_since_the_last_backup(closed: Path) -> None:
    for _ in range(3):
        with Study.open(closed) as study:
            assert len(study.backups) == 1
            (newest, *_rest) = study.ask(Reader.history)
            assert study.backups[0].step == newest.id
            assert study.backup_trouble == ""
    work(closed, "new")
    with Study.open(closed) as study:
        first, second = study.backups
    assert first.made >= second.made
    assert "new" in memos_in(first.path)
    assert "new" not in memos_in(second.path)
    assert sorted(path.suffix for path in first.path.parent.iterdir()) == [".qnhs", ".qnhs"]


def test_the_newest_ten_are_kept(closed: Path) -> None:
    for number in range(13):
        work(closed, f"memo {number}")
    with Study.open(closed) as study:
        kept = study.backups
    assert len(kept) == 10
    assert "memo 12" in memos_in(kept[0].path)
    assert "memo 4" not in memos_in(kept[-1].path)
    assert "memo 3" in memos_in(kept[-1].path)
    assert [backup.step for backup in kept] == sorted((b.step for b in kept), reverse=True)


def test_other_files_in_the_folder_are_nobodys_backups(closed: Path) -> None:
    Study.open(closed).close()
    folder = closed.with_name("trust backups")
    (folder / "mine.qnhs").write_text("keep")
    (folder / "2020-01-01 00-00-00 step 1.qnhs.part").write_text("left by a crash")
    for number in range(12):
        work(closed, f"memo {number}")
    assert (folder / "mine.qnhs").read_text() == "keep"
    assert not list(folder.glob("*.part"))


def test_a_backup_that_fails_does_not_stop_opening(closed: Path) -> None:
    closed.with_name("trust backups").write_text("a file in the place of the folder")
    with Study.open(closed) as study:
        assert study.backup_trouble
        study.run(WriteMemo("Still at work"), coder(study))
    assert "Still at work" in memos_in(closed)


def test_a_backup_cut_off_leaves_nothing(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Study.open(closed).close()
    work(closed, "more")

    def full(self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with Study.open(closed) as study:
        assert study.backup_trouble == "No space left on device"
        assert len(list(backups.folder_of(study.path).iterdir())) == 1


def test_a_copy_needs_a_folder_that_is_there_and_takes_files(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotWritten, match="there is no folder"):
        study.save_copy(tmp_path / "gone" / "copy.qnhs")

    def refuse(path: Path) -> Holder:
        raise ReadOnly(name=path.name)

    monkeypatch.setattr(restoring, "Holder", refuse)
    with pytest.raises(NotWritten, match="its folder cannot be written"):
        study.save_copy(tmp_path / "copy.qnhs")


def test_a_copy_made_while_others_write_is_one_state(study: Study, tmp_path: Path) -> None:
    lead, stop, target = coder(study), threading.Event(), tmp_path / "copy.qnhs"

    def write() -> None:
        while not stop.is_set():
            study.run(WriteMemo("x"), lead)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            study.save_copy(target)
            with Study.read(target) as copy:
                assert copy.faults() == []
    finally:
        stop.set()
        writer.join()
    assert study.faults() == []


def test_a_copy_is_a_study_of_its_own_and_never_replaces_the_open_one(
    study: Study, tmp_path: Path
) -> None:
    target = tmp_path / "copy.qnhs"
    target.with_name("copy.qnhs-wal").write_bytes(b"of another study")
    study.save_copy(target)
    assert set(tmp_path.glob("copy*")) == {target}
    with Study.open(target) as copy:
        assert all_rows(copy) == all_rows(study)
        with pytest.raises(Held):
            study.save_copy(target)
    (tmp_path / "link.qnhs").symlink_to(study.path)
    for itself in (study.path, tmp_path / "link.qnhs"):
        with pytest.raises(AlreadyThere):
            study.save_copy(itself)
    study.run(WriteMemo("On it goes"), coder(study))


def test_a_copy_that_cannot_be_made_leaves_what_stood_there(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.qnhs"
    target.write_text("before")

    def broken(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(backups.sqlite3, "connect", broken)
    with pytest.raises(DiskTrouble, match="disk I/O error"):
        study.save_copy(target)
    assert {path.name for path in tmp_path.glob("copy*")} == {"copy.qnhs"}
    assert target.read_text() == "before"


def test_a_backup_takes_the_studys_place_and_what_stood_there_becomes_one(closed: Path) -> None:
    Study.open(closed).close()
    work(closed, "lost again")
    with Study.read(closed) as study:
        oldest = study.backups[-1]
    kept = Study.restore(closed, oldest.path)
    assert "lost again" not in memos_in(closed)
    assert kept is not None
    assert "lost again" in memos_in(kept)
    with Study.open(closed) as study:
        assert kept in {backup.path for backup in study.backups}
        assert oldest.path in {backup.path for backup in study.backups}
    Study.restore(closed, kept)
    assert "lost again" in memos_in(closed)
    leftovers = {path.name for path in closed.parent.iterdir()}
    assert leftovers == {"trust.qnhs", "trust backups"}


def test_the_oldest_of_ten_can_be_restored(closed: Path) -> None:
    for number in range(11):
        work(closed, f"memo {number}")
    Study.open(closed).close()
    work(closed, "last")
    with Study.read(closed) as study:
        oldest = study.backups[-1]
    assert len(backups.backups_of(closed)) == 10
    Study.restore(closed, oldest.path)
    assert "memo 10" not in memos_in(closed)
    assert not oldest.path.exists()


def test_a_study_that_is_gone_comes_back(closed: Path) -> None:
    work(closed, "dear")
    Study.open(closed).close()
    newest = backups.backups_of(closed)[0]
    closed.unlink()
    assert Study.restore(closed, newest.path) is None
    assert "dear" in memos_in(closed)


def test_only_a_study_is_restored_and_only_where_nobody_works(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "text.qnhs").write_text("no study")
    before = closed.read_bytes()
    with pytest.raises(NotAStudy):
        Study.restore(closed, tmp_path / "text.qnhs")
    assert closed.read_bytes() == before
    with Study.open(closed) as study:
        backup = study.backups[0].path
        with pytest.raises(Held):
            Study.restore(closed, backup)


def test_a_restore_that_fails_leaves_the_study(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Study.open(closed).close()
    work(closed, "kept")
    newest = backups.backups_of(closed)[0].path
    before, replace = closed.read_bytes(), Path.replace

    def full(self: Path, target: Path) -> Path:
        if target == closed:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskTrouble, match="No space"):
        Study.restore(closed, newest)
    assert closed.read_bytes() == before
    assert not list(backups.folder_of(closed).glob("restoring*"))


def test_backups_made_in_one_second_stand_in_their_order(closed: Path) -> None:
    folder = backups.folder_of(closed)
    folder.mkdir()
    stamp = "2025-03-04 05-06-07"
    for name in ("-10 step 9", " step 9", "-2 step 9", "-9 step 9"):
        (folder / f"{stamp}{name}.qnhs").touch()
    found = backups.backups_of(closed)
    assert [backup.path.name[19:22] for backup in found] == ["-10", "-9 ", "-2 ", " st"]
    assert found[0].made == datetime(2025, 3, 4, 5, 6, 7).astimezone()


def test_a_backup_needs_no_log_beside_it(closed: Path) -> None:
    Study.open(closed).close()
    with closing(sqlite3.connect(backups.backups_of(closed)[0].path)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
