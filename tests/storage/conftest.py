"""Studies for the tests of the store: an empty one and one with work in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.study import Study
from tests.builders import a_coded_study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the study of a test lies, in a folder of its own."""
    folder = tmp_path / "Fokus ü"
    folder.mkdir()
    return folder / "trust.qnhs"


@pytest.fixture
def study(path: Path) -> Iterator[Study]:
    """An open study with two transcripts, codes, codings and memos of two coders."""
    with a_coded_study(path) as study:
        yield study


@pytest.fixture
def closed(path: Path) -> Path:
    """The same study, closed."""
    a_coded_study(path).close()
    return path
