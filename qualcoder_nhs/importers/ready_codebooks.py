"""The codebooks that come with the program, in a checkout and where it was installed."""

import sysconfig
from importlib import metadata
from pathlib import Path

from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.i18n import _

DISTRIBUTION = "qualcoder-nhs"
SHARE = Path("share") / DISTRIBUTION


def shipped_folder(name: str) -> Path:
    """The folder of this name at the top of a checkout, else the one laid down at installation.

    An installed distribution is asked where its files lie, since that differs between a virtual
    environment, a user's own packages and the system's.
    """
    checkout = Path(__file__).resolve().parents[2] / name
    if checkout.is_dir():
        return checkout
    try:
        files = metadata.files(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        files = []
    wanted = (SHARE / name).parts
    for file in files:
        if file.parts[-len(wanted) - 1 : -1] == wanted:
            return Path(str(file.locate())).resolve().parent
    return Path(sysconfig.get_path("data")) / SHARE / name


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
