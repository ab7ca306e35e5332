"""Where a study lies: on a plain disk, in a synced folder, on a network share, out of reach."""

import os
import subprocess
import sys
from enum import Enum
from pathlib import Path, PureWindowsPath


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
    folder = study.absolute().parent
    if _is_network(folder):
        return Place.NETWORK
    if _is_synced(folder):
        return Place.SYNCED
    return Place.PLAIN


def _is_synced(folder: Path) -> bool:
    """A folder of a sync program, by its usual name or by where the program says it is."""
    named = any(part.casefold().startswith(_SYNCED) for part in folder.parts)
    told = (os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return named or any(root and folder.is_relative_to(root) for root in told)


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _is_windows_share(folder)
    return file_system(folder, _mounts()) in _NETWORK


def _is_windows_share(folder: Path) -> bool:
    if PureWindowsPath(folder).drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415  (only Windows has what is asked of it)

    remote = 4
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return bool(kind == remote)


def file_system(folder: Path, mounts: str) -> str:
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
