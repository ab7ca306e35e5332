"""Studies for the tests of actions: one with work in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.study import Study
from tests.builders import a_coded_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """An open study with two transcripts, codes, codings and memos of two coders."""
    with a_coded_study(tmp_path / "trust.qnhs") as study:
        yield study
