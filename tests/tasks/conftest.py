"""The sample study, built once for all that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pilot_round import Pilot, pilot_of

from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.sample import build_sample
from qualcoder_nhs.tasks.task import silent


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample study that RO opened."""
    path = tmp_path_factory.mktemp("sample") / "sample.qnhs"
    build_sample(path, "RO", silent).close()
    return path


@pytest.fixture(scope="session")
def pilot(sample: Path) -> Iterator[Pilot]:
    """Its pilot round."""
    with Study.read(sample) as study:
        yield pilot_of(study)
