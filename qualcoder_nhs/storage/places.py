"""Where a study lies: on a plain disk, in a synced folder, on a network share, out of reach."""

import os
import subprocess
import sys
from enum import Enum
from pathlib import Path, PurePath


class Place(Enum):
    """What the folder of a study is; only a plain one may use write-ahead logging."""

    PLAIN = "plain"
    SYNCED = "synced"
    NETWORK = "network"


_SYNCED = (
    "onedrive",
    "dropbox",
    "icloud",
    "clouddocs",
    "mobile documents",
    "cloudstorage",
    "google drive",
    "googledrive",
    "my drive",
    "nextcloud",
    "owncloud",
    "box sync",
    "syncthing",
    "sharepoint",
)

_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "afpfs",
    "webdav",
    "davfs",
    "fuse.sshfs",
    "9p",
    "fuse.rclone",
    "afs",
    "ncpfs",
    "fuse.gvfsd-fuse",
}


def place_of(study: Path) -> Place:
    """What kind of folder the study lies in, as far as names and the system tell."""
    given, real = study.absolute().parent, study.resolve().parent
    if is_network(real, sys.platform):
        return Place.NETWORK
    if is_synced(given) or is_synced(real):
        return Place.SYNCED
    return Place.PLAIN


def is_synced(folder: PurePath) -> bool:
    """A folder of a sync program, by its usual name or by where the program says it is."""
    named = any(part.casefold().startswith(_SYNCED) for part in folder.parts)
    told = (os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return named or any(root and folder.is_relative_to(root) for root in told)


def is_network(folder: PurePath, system: str) -> bool:
    """A folder on another machine. `system` is `sys.platform`."""
    if system == "win32":
        return folder.drive.startswith("\\\\") or _drive_type(folder.drive) == _REMOTE_DRIVE
    return file_system(folder, _mounts()) in _NETWORK


_REMOTE_DRIVE = 4


def _drive_type(drive: str) -> int:
    """What Windows says of a drive letter."""
    import ctypes  # noqa: PLC0415  (only Windows has what is asked of it)

    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return int(kind)


def file_system(folder: PurePath, mounts: str) -> str:
    """The type of the file system a folder lies on, from lines of `device point type …`.

    Also reads what macOS's `mount` prints (`device on point (type, …)`). Empty when unknown.
    """
    best = ("", "")
    for line in mounts.splitlines():
        point, kind = _mount(line)
        if point and folder.is_relative_to(point) and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]


def _mount(line: str) -> tuple[str, str]:
    if " on " in line and line.endswith(")"):
        point, _, rest = line.partition(" on ")[2].rpartition(" (")
        return point, rest.rstrip(")").split(",")[0]
    parts = line.split()
    return (parts[1].replace("\\040", " "), parts[2]) if len(parts) > 2 else ("", "")


def _mounts() -> str:
    listed = Path("/proc/mounts")
    if listed.exists():
        return listed.read_text(encoding="utf-8", errors="replace")
    try:
        return subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
