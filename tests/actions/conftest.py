"""Studies for the tests of actions: one with work in it, and the sample."""

import shutil
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


@pytest.fixture
def sampled(sample: Path, tmp_path: Path) -> Iterator[Study]:
    """The sample study, to be changed."""
    path = tmp_path / "sample.qnhs"
    shutil.copyfile(sample, path)
    with Study.open(path) as study:
        yield study
