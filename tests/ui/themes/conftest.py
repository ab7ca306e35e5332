"""A study with two themes, made once for all tests of their desk."""

from pathlib import Path

import pytest
from actions.theme_builders import with_themes
from builders import a_coded_study


@pytest.fixture(scope="session")
def two_themes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study as it is before a test has touched a copy of it."""
    path = tmp_path_factory.mktemp("themes") / "study.qnhs"
    with a_coded_study(path) as study:
        with_themes(study)
    return path
