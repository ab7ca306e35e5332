"""The codebooks that come with the program, in a checkout and where it was installed."""

import sys
from pathlib import Path

from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.i18n import _

DISTRIBUTION = "qualcoder-nhs"
SHARE = Path("share") / DISTRIBUTION


def shipped_folder(name: str) -> Path:
    """The folder of this name at the top of a checkout, else the one laid down at installation."""
    checkout = Path(__file__).resolve().parents[2] / name
    return checkout if checkout.is_dir() else installed_folder(name)


def installed_folder(name: str) -> Path:
    """Where an installation has put the folder.

    The installed distribution is asked for its files, since their place differs between a virtual
    environment, a user's own packages and the system's.
    """
    from importlib import metadata  # noqa: PLC0415  (a checkout needs none of it)

    try:
        files = metadata.files(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        files = []
    wanted = (*SHARE.parts, name)
    for file in files:
        if file.parts[-len(wanted) - 1 : -1] == wanted:
            return Path(str(file.locate())).resolve().parent
    return Path(sys.prefix) / SHARE / name


def ready_codebooks() -> tuple[Path, ...]:
    """The files, the codebook of the study first."""
    files = shipped_folder("codebooks").glob("*.yaml")
    return tuple(sorted(files, key=lambda file: (file.stem != "nhs_doctor_manager", file.stem)))


def ready_codebook(name: str) -> Path:
    """The file of a ready codebook by its name without the suffix, such as `trust_core`.

    Raises:
        NoSuch: when the program comes with none of that name.
    """
    for file in ready_codebooks():
        if file.stem == name:
            return file
    raise NoSuch(kind=_("codebook"), name=name)
