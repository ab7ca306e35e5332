"""Files dragged onto the window: which of them to hand to the import page."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """The files that a drag carries, those right inside a folder included; none for other drags.

    What is no transcript comes along: the page lists it with the reason it is refused for. A folder
    that is the study of another program stays whole.
    """
    return files_in(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """These files, and those right inside the folders among them."""
    return tuple(file for path in paths for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    from qualcoder_nhs.importers.study_formats import is_study  # noqa: PLC0415  (with lxml)

    if path.is_dir() and not is_study(path):
        yield from sorted(one for one in path.iterdir() if one.is_file() and one.name[0] != ".")
    elif path.exists():
        yield path
