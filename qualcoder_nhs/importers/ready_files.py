"""Where the files that come with the program lie: codebooks and the sample transcripts."""

from importlib.resources import files
from pathlib import Path


def codebook_file(name: str) -> Path:
    """A codebook that comes with the program, such as `nhs_doctor_manager`."""
    return _folder("codebooks") / f"{name}.yaml"


def sample_folder() -> Path:
    """The sample transcripts, who speaks in them, and their codings."""
    return _folder("transcripts_sample")


def _folder(name: str) -> Path:
    """Beside the package in a checkout, inside it where it was installed."""
    package = Path(str(files("qualcoder_nhs")))
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
