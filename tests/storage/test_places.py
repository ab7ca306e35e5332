"""Where a study lies, on each system: synced folders and network shares do without the log."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.storage import engines, places
from qualcoder_nhs.storage.places import Place, file_system, is_network, is_synced, place_of
from qualcoder_nhs.study import Study
from tests.builders import a_coded_study, coder

LINUX = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /home/hl/tmp tmpfs rw 0 0
//nas/team /mnt/team\\040share cifs rw,vers=3.0 0 0
server:/export /mnt/nfs nfs4 rw 0 0
hl@host: /home/hl/remote fuse.sshfs rw 0 0
broken line
"""

MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//hl@nas._smb._tcp.local/team on /Volumes/team share (1) (smbfs, nodev, nosuid, mounted by hl)
https://dav.example.org/ on /Volumes/dav (webdav, nodev, noexec, nosuid)
"""


@pytest.mark.parametrize(
    ("folder", "mounts", "kind"),
    [
        ("/home/hl/studies", LINUX, "ext4"),
        ("/home/hl/tmp/x", LINUX, "tmpfs"),
        ("/home/hl/tmpx", LINUX, "ext4"),
        ("/mnt/team share/study", LINUX, "cifs"),
        ("/mnt/nfs", LINUX, "nfs4"),
        ("/home/hl/remote/a/b", LINUX, "fuse.sshfs"),
        ("/Users/hl/Documents", MACOS, "apfs"),
        ("/Volumes/team share (1)/a", MACOS, "smbfs"),
        ("/Volumes/dav/a", MACOS, "webdav"),
        ("/anywhere", "", ""),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(folder: str, mounts: str, kind: str) -> None:
    assert file_system(PurePosixPath(folder), mounts) == kind


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/home/hl/studies", False),
        ("/mnt/team share/study", True),
        ("/mnt/nfs", True),
        ("/home/hl/remote", True),
    ],
)
def test_a_share_is_known_by_its_file_system(
    monkeypatch: pytest.MonkeyPatch, folder: str, network: bool
) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: LINUX)
    assert is_network(PurePosixPath(folder), "linux") is network


def test_macos_says_its_mounts_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: MACOS)
    assert is_network(PurePosixPath("/Volumes/team share (1)/a"), "darwin")
    assert not is_network(PurePosixPath("/Users/hl"), "darwin")


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        (r"\\nas\team\study", True),
        (r"H:\study", True),
        (r"C:\Users\hl", False),
    ],
)
def test_windows_says_what_kind_of_drive_it_is(
    monkeypatch: pytest.MonkeyPatch, folder: str, network: bool
) -> None:
    monkeypatch.setattr(places, "_drive_type", {"H:": 4, "C:": 3}.__getitem__)
    assert is_network(PureWindowsPath(folder), "win32") is network


@pytest.mark.parametrize(
    "folder",
    [
        PureWindowsPath(r"C:\Users\hl\OneDrive - NHS Trust\study"),
        PureWindowsPath(r"C:\Users\hl\Dropbox (University)\study"),
        PureWindowsPath(r"C:\Users\hl\iCloudDrive\study"),
        PurePosixPath("/Users/hl/Library/Mobile Documents/com~apple~CloudDocs/study"),
        PurePosixPath("/Users/hl/Library/CloudStorage/Box-Box/study"),
        PurePosixPath("/home/hl/Nextcloud/study"),
    ],
)
def test_synced_folders_are_known_by_name(folder: PurePath) -> None:
    assert is_synced(folder)


def test_a_synced_folder_may_say_itself_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_synced(Path("/home/hl/work/study"))
    monkeypatch.setenv("OneDriveCommercial", "/home/hl/work")
    assert is_synced(Path("/home/hl/work/study"))
    assert not is_synced(Path("/home/hl/workshop"))


def test_a_study_in_a_synced_folder_has_no_log_and_works_as_ever(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - NHS"
    folder.mkdir()
    with a_coded_study(folder / "trust.qnhs") as study:
        assert study.place is Place.SYNCED
        study.run(WriteMemo("x"), coder(study))
        assert {path.name for path in folder.iterdir()} == {"trust.qnhs", "trust.qnhs.lock"}
        assert study.path.read_bytes()[18:20] == b"\x01\x01"
        with Study.read(study.path) as other:
            assert other.faults() == []
    with Study.open(folder / "trust.qnhs") as study:
        study.undo(coder(study))


def test_through_a_link_it_lies_where_it_really_is(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    assert place_of(tmp_path / "plain" / "trust.qnhs") is Place.SYNCED
    assert place_of(tmp_path / "trust.qnhs") is Place.PLAIN


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/hl/a b.qnhs"), "file:///home/hl/a%20b.qnhs?mode=rw"),
        (PurePosixPath("/a?b#c%d/é.qnhs"), "file:///a%3Fb%23c%25d/%C3%A9.qnhs?mode=rw"),
        (PureWindowsPath(r"C:\Users\HL\a b.qnhs"), "file:///C:/Users/HL/a%20b.qnhs?mode=rw"),
        (PureWindowsPath(r"\\nas\team\a.qnhs"), "file:////nas/team/a.qnhs?mode=rw"),
    ],
)
def test_every_path_is_told_to_sqlite_in_its_own_way(path: PurePath, address: str) -> None:
    assert engines.address(path, "mode=rw") == address


def test_a_path_with_odd_characters_opens(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20d é 🩺 'q'.qnhs"
    a_coded_study(path).close()
    with Study.open(path) as study:
        assert study.faults() == []
    assert {each.name for each in tmp_path.iterdir()} == {path.name, f"{path.stem} backups"}
